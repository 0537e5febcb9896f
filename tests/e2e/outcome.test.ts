import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/pages/paths';
import { openReviewedTalk, type ReviewedTalk, type Reviewer } from '../support/reviewedTalk';
import { fits, violations } from './axe';
import { DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE, type WatchedPage } from './harness';

let browser: Browser;
let room: ReviewedTalk;
let open: WatchedPage[];

beforeEach(async () => {
  browser = await openBrowser();
  open = [];
  room = await openReviewedTalk();
  await room.step('lessons');
  await room.practice.store.reviews.keepPlace({
    review: 'r1',
    reference: '{}',
    at: '2026-01-05T09:00:00.000Z',
  });
}, 60_000);

afterEach(async () => {
  await browser?.close();
  await room.practice.close();
});

async function enter(who: Reviewer, look: Parameters<typeof openPage>[2] = {}): Promise<WatchedPage> {
  const { url } = room.practice.server;
  const watched = await openPage(browser, `${url}/enter`, look);
  const [name = '', value = ''] = room.browsers[who].cookie.split('=');
  await watched.context.addCookies([{ name, value, url }]);
  await watched.page.goto(`${url}${paths.outcome('r1')}`);
  open.push(watched);
  return watched;
}

/** Nothing is wrong with it, in light and in dark, wide and narrow. */
async function checked(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [DESKTOP, TELEPHONE]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      expect([name, colorScheme, await violations(page), await fits(page)]).toEqual([
        name,
        colorScheme,
        [],
        true,
      ]);
    }
  await picture(page, `outcome-${name}`);
}

inBrowser(
  'what is taken home is written with the keyboard alone, read by all, and changed on one’s own page',
  async () => {
    const { page } = await enter('bram');
    const type = async (label: string, words: string) => {
      await page.getByLabel(label).focus();
      await page.keyboard.type(words);
    };
    await checked(page, 'empty');
    await type('Wat neem je mee uit dit gesprek?', 'Stilte werkt.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Je inzicht staat erbij.').waitFor();
    await type('Wat ga je doen?', 'Eerst vragen.');
    await page.getByLabel('Op welke dag?').fill('2026-01-12');
    await page.getByLabel('Wie herinnert je eraan?').selectOption({ label: 'Naam van chris' });
    await page.getByRole('button', { name: 'Voornemen toevoegen' }).press('Enter');
    await page.getByText('Op maandag 12 januari 2026. Naam van chris herinnert eraan.').waitFor();
    await checked(page, 'filled');
    await page.getByRole('button', { name: 'Voornemen toevoegen' }).click();
    await page.getByRole('alert').waitFor();
    await checked(page, 'problems');

    const chris = await enter('chris', { viewport: TELEPHONE });
    await chris.page.getByText('Stilte werkt.').waitFor();
    await chris.page.getByText('Op maandag 12 januari 2026. Jij herinnert eraan.').waitFor();
    expect(await chris.page.getByRole('link', { name: /^Wijzigen/ }).count()).toBe(0);

    await page.getByRole('link', { name: 'Naar al mijn voornemens' }).click();
    await checked(page, 'mine');
    await page.getByRole('link', { name: 'Wijzigen: Eerst vragen.' }).click();
    await checked(page, 'edit');
    await page.getByLabel('Op welke dag?').fill('2026-01-19');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('Op maandag 19 januari 2026. Naam van chris herinnert eraan.').waitFor();
    await page.getByRole('button', { name: 'Gedaan: Eerst vragen.' }).click();
    await page.getByRole('button', { name: 'Toch nog niet: Eerst vragen.' }).waitFor();
    for (const { troubles } of open) expect(troubles.filter((one) => !one.includes('422'))).toEqual([]);
  },
  60_000,
);

inBrowser('on paper stands what was taken home, without forms and buttons', async () => {
  await room.browsers.bram.send(paths.outcome('r1'), paths.insights('r1'), { text: 'Stilte werkt.' });
  const { page } = await enter('bram');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Stilte werkt.').isVisible()).toBe(true);
  for (const gone of ['button', 'textarea', 'nav', 'main a']) {
    const shown = await page
      .locator(gone)
      .evaluateAll((all) => all.filter((one) => (one as HTMLElement).offsetParent));
    expect([gone, shown.length]).toEqual([gone, 0]);
  }
  await picture(page, 'outcome-paper');
});
