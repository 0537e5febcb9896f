import type { Browser, BrowserContext, Page } from 'playwright-core';
import { paths } from '../../src/pages/paths';
import {
  openReviewedTalk,
  type ReviewedTalk,
  type ReviewedTalkOptions,
  type Reviewer,
} from '../support/reviewedTalk';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

const ROOM = paths.review('r1');
/** As a screen of 1280 by 1024 is at 400 %. */
const ENLARGED = { width: 320, height: 256 };

let browser: Browser;
let world: ReviewedTalk;

beforeAll(async () => {
  if (CHROMIUM !== null) browser = await openBrowser();
});

afterAll(() => browser?.close());

afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context: BrowserContext) => context.close()));
  await world?.practice.close();
});

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
}

async function begin(options: ReviewedTalkOptions = {}): Promise<void> {
  world = await openReviewedTalk(options);
  // A clock that stands still shows the same every time.
  world.practice.time.step = 0;
}

async function roomOf(who: Reviewer, look: Look = {}): Promise<{ page: Page; troubles: string[] }> {
  const { url } = world.practice.server;
  const { page, context, troubles } = await openPage(browser, `${url}/enter`, look);
  page.setDefaultTimeout(10_000);
  const [name = '', value = ''] = world.browsers[who].cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  await page.goto(`${url}${ROOM}${look.locale === 'en-GB' ? '?lang=en' : ''}`);
  return { page, troubles };
}

const active = (page: Page) =>
  page.evaluate('document.activeElement?.id || document.activeElement?.textContent');
const step = (page: Page, title: RegExp) => page.getByRole('heading', { name: title }).waitFor();

for (const look of [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'nl-NL', viewport: TELEPHONE, colorScheme: 'dark' },
  { name: 'enlarged', locale: 'en-GB', viewport: ENLARGED, colorScheme: 'light' },
] as const) {
  inBrowser(`everybody can use the room: ${look.name}`, async () => {
    await begin();
    const other = look.colorScheme === 'dark' ? 'light' : 'dark';
    const { page, troubles } = await roomOf('bram', look);
    const seen = async (name: string) => {
      await picture(page, `room-${name}-${look.name}`);
      expect([name, await violations(page)]).toEqual([name, []]);
      expect([name, await fits(page)]).toEqual([name, true]);
      for (const scheme of [
        { colorScheme: other },
        { contrast: 'more' },
        { forcedColors: 'active' },
      ] as const) {
        await page.emulateMedia(scheme);
        expect([name, scheme, await violations(page, ['color-contrast'])]).toEqual([name, scheme, []]);
      }
      await page.emulateMedia({ colorScheme: look.colorScheme, contrast: null, forcedColors: null });
    };
    await seen('waiting');
    for (const id of ['decide', 'side-by-side']) {
      await world.step(id);
      await page.reload();
      await seen(id);
    }
    await world.step('facts');
    await page.reload();
    await page.locator('#write-1 summary').click();
    await page.locator('#write-talk summary').click();
    await seen('writing');
    await page.goto(`${world.practice.server.url}${paths.reviewPrint('r1')}`);
    await seen('print');
    const guest = await roomOf('dirk', look);
    await picture(guest.page, `room-intro-${look.name}`);
    expect(await violations(guest.page)).toEqual([]);
    expect(await fits(guest.page)).toBe(true);
    await guest.page.goto(`${world.practice.server.url}${paths.reviews}`);
    expect(await violations(guest.page)).toEqual([]);
    expect(await fits(guest.page)).toBe(true);
    expect([...troubles, ...guest.troubles]).toEqual([]);
  });
}

inBrowser('a room goes along with the meeting, and takes nothing from who types', async () => {
  await begin();
  const [bram, chris] = [await roomOf('bram'), await roomOf('chris', { viewport: TELEPHONE })];
  await bram.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await step(chris.page, /^Nu: 1\./);
  await bram.page.getByRole('button', { name: 'Volgende stap' }).click();
  await step(chris.page, /^Nu: 2\./);
  await chris.page.getByText('Schrijf een notitie bij P2').click();
  await chris.page.getByText('Schrijf een notitie bij P1').click();
  await chris.page.locator('#text-1').fill('Ook bij één');
  await chris.page.locator('#text-2').fill('Stond zij op?');
  await chris.page
    .locator('#text-2')
    .evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(3, 3));
  const top = () => chris.page.locator('#text-2').evaluate((field) => field.getBoundingClientRect().top);
  const before = await top();

  await bram.page.getByRole('button', { name: 'Volgende stap' }).click();
  await step(chris.page, /^Nu: 3\./);
  expect(await active(chris.page)).toBe('text-2');
  expect(await chris.page.locator('#text-2').inputValue()).toBe('Stond zij op?');
  expect(await chris.page.locator('#text-1').inputValue()).toBe('Ook bij één');
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  expect(
    await chris.page.locator('#text-2').evaluate((field) => (field as HTMLTextAreaElement).selectionStart),
  ).toBe(3);
  await chris.page.getByText('3. Vragen naar de feiten', { exact: true }).first().waitFor();

  await chris.page.locator('#write-2 button.primary').click();
  await chris.page.locator('#told').waitFor();
  expect(await active(chris.page)).toBe('Schrijf een notitie bij P2');
  expect(await chris.page.locator('#text-1').inputValue()).toBe('Ook bij één');
  expect(await chris.page.locator('#text-2').inputValue()).toBe('');
  await bram.page.getByText('Stond zij op?').first().waitFor();

  await bram.page.locator('#write-1 summary').click();
  await bram.page.locator('#text-1').fill('Bel 06-12345678.');
  await bram.page.locator('#write-1 button.primary').click();
  await bram.page.locator('.problems').waitFor();
  const refused = () => bram.page.evaluate('document.activeElement?.className');
  expect(await refused()).toBe('problems');
  await chris.page.locator('#write-1 button.primary').click();
  await chris.page.locator('#told').waitFor();
  await bram.page.getByText('Ook bij één').first().waitFor();
  expect(await bram.page.locator('#text-1').inputValue()).toBe('Bel 06-12345678.');
  expect(await refused()).toBe('problems');
  expect(await bram.page.locator('.problems').textContent()).toContain('06-12345678');
  await bram.page.getByRole('button', { name: 'Toch zo bewaren' }).click();
  await bram.page.locator('#told').waitFor();
  expect(await bram.page.locator('.problems').count()).toBe(0);

  // Two steps on nobody may write: what is typed stays all the same.
  await chris.page.locator('#write-talk summary').click();
  await chris.page.locator('#text-talk').fill('Nog niet klaar');
  await world.step('own-marks');
  await bram.page.reload();
  await step(chris.page, /^Nu: 7\./);
  expect(await chris.page.locator('#text-talk').inputValue()).toBe('Nog niet klaar');
  await chris.page.locator('#write-talk button.primary').click();
  await chris.page.getByRole('alert').waitFor();
  expect(await chris.page.locator('#text-loose').inputValue()).toBe('Nog niet klaar');

  await bram.page.getByRole('link', { name: 'Kies je niveaus' }).click();
  await bram.page.goBack();
  await world.practice.store.reviews.withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
  for (const { page } of [bram, chris]) {
    await page.getByRole('heading', { name: 'Deze intervisie is ingetrokken', level: 1 }).waitFor();
    expect(await page.content()).not.toContain('Ook bij één');
    expect(await page.content()).not.toContain('Dag Ans');
  }
  const odd = [...bram.troubles, ...chris.troubles].filter((trouble) => !/status of (404|422)/.test(trouble));
  expect(odd).toEqual([]);
});

inBrowser('a line that is lost is told, and what was missed is caught up', async () => {
  await begin();
  const [bram, chris] = [await roomOf('bram'), await roomOf('chris')];
  await chris.page.locator('#present').filter({ hasText: '2 mensen' }).waitFor();
  // As when a proxy is gone: no answer to anything.
  await chris.page.context().setOffline(true);
  await chris.page.evaluate('window.dispatchEvent(new Event("offline"))');
  await bram.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await chris.page.getByText('De verbinding is weg.').waitFor();
  await bram.page.getByRole('button', { name: 'Volgende stap' }).click();
  await step(bram.page, /^Nu: 2\./);
  await chris.page.context().setOffline(false);
  await step(chris.page, /^Nu: 2\./);
  await chris.page.locator('#line:empty').waitFor({ state: 'attached' });
});

inBrowser('who leads no more is told so, in sight and aloud', async () => {
  await begin();
  const [bram, chris] = [await roomOf('bram'), await roomOf('chris')];
  await chris.page.locator('#take-lead summary').click();
  await chris.page.getByRole('button', { name: 'Ja, ik neem het over' }).click();
  const told = bram.page.getByRole('status').filter({ hasText: 'Naam van chris leidt nu de intervisie.' });
  await told.waitFor();
  expect(await told.textContent()).toBe('Naam van chris leidt nu de intervisie. Jij leidt niet meer.');
  expect(await bram.page.getByRole('button', { name: 'Begin', exact: true }).count()).toBe(0);
  await bram.page.locator('#take-lead summary').click();
  await bram.page.getByRole('button', { name: 'Ja, ik neem het over' }).click();
  await bram.page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  expect(await bram.page.locator('#line').textContent()).toBe('');
});

inBrowser('time that is up is told in words', async () => {
  await begin();
  await world.step('reading');
  const { store, time } = world.practice;
  const review = await store.reviews.review('r1');
  const since = new Date(time.now - 9 * 60_000 - 30_000).toISOString();
  if (review) await store.reviews.change({ ...review, meeting: { ...review.meeting, since } });
  const { page } = await roomOf('chris');
  await page.locator('#timer').filter({ hasText: '3 minuten over de tijd' }).waitFor();
});

inBrowser('the time runs, and says aloud when it is nearly up', async () => {
  await begin();
  await world.step('reading');
  const { store, time } = world.practice;
  const review = await store.reviews.review('r1');
  const since = new Date(time.now - 59_000).toISOString();
  if (review) await store.reviews.change({ ...review, meeting: { ...review.meeting, since } });
  const { page } = await roomOf('chris');
  await page
    .locator('#timer')
    .filter({ hasText: /^nog [45]:5\d$/ })
    .waitFor();
  await page.locator('#spoken').filter({ hasText: 'Nog vijf minuten' }).waitFor();
});

inBrowser(
  'without a mouse: from the list into the room, a note at a sentence, changed and taken away',
  async () => {
    await begin();
    await world.step('facts');
    const { page } = await roomOf('chris');
    await page.goto(`${world.practice.server.url}${paths.reviews}`);
    await tabTo(page, 'Een lastig gesprek');
    await page.keyboard.press('Enter');
    await step(page, /^Nu: 3\./);
    await tabTo(page, 'Schrijf een notitie bij P2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Waarom deze zin?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#told').waitFor();
    expect(await active(page)).toBe('Schrijf een notitie bij P2');
    const [note] = await world.practice.store.reviews.items('r1', 'note');
    expect(note?.value).toMatchObject({ turn: 2, sentence: 0, text: 'Waarom deze zin?' });
    await tabTo(page, 'Verander of haal weg (notitie bij P2)');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Waarom juist deze?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Waarom juist deze?').first().waitFor();
    expect(await active(page)).toBe('Verander of haal weg (notitie bij P2)');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Haal weg');
    await page.keyboard.press('Enter');
    await page.getByText('Je notitie is weg.').waitFor();
    expect(await world.practice.store.reviews.items('r1', 'note')).toEqual([]);
  },
);

inBrowser('all of it goes without a script', async () => {
  await begin();
  const { url } = world.practice.server;
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [name = '', value = ''] = world.browsers.bram.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  await page.goto(`${url}${ROOM}`);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Volgende stap' }).click();
  await step(page, /^Nu: 2\./);
  await page.getByText('Schrijf een notitie bij P1').click();
  await page.locator('#text-1').fill('Bel 06-12345678.');
  await page.locator('#write-1 button.primary').click();
  await page.locator('.problems a').click();
  await page.getByRole('button', { name: 'Toch zo bewaren' }).click();
  await page.locator('.told').waitFor();
  expect(page.url()).toContain('?told=noted#note-');
});

const PATIENCE = 100;

/** Goes on with Tab until what has the focus says this. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < PATIENCE; presses++) {
    const said = await page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
    if (said === words) {
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ‘${words}’`);
}
