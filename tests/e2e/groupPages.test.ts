import type { Browser, Page } from 'playwright-core';
import { type PracticeServer, startPracticeServer } from '../support/practiceServer';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

let browser: Browser;
let practice: PracticeServer;

beforeAll(async () => {
  if (CHROMIUM !== null) browser = await openBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  if (CHROMIUM !== null) practice = await startPracticeServer();
});

afterEach(() => practice?.close());

const LOOKS = [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'en-GB', viewport: TELEPHONE, colorScheme: 'dark' },
] as const;
type Look = (typeof LOOKS)[number];

/** A page of somebody, or of the guest of this machine. */
async function pageOf(person: string | null, look: Look, organiser = false): Promise<Page> {
  const { url } = practice.server;
  const { page, context } = await openPage(browser, `${url}/enter`, look);
  if (person === null) return page;
  const locale = look.locale === 'nl-NL' ? 'nl' : 'en';
  const { cookie } = await practice.browserOf(person, { name: person, locale, organiser });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return page;
}

const submit = (page: Page, action: string) =>
  page.locator(`form[action$="${action}"] button`).first().click();

for (const look of LOOKS) {
  const seen = async (page: Page, name: string) => {
    await picture(page, `groups-${name}-${look.name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
  };

  inBrowser(`everybody can come in, look after a group and themselves: ${look.name}`, async () => {
    const { url } = practice.server;
    const tine = await pageOf('Tine', look, true);
    await tine.goto(`${url}/groups`);
    await seen(tine, 'no-groups');
    await tine.goto(`${url}/groups/new`);
    await submit(tine, '/groups/new');
    await tine.getByRole('alert').waitFor();
    await seen(tine, 'new-wrong');
    await tine.fill('#name', 'Een heel lange naam van een wijkteam-in-oprichting');
    await submit(tine, '/groups/new');
    await tine.waitForURL(/\/groups\/fresh/);
    const group = tine.url();
    await tine.fill('#uses', '0');
    await submit(tine, '/invitations');
    await tine.getByRole('alert').waitFor();
    await seen(tine, 'invite-wrong');
    await tine.fill('#uses', '3');
    await submit(tine, '/invitations');
    await tine.getByRole('status').waitFor();
    const link = await tine.locator('input[readonly]').inputValue();

    const guest = await pageOf(null, look);
    await guest.goto(`${url}/account`);
    await seen(guest, 'account-guest');
    await guest.goto(link);
    await submit(guest, `/enter?lang=${look.locale.slice(0, 2)}`);
    await guest.getByRole('alert').waitFor();
    await seen(guest, 'enter-wrong');
    await guest.fill('#name', 'Anna');
    await guest.keyboard.press('Enter');
    await guest.waitForURL(group);
    await seen(guest, 'group-learner');
    await guest.goto(`${url}/account`);
    await guest.fill('#email', 'anna@');
    await submit(guest, '/account');
    await guest.getByRole('alert').waitFor();
    await seen(guest, 'account-wrong');
    await guest.goto(`${url}/leave`);
    await seen(guest, 'leave');

    await tine.goto(group);
    await seen(tine, 'group-trainer');
    await tine.locator('a[href*="/members/"]').first().click();
    await seen(tine, 'remove');
    for (const page of ['settings', 'leave']) {
      await tine.goto(`${group}/${page}`);
      await seen(tine, `group-${page}`);
    }
    await tine.goto(`${url}/installation`);
    await seen(tine, 'installation');
    await guest.context().close();
    await tine.context().close();
  });
}

inBrowser('from the way in to the group and to one’s details without a mouse', async () => {
  const { url } = practice.server;
  const page = await pageOf('Anna', LOOKS[0]);
  await page.goto(`${url}/enter`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('bcd-fgj');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.locator('#code').inputValue()).toBe('bcd-fgj');
  await page.locator('.problems a').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('code');
  expect(await page.locator('#code').getAttribute('aria-describedby')).toBe('code-hint code-problem');
  await page.locator('nav.parts a[href="/account"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/account/);
  expect(await page.locator('nav.parts [aria-current=page]').textContent()).toBe('Mijn account');
  await page.context().close();
});
