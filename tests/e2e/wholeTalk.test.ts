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
  sendBox,
  serve,
  TELEPHONE,
  temporaryFolder,
  transcript,
} from './harness';

const REPLIES = playthrough('hasna', 'excellent').replies;

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

/** Goes from the first page into the talk, by the buttons a learner sees. */
async function begin(page: Page): Promise<void> {
  await said(page, 'coach').first().waitFor();
  await page.locator('.ac-pushButton', { hasText: 'Hasna' }).click();
  await page.locator('.ac-pushButton', { hasText: 'Meteen beginnen' }).click();
  await said(page, 'persona').first().waitFor();
}

inBrowser(
  'a whole talk is played by typing, survives a power cut half-way, and ends in a debrief that quotes what was typed',
  async () => {
    const { page, context, troubles } = await openPage(browser, server.url);
    await begin(page);
    await picture(page, 'talk-begin');
    const half = Math.floor(REPLIES.length / 2);
    for (const reply of REPLIES.slice(0, half)) await say(page, reply);
    expect(troubles).toEqual([]);
    await picture(page, 'talk-half');

    const { port } = server;
    await server.kill();
    server = await serve({ dataFolder, port });
    await page.locator('#status').waitFor({ state: 'hidden' });

    const typed = [...REPLIES.slice(0, half)];
    for (const reply of REPLIES.slice(half)) {
      if ((await page.locator('.ac-pushButton', { hasText: /terugblik/i }).count()) > 0) break;
      await say(page, reply);
      typed.push(reply);
    }
    if ((await page.locator('.ac-pushButton', { hasText: /terugblik/i }).count()) === 0)
      await say(page, 'stop');
    const shown = await transcript(page);
    expect(shown.filter((text) => typed.includes(text))).toEqual(typed);
    await picture(page, 'talk-end');

    await page
      .locator('.ac-pushButton', { hasText: /terugblik/i })
      .last()
      .click();
    await page.waitForURL(/\/debrief\//);
    expect(context.pages()).toHaveLength(1);
    const quotes = await page.locator('.mark .quotes q').allTextContents();
    expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) {
      expect(typed.some((reply) => reply.includes(quote))).toBe(true);
    }
    await picture(page, 'debrief-desktop');
    await page.setViewportSize(TELEPHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      TELEPHONE.width,
    );
    await picture(page, 'debrief-telephone');

    await page.goBack();
    await sendBox(page).waitFor();
    await picture(page, 'talk-telephone');
    await context.close();
  },
);
