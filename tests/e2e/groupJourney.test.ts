import type { Browser, Page } from 'playwright-core';
import { playthrough } from '../support/playthrough';
import { fits, violations } from './axe';
import {
  CHROMIUM,
  inBrowser,
  openBrowser,
  openPage,
  picture,
  removeFolder,
  type ServedProcess,
  said,
  say,
  sendBox,
  serve,
  temporaryFolder,
} from './harness';

const REPLIES = playthrough('hasna', 'excellent').replies.slice(0, 6);
/** Words of the learner that only who they were shared with may see. */
const WORDS = REPLIES[1] ?? '';

let dataFolder: string;
let server: ServedProcess;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  dataFolder = temporaryFolder();
  server = await serve({ dataFolder });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (dataFolder) removeFolder(dataFolder);
});

/** Everybody has a browser of their own. */
async function somebody(path: string): Promise<Page> {
  return (await openPage(browser, `${server.url}${path}`)).page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

async function seen(page: Page, name: string): Promise<void> {
  await picture(page, `journey-${name}`);
  expect([name, await violations(page)]).toEqual([name, []]);
  expect([name, await fits(page)]).toEqual([name, true]);
}

/** A code for the group whose page is open. */
async function invite(trainer: Page, role: 'trainer' | 'learner'): Promise<string> {
  await trainer.check(`input[name="role"][value="${role}"]`);
  await press(trainer, 'Code maken');
  await trainer.getByRole('status').waitFor();
  return ((await trainer.locator('.big-code').first().textContent()) ?? '').trim();
}

async function enter(code: string, name: string): Promise<Page> {
  const page = await somebody('/enter');
  await page.getByLabel('Code van de groep').fill(code);
  await page.getByLabel('Hoe wil je heten?').fill(name);
  await seen(page, `enter-${name}`);
  await press(page, 'Naar de groep');
  await page.waitForURL(/\/groups\//);
  return page;
}

/** The day of next week, as a form wants it. */
function nextWeek(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

inBrowser(
  'from the first link of the organiser to a trainer who no longer sees what was taken back',
  async () => {
    const link = /http:\S+\/organiser\/\S+/.exec(server.printed())?.[0] ?? '';
    const organiser = await somebody(new URL(link).pathname);
    await seen(organiser, 'organiser');
    await organiser.getByLabel('Hoe wil je heten?').fill('Olga');
    await press(organiser, 'Ik word organisator');
    await organiser.waitForURL(/\/groups/);
    const late = await somebody(new URL(link).pathname);
    expect(await late.getByRole('heading', { level: 1 }).textContent()).toContain('werkt niet meer');

    await follow(organiser, /groep/i);
    await organiser.goto(`${server.url}/groups/new`);
    await organiser.getByLabel('Naam van de groep').fill('Wijkteam Oost');
    await press(organiser, 'Groep maken');
    await organiser.waitForURL(/\/groups\/[^/]+$/);
    const trainer = await enter(await invite(organiser, 'trainer'), 'Tineke');
    await seen(trainer, 'group');
    const learner = await enter(await invite(trainer, 'learner'), 'Anna');
    const group = new URL(trainer.url()).pathname;

    await trainer.goto(`${server.url}${group}/assignments/new`);
    await trainer.fill('#title', 'Het eerste gesprek');
    await trainer.fill('#dueOn', nextWeek());
    await trainer.check('input[name="scenarios.hasna"]');
    await trainer.check('input[name="sight"][value="transcript"]');
    await trainer.locator('button[value=publish]').click();
    await trainer.getByRole('status').waitFor();

    await learner.goto(`${server.url}/me`);
    await follow(learner, /Bekijk huiswerk/);
    expect(await learner.locator('main').textContent()).toContain('Tineke');
    await learner.locator('main form button').first().click();
    await sendBox(learner).waitFor();
    await learner.locator('.ac-pushButton', { hasText: 'Meteen beginnen' }).last().click();
    await said(learner, 'persona').first().waitFor();
    for (const reply of REPLIES) await say(learner, reply);
    await say(learner, 'stop');

    await learner.goto(`${server.url}/me`);
    await follow(learner, /Bekijk huiswerk/);
    await learner.locator('a.button[href*="/hand-in/"]').click();
    await learner.check('input[name=consent]');
    await learner.locator('main button[type=submit]').click();
    await learner.getByRole('status').waitFor();
    const attempt = /hand-in\/([^?/"]+)/.exec(await learner.content())?.[1];
    expect(attempt === undefined || attempt.length > 10).toBe(true);

    await trainer.goto(`${server.url}${group}/overview`);
    await seen(trainer, 'overview');
    expect(await trainer.locator('table').textContent()).toContain('Anna');
    await follow(trainer, /^Bekijk wat Anna/);
    await trainer.waitForURL(/\/seen\//);
    await seen(trainer, 'seen');
    expect(await trainer.locator('main').textContent()).toContain(WORDS.slice(0, 40));
    const seenPath = new URL(trainer.url()).pathname;
    await trainer.goto(`${server.url}${seenPath}/notes`);
    await trainer.fill('#text', 'Je nam de tijd. Houd dat vast.');
    await press(trainer, /./);
    await trainer.waitForURL(new RegExp(seenPath));

    await learner.goto(`${server.url}/me`);
    await learner
      .getByRole('link', { name: /Het eerste gesprek/ })
      .first()
      .click();
    expect(await learner.locator('main').textContent()).toContain('Je nam de tijd. Houd dat vast.');
    await seen(learner, 'told');

    await learner.goto(`${server.url}/me`);
    await learner.locator('section[aria-labelledby=shared] button').click();
    await learner.getByRole('status').waitFor();
    await trainer.goto(`${server.url}${seenPath}`);
    expect(await trainer.content()).not.toContain(WORDS.slice(0, 40));
    await trainer.goto(`${server.url}${group}/overview`);
    expect(await trainer.getByRole('link', { name: /^Bekijk wat Anna/ }).count()).toBe(0);
    expect((await trainer.request.get(`${server.url}${seenPath}`)).status()).toBe(404);
  },
);
