import type { Browser, Page } from 'playwright-core';
import { createOptOutTokens } from '../../src/channels/mail/optOutTokens';
import { type PracticeServer, startPracticeServer } from '../support/practiceServer';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

const TOKENS = createOptOutTokens('a secret for tests');

let browser: Browser;
let practice: PracticeServer;

beforeAll(async () => {
  if (CHROMIUM !== null) browser = await openBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  if (CHROMIUM !== null) practice = await startPracticeServer({ guests: false });
});

afterEach(() => practice?.close());

const LOOKS = [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'en-GB', viewport: TELEPHONE, colorScheme: 'dark' },
] as const;

for (const look of LOOKS) {
  const seen = async (page: Page, name: string) => {
    await picture(page, `reminders-${name}-${look.name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
  };

  inBrowser(`somebody chooses how they are reminded, by keyboard: ${look.name}`, async () => {
    const { url } = practice.server;
    const locale = look.locale === 'nl-NL' ? 'nl' : 'en';
    const email = 'een.heel.lang.adres.van.iemand@wijkteam-in-oprichting.example.org';
    const { cookie } = await practice.browserOf('anna', { email, locale });
    const [name = '', value = ''] = cookie.split('=');
    const { page, context } = await openPage(browser, `${url}/enter`, look);
    await context.addCookies([{ name, value, url }]);
    await page.goto(`${url}/reminders`);
    await seen(page, 'choose');
    await page.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    await seen(page, 'saved');
    expect((await practice.store.people.person('anna'))?.reminders).toEqual({ mail: false, teams: true });
  });

  inBrowser(`somebody stops e-mail from an e-mail, without signing in: ${look.name}`, async () => {
    const { url } = practice.server;
    const locale = look.locale === 'nl-NL' ? 'nl' : 'en';
    await practice.browserOf('anna', { locale });
    const { page } = await openPage(browser, `${url}/reminders/stop?who=${TOKENS.issue('anna')}`, look);
    await seen(page, 'stop');
    expect((await practice.store.people.person('anna'))?.reminders.mail).toBe(true);
    await page.getByRole('button').click();
    await page.getByRole('status').waitFor();
    await seen(page, 'stopped');
    expect((await practice.store.people.person('anna'))?.reminders.mail).toBe(false);
    await page.goto(`${url}/reminders/stop?who=half-a-link`);
    await seen(page, 'no-link');
  });
}
