import type { Browser, Page } from 'playwright-core';
import { playthrough } from '../support/playthrough';
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
  serve,
  TELEPHONE,
  temporaryFolder,
} from './harness';

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

/** Plays a short talk to its debrief card. */
async function playToTheEnd(page: Page): Promise<void> {
  await said(page, 'coach').first().waitFor();
  for (const words of ['hasna', 'begin']) await say(page, words);
  for (const reply of playthrough('hasna', 'moralising').replies.slice(0, 6)) await say(page, reply);
  await say(page, 'stop');
}

async function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

inBrowser(
  'a talk is looked back on, contested, tried again, compared and deleted, also without script',
  async () => {
    const { page, context, troubles } = await openPage(browser, server.url);
    await playToTheEnd(page);
    await page.locator('.ac-pushButton', { hasText: 'Open de hele terugblik' }).click();
    await page.waitForURL(/\/debrief\//);
    const debrief = page.url();

    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
      viewport: TELEPHONE,
      locale: 'nl-NL',
    });
    const still = await plain.newPage();
    await still.goto(debrief);
    const understood = still.locator('section:has(#understood)');
    await understood.getByText('Bekijk hoe elke zin is gelezen').click();
    await understood
      .getByRole('link', { name: /^Dit bedoelde ik niet/ })
      .first()
      .click();
    await still.getByRole('button', { name: 'Bewaren' }).click();
    expect(await still.getByRole('alert').textContent()).toBe('Kies eerst wat je bedoelde.');
    await still.getByRole('radio', { name: /zorg benoemen/i }).check();
    await still.getByLabel('In een paar woorden waarom').fill('Zo was het bedoeld.');
    await still.getByRole('button', { name: 'Bewaren' }).click();
    await still.getByText('Jij bedoelde: zorg benoemen').waitFor();
    expect(new URL(still.url()).hash).toBe('#sentence-1-0');
    await still.getByRole('button', { name: /^Toch laten zoals het was/ }).click();
    await still.waitForURL(/#sentence-1-0$/);
    expect(await still.getByText('Jij bedoelde').count()).toBe(0);
    await still
      .getByRole('button', { name: /^Probeer opnieuw vanaf hier/ })
      .first()
      .click();
    await still.waitForURL(`${server.url}/`);

    await page.goto(server.url);
    await said(page, 'coach').filter({ hasText: 'We gaan terug naar beurt' }).waitFor();
    await say(page, 'Dat moet zwaar voor u zijn. Hoe gaat het nu met u?');
    await say(page, 'stop');
    await picture(page, 'compare-card');
    await page.locator('.ac-pushButton', { hasText: 'Zet ze naast elkaar' }).click();
    await page.waitForURL(/\/compare\//);
    expect(await page.getByRole('heading', { name: /^Poging/, level: 3 }).count()).toBe(3);

    for (const path of [new URL(page.url()).pathname, new URL(debrief).pathname, '/progress']) {
      await still.goto(`${server.url}${path}`);
      expect([path, await still.title()]).not.toEqual([path, '']);
      await page.setViewportSize(TELEPHONE);
      await page.goto(`${server.url}${path}`);
      expect([path, await fits(page)]).toEqual([path, true]);
      await picture(page, path.split('/')[1] ?? '');
    }
    await still
      .getByRole('link', { name: /^Wissen/ })
      .last()
      .click();
    await still.getByText('Ook de poging die hieruit opnieuw is gedaan').waitFor();
    await still.getByRole('button', { name: 'Ja, wis dit gesprek' }).click();
    await still.waitForURL(/\/progress\?lang=nl$/);
    expect(await still.getByRole('link', { name: /^Terugblik/ }).count()).toBe(0);
    expect((await still.goto(debrief))?.status()).toBe(404);
    expect(troubles).toEqual([]);
    await plain.close();
    await context.close();
  },
);
