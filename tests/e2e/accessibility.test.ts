import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { playthrough } from '../support/playthrough';
import {
  CHROMIUM,
  DESKTOP,
  inBrowser,
  openBrowser,
  openPage,
  removeFolder,
  type ServedProcess,
  said,
  say,
  sendBox,
  serve,
  TELEPHONE,
  temporaryFolder,
} from './harness';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const REPLIES = playthrough('hasna', 'moralising').replies.slice(0, 4);

let dataFolder: string;
let server: ServedProcess;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  dataFolder = temporaryFolder();
  server = await serve({ dataFolder, settings: { LOG_LEVEL: 'trace' } });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (dataFolder) removeFolder(dataFolder);
});

/** What axe finds against WCAG 2.2 A and AA, or one rule of it: rule, place and why. */
async function violations(page: Page, runOnly: readonly string[] = STANDARDS): Promise<readonly string[]> {
  const wanted = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const found = (await page.evaluate(`${AXE}; axe.run(document, ${wanted})`)) as AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Whether the page is no wider than the screen. */
function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

const LOOKS = [
  {
    name: 'Dutch, light, on a desk',
    locale: 'nl-NL',
    viewport: DESKTOP,
    colorScheme: 'light',
    prepare: 'voorbereiden',
    debrief: 'Open de hele terugblik',
    compare: 'Zet ze naast elkaar',
  },
  {
    name: 'English, dark, on a telephone',
    locale: 'en-GB',
    viewport: TELEPHONE,
    colorScheme: 'dark',
    prepare: 'prepare',
    debrief: 'Open the whole debrief',
    compare: 'Put them side by side',
  },
] as const;

/** What a reader may ask of the browser, each on top of the one before. */
const SCHEMES = [
  { colorScheme: 'dark' },
  { colorScheme: 'light' },
  { contrast: 'more' },
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { colorScheme: 'light' },
] as const;

for (const look of LOOKS) {
  inBrowser(`everybody can use every page: ${look.name}`, async () => {
    const { page, context, troubles } = await openPage(browser, server.url, look);
    const seen = async (name: string) => {
      expect([name, await violations(page)]).toEqual([name, []]);
      expect([name, await fits(page)]).toEqual([name, true]);
    };
    const inEveryScheme = async (name: string) => {
      await seen(name);
      for (const scheme of SCHEMES) {
        await page.emulateMedia(scheme);
        expect([name, scheme, await violations(page, ['color-contrast'])]).toEqual([name, scheme, []]);
      }
      await page.emulateMedia({ colorScheme: look.colorScheme, contrast: null, forcedColors: null });
    };
    await beginAnew(page);
    await inEveryScheme('the welcome');
    await say(page, 'hasna');
    await page.locator('.ac-pushButton').nth(3).waitFor();
    await inEveryScheme('the briefing');
    await say(page, look.prepare);
    await page.locator('textarea.ac-input').first().waitFor();
    await inEveryScheme('the preparation');
    await say(page, 'begin');
    for (const reply of REPLIES) await say(page, reply);
    expect(await said(page, 'persona').last().getAttribute('lang')).toBe('nl');
    await say(page, 'hint');
    await inEveryScheme('the talk');
    await say(page, 'stop');
    await inEveryScheme('the debrief card');
    await follow(page, look.debrief, /\/debrief\//);
    await page
      .locator('summary')
      .evaluateAll((all) => all.map((summary) => summary.parentElement?.setAttribute('open', '')));
    await inEveryScheme('the debrief');
    const debrief = page.url();
    await page.locator('a[href*="/sentences/"]').last().click();
    await page.locator('main button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await inEveryScheme('contesting a mark, with what is missing');
    await page.locator('input[type=radio]').nth(3).check();
    await page.locator('main button[type=submit]').click();
    await page.waitForURL(/#sentence-/);
    await inEveryScheme('the corrected debrief');
    await page.goto(debrief);
    await page.locator('form[action$="/again"] button').first().click();
    await page.waitForURL(`${server.url}/`);
    await said(page).first().waitFor();
    await say(page, 'Dat moet zwaar voor u zijn. Hoe gaat het nu met u?');
    await say(page, 'stop');
    await follow(page, look.compare, /\/compare\//);
    await inEveryScheme('the attempts side by side');
    await page.goto(`${server.url}/progress`);
    await inEveryScheme('the progress');
    await page.locator('a[href*="/forget"]').last().click();
    await inEveryScheme('asking before deleting');
    expect(troubles.filter((trouble) => !/status of 422/.test(trouble))).toEqual([]);
    await context.close();
  });
}

/** A conversation without anything of the test before in it. */
async function beginAnew(page: Page): Promise<void> {
  await said(page).first().waitFor();
  await page.locator('#anew').click();
  await Promise.all([page.waitForNavigation(), page.locator('dialog button[value=anew]').click()]);
  await said(page).first().waitFor();
  await page.locator('.ac-pushButton').first().waitFor();
}

/** Presses a card's link, which stays in this tab. */
async function follow(page: Page, label: string, to: RegExp): Promise<void> {
  await page.locator('.ac-pushButton', { hasText: label }).last().click();
  await page.waitForURL(to);
  expect(page.context().pages()).toHaveLength(1);
}

inBrowser('from the chat to the debrief, to a second try and back, without a mouse', async () => {
  const { page, context } = await openPage(browser, server.url);
  await beginAnew(page);
  await sendBox(page).focus();
  for (const words of ['hasna', 'begin', 'U moet Hasna vrijlaten.', 'Dat is verboden.', 'stop'])
    await type(page, words);
  await page.locator('.ac-pushButton', { hasText: 'Open de hele terugblik' }).waitFor();
  // Web Chat's way: back to the transcript, into its last message with Enter, on to the button in it.
  await tabTo(page, '', 'Shift+Tab', '[role=feed], .webchat__basic-transcript');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Open de hele terugblik', 'Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/debrief\//);
  await tabTo(page, 'Probeer opnieuw vanaf hier', 'Tab');
  expect(await focusIsVisible(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.url}/`);
  const back = said(page, 'coach').filter({ hasText: 'We gaan terug naar beurt' });
  await back.waitFor();
  await page.waitForFunction(isOnScreen, await back.elementHandle());
  await tabTo(page, '', 'Tab', '[data-id="webchat-sendbox-input"]');
  await type(page, 'Dat moet zwaar voor u zijn.');
  await context.close();
});

/** Types into what has the focus, and waits until it is answered. */
async function type(page: Page, words: string): Promise<void> {
  const before = await said(page).count();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await said(page).nth(before).waitFor();
}

const PATIENCE = 120;

/** Goes on with Tab until what has the focus bears this label. */
async function tabTo(
  page: Page,
  label: string,
  key: 'Tab' | 'Shift+Tab',
  selector = 'button, a',
): Promise<void> {
  for (let presses = 0; presses < PATIENCE; presses++) {
    const there = await page.evaluate(
      ([wanted, words]) => {
        const element = document.activeElement;
        return (element?.matches(wanted ?? '') && element.textContent?.includes(words ?? '')) ?? false;
      },
      [selector, label],
    );
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ‘${label || selector}’`);
}

inBrowser(
  'of all that was done here the log, at its most talkative, holds no word and no token',
  async () => {
    await server.stop();
    const log = server.log();
    expect(log).toContain('/directline/conversations/:conversation/activities');
    for (const secret of [
      ...REPLIES,
      'Dat moet zwaar',
      'vrijlaten',
      'eyJ',
      'bruggesprek-visit',
      'watermark=',
    ])
      expect(log).not.toContain(secret);
  },
);

const isOnScreen = (element: Element | SVGElement | null): boolean => {
  const place = element?.getBoundingClientRect();
  return place !== undefined && place.top >= 0 && place.bottom <= window.innerHeight;
};

function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element !== null && getComputedStyle(element).outlineStyle !== 'none';
  });
}
