import type { Browser, Page } from 'playwright-core';
import { type PracticeServer, startPracticeServer } from '../support/practiceServer';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

const AT = '2026-01-05T08:00:00.000Z';

let browser: Browser;
let practice: PracticeServer;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await openBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  if (CHROMIUM === null) return;
  practice = await startPracticeServer({ guests: false });
  const { store } = practice;
  for (const [id, name] of [
    ['anna', 'Sanne Kuipers'],
    ['bert', 'Ahmed Ouali'],
    ['tineke', 'Tineke Smit'],
  ] as const)
    await practice.browserOf(id, { name });
  await store.groups.addGroup({
    ...{ id: 'g1', name: 'Team Noord', createdBy: 'tineke', createdAt: AT, archivedAt: null },
    timeZone: 'Europe/Amsterdam',
  });
  for (const person of ['anna', 'bert'])
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: AT });
});

afterEach(() => practice?.close());

const LOOKS = [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'nl-NL', viewport: TELEPHONE, colorScheme: 'dark' },
] as const;

async function pageOf(who: string, look: (typeof LOOKS)[number]): Promise<Page> {
  const { url } = practice.server;
  const { page, context } = await openPage(browser, `${url}/enter`, look);
  const [name = '', value = ''] = (await practice.browserOf(who)).cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return page;
}

for (const look of LOOKS) {
  const other = look.colorScheme === 'dark' ? 'light' : 'dark';
  const seen = async (page: Page, name: string) => {
    await picture(page, `share-${name}-${look.name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
    await page.emulateMedia({ colorScheme: other });
    expect([name, other, await violations(page, ['color-contrast'])]).toEqual([name, other, []]);
    await page.emulateMedia({ colorScheme: look.colorScheme });
  };

  inBrowser(`a learner brings a talk, sees what others see, and takes it back: ${look.name}`, async () => {
    const { url } = practice.server;
    const attempt = await practice.talk(
      ...(['anna', 'c-anna', 'klein', 'begin'] as const),
      'Dag, ik ben Sanne Kuipers van het wijkteam. Fatima Bouzid belde mij op 0612345678.',
      'Fatima maakt zich zorgen. Ahmed komt ook mee. Hoe slaapt u de laatste tijd?',
      'stop',
    );
    const page = await pageOf('anna', look);
    await page.goto(`${url}/debrief/${attempt}`);
    await page.getByRole('link', { name: 'Breng in bij intervisie' }).click();
    await page.getByRole('heading', { name: /^Inbrengen: / }).waitFor();
    await seen(page, 'form');
    await page.locator('input[name=title]').fill('');
    await page.getByRole('button', { name: 'Bekijk wat de groep ziet' }).click();
    await page.locator('.problems, input:invalid').first().waitFor();
    await page.locator('input[name=title]').fill('Een gesprek over slaap');
    await page.getByRole('radio', { name: /^Incidentmethode/ }).check();
    await page.getByRole('button', { name: 'Bekijk wat de groep ziet' }).click();
    await page.getByRole('heading', { name: 'Dit ziet je groep' }).waitFor();
    await seen(page, 'preview');
    const talk = page.locator('section[aria-labelledby=talk]');
    expect(await talk.textContent()).toContain('[naam 1] maakt zich zorgen. [naam 2] komt ook mee.');
    await page.getByRole('checkbox', { name: /\[naam 2\]/ }).check();
    await page.getByLabel('Nog meer weghalen').fill('zorgen');
    await page.getByRole('button', { name: 'Bijwerken' }).click();
    await page.getByRole('heading', { name: 'Dit ziet je groep' }).waitFor();
    expect(await talk.textContent()).toContain('[naam 1] maakt zich [weggelaten 1]. Ahmed komt ook mee.');
    await page.getByRole('button', { name: 'Delen met de groep' }).click();
    await page.locator('.problems').waitFor();
    await seen(page, 'no-consent');
    await page.getByRole('checkbox', { name: /^Ja, Team Noord mag dit gesprek zien/ }).check();
    await page.getByRole('button', { name: 'Delen met de groep' }).click();
    await page.waitForURL(/\/reviews\/[^/]+$/);
    await page.goto(`${url}/me`);
    await page.getByRole('link', { name: 'Terugnemen: Een gesprek over slaap' }).click();
    await seen(page, 'withdraw');
    await page.getByRole('button', { name: 'Neem het nu terug' }).click();
    await page.getByText('Je hebt het gesprek teruggenomen.').waitFor();
    await seen(page, 'me');
  });

  inBrowser(`a professional brings a talk from their own work: ${look.name}`, async () => {
    const page = await pageOf('anna', look);
    await page.goto(`${practice.server.url}/reviews/new`);
    await seen(page, 'talks');
    await page.getByRole('link', { name: 'Een gesprek uit je eigen werk inbrengen' }).click();
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.locator('.problems').waitFor();
    await seen(page, 'paste');
    await page
      .getByLabel('Letterlijk verslag')
      .fill(
        'Ik: Dag mevrouw Bouzid.\nMoeder: (zucht) Kom binnen.\nIk: Hoe is het met Delano?\nMoeder: Slecht.',
      );
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('heading', { name: 'Wie ben jij in dit gesprek?' }).waitFor();
    await seen(page, 'voice');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('heading', { name: /^Inbrengen: / }).waitFor();
    await page.getByRole('button', { name: 'Bekijk wat de groep ziet' }).click();
    await page.getByRole('heading', { name: 'Dit ziet je groep' }).waitFor();
    await seen(page, 'own-case');
    expect(await page.locator('section[aria-labelledby=talk]').textContent()).not.toMatch(/Bouzid|Delano/);
    await page.getByRole('checkbox', { name: /^Ja, Team Noord mag dit gesprek zien/ }).check();
    await page.getByRole('button', { name: 'Delen met de groep' }).click();
    await page.waitForURL(/\/reviews\/(?!own-case)[^/]+$/);
  });
}
