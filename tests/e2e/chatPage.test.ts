import type { Browser, Page } from 'playwright-core';
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

inBrowser('a learner types and is answered; nothing goes wrong and nothing leaves this machine', async () => {
  const { page, context, troubles } = await openPage(browser, server.url);
  await said(page, 'coach').first().waitFor();
  await say(page, 'help');
  const shown = await transcript(page);
  expect(shown).toContain('help');
  expect(shown.at(-1)).toMatch(/^Coach /);
  await picture(page, 'chat-desktop');
  expect(troubles).toEqual([]);
  await context.close();
});

inBrowser('after a reload the same conversation is there, each message once', async () => {
  const { page, context } = await openPage(browser, server.url);
  await said(page).first().waitFor();
  await say(page, 'Dit is een zin die ik herken');
  const before = await transcript(page);
  await page.reload();
  expect(await settled(page, before.length)).toEqual(before);
  await page.waitForFunction(() => {
    const bubbles = document.querySelectorAll('.webchat__bubble__content');
    const last = bubbles[bubbles.length - 1]?.getBoundingClientRect();
    return last !== undefined && last.bottom <= window.innerHeight;
  });
  await context.close();
});

/** The transcript once it has as many messages as expected. */
async function settled(page: Page, count: number): Promise<readonly string[]> {
  await page
    .locator('.webchat__bubble__content')
    .nth(count - 1)
    .waitFor();
  return transcript(page);
}

inBrowser('a new conversation starts empty, after asking', async () => {
  const { page, context } = await openPage(browser, server.url);
  await said(page).first().waitFor();
  await say(page, 'Dit hoort bij het oude gesprek');
  await page.locator('#anew').click();
  await picture(page, 'chat-anew');
  await page.locator('dialog button[value=cancel]').click();
  expect(await transcript(page)).toContain('Dit hoort bij het oude gesprek');
  await page.locator('#anew').click();
  await Promise.all([page.waitForNavigation(), page.locator('dialog button[value=anew]').click()]);
  await said(page, 'coach').first().waitFor();
  expect(await transcript(page)).not.toContain('Dit hoort bij het oude gesprek');
  await context.close();
});

inBrowser('everything can be done with the keyboard alone', async () => {
  const { page, context, troubles } = await openPage(browser, server.url);
  await said(page, 'coach').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('conversation');
  const reached = await tabTo(page, '[data-id="webchat-sendbox-input"]');
  expect(reached).toBe(true);
  const before = await said(page).count();
  await page.keyboard.type('pauze');
  await page.keyboard.press('Enter');
  await said(page).nth(before).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe(
    'webchat-sendbox-input',
  );
  expect(troubles).toEqual([]);
  await context.close();
});

async function tabTo(page: Page, selector: string): Promise<boolean> {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

inBrowser('it fits a telephone', async () => {
  const { page, context, troubles } = await openPage(browser, server.url, { viewport: TELEPHONE });
  await said(page).first().waitFor();
  await say(page, 'help');
  await picture(page, 'chat-telephone');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(TELEPHONE.width);
  expect(await sendBox(page).isVisible()).toBe(true);
  expect(troubles).toEqual([]);
  await context.close();
});

const WINDOWS = [
  { name: 'enlarged to 400%', viewport: { width: 320, height: 256 } },
  { name: 'a small telephone', viewport: { width: 320, height: 480 } },
  { name: 'a telephone', viewport: TELEPHONE },
];

for (const { name, viewport } of WINDOWS) {
  inBrowser(`there is room to read and to type: ${name}`, async () => {
    const { page, context } = await openPage(browser, server.url, { viewport });
    await said(page, 'coach').first().waitFor();
    await say(page, 'help');
    const room = await page.evaluate(() => {
      const seen = (selector: string) => {
        const place = document.querySelector(selector)?.getBoundingClientRect();
        if (place === undefined) return 0;
        return (Math.min(place.bottom, innerHeight) - Math.max(place.top, 0)) / innerHeight;
      };
      return {
        both: seen('#chat'),
        conversation: seen('.webchat__basic-transcript'),
        sideways: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(room.both).toBeGreaterThanOrEqual(0.6);
    expect(room.conversation).toBeGreaterThanOrEqual(0.4);
    expect(room.sideways).toBeLessThanOrEqual(0);
    await picture(page, `chat-${viewport.width}x${viewport.height}`);
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await page.locator('#anew').isVisible()).toBe(true);
    await context.close();
  });
}

/** The colours that tell a scheme: the page, a message of the coach, the words of the send box. */
function colours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    return [
      style('body').backgroundColor,
      style('.speaker-coach .webchat__bubble__content').backgroundColor,
      style('[data-id="webchat-sendbox-input"]').color,
    ];
  });
}

inBrowser('it follows the colours a learner asks for, also while it is open', async () => {
  const { page, context, troubles } = await openPage(browser, server.url, { colorScheme: 'dark' });
  await said(page, 'coach').first().waitFor();
  expect(await colours(page)).toEqual(['rgb(23, 20, 17)', 'rgb(23, 48, 46)', 'rgb(241, 236, 230)']);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await colours(page)).toEqual(['rgb(251, 247, 241)', 'rgb(238, 244, 243)', 'rgb(43, 38, 34)']);
  await page.emulateMedia({ contrast: 'more' });
  expect(await colours(page)).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  expect(await colours(page)).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  expect(troubles).toEqual([]);
  await context.close();
});

inBrowser('it speaks the language of the browser, or the one that is asked for', async () => {
  const { page, context } = await openPage(browser, server.url, { locale: 'en-GB' });
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await sendBox(page).waitFor();
  expect(await sendBox(page).getAttribute('placeholder')).toBe('Type what you would say');
  await page.locator('nav a[hreflang=nl]').click();
  await page.locator('html[lang=nl]').waitFor();
  await context.close();
});

inBrowser('when the server is away the page says so, and goes on by itself when it is back', async () => {
  const { page, context } = await openPage(browser, server.url);
  await said(page).first().waitFor();
  await say(page, 'Dit was er voor de storing');
  const { port } = server;
  await server.kill();
  await page.locator('#status:not([hidden])').waitFor();
  expect(await page.locator('#status').textContent()).toContain('De verbinding is even weg');
  await picture(page, 'chat-offline');
  server = await serve({ dataFolder, port });
  await page.locator('#status').waitFor({ state: 'hidden' });
  await say(page, 'En dit erna');
  const shown = await transcript(page);
  for (const words of ['Dit was er voor de storing', 'En dit erna']) {
    expect(shown.filter((text) => text === words)).toHaveLength(1);
  }
  await context.close();
});

inBrowser('nothing that was typed is in the log', async () => {
  const { page, context } = await openPage(browser, server.url);
  await said(page).first().waitFor();
  await say(page, 'Mijn geheime woord is kaneelbroodje');
  await context.close();
  expect(await server.stop()).toBe(0);
  expect(server.log()).toContain('"msg":"request"');
  expect(server.log()).not.toContain('kaneelbroodje');
  server = await serve({ dataFolder });
});
