import type { Browser } from 'playwright-core';
import { paths } from '../../src/pages/paths';
import { openReviewedTalk, type ReviewedTalk, SAID } from '../support/reviewedTalk';
import { fits, violations } from './axe';
import { inBrowser, openBrowser, openPage, TELEPHONE } from './harness';

let browser: Browser;
let world: ReviewedTalk;

beforeEach(async () => {
  browser = await openBrowser();
  world = await openReviewedTalk();
  await world.step('side-by-side');
}, 60_000);

afterEach(async () => {
  await browser?.close();
  await world?.practice.close();
});

const PAGES = [
  paths.reviewPrint('r1'),
  paths.whatIf('r1'),
  paths.whatIf('r1', 2),
  paths.marks('r1'),
  paths.labels('r1'),
  paths.outcome('r1'),
];

async function open(path: string) {
  const { url } = world.practice.server;
  const opened = await openPage(browser, `${url}/enter`, { viewport: TELEPHONE });
  opened.page.setDefaultTimeout(10_000);
  const [name = '', value = ''] = world.browsers.chris.cookie.split('=');
  await opened.context.addCookies([{ name, value, url }]);
  await opened.page.goto(url + path);
  return opened;
}

inBrowser(
  'pages beside the room tell that the group went on, and lose all when it is withdrawn',
  async () => {
    const opened = await Promise.all(PAGES.map(open));
    const { store } = world.practice;
    const what = opened[1]?.page;
    const trying = opened[2]?.page;
    await trying?.locator('textarea').fill('Nog niet af');
    // All of them listen by now.
    await Promise.all(opened.map(({ page }) => page.waitForTimeout(500)));
    const insight = { id: 's1', by: 'bram', at: '2026-01-05T09:00:00.000Z', text: 'Stilte werkt.' };
    await store.reviews.keep({ review: 'r1', kind: 'insight', key: 's1', version: 1, value: insight });
    await what?.getByText('Er is iets veranderd in de intervisie.').waitFor();
    await world.step('lessons');
    for (const { page } of opened) {
      await page.getByText('De groep is bij een andere stap.').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
    }
    expect(await trying?.locator('textarea').inputValue()).toBe('Nog niet af');
    await what?.locator('#line').getByRole('link', { name: 'Ververs' }).click();
    await what?.locator('#line:empty').waitFor({ state: 'attached' });

    await store.reviews.withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
    for (const { page, troubles } of opened) {
      await page.getByRole('heading', { name: 'Deze intervisie is ingetrokken', level: 1 }).waitFor();
      const content = await page.content();
      for (const words of [...SAID, 'Stilte werkt.']) expect(content).not.toContain(words);
      expect(page.url()).toBe(world.practice.server.url + paths.review('r1'));
      expect(troubles).toEqual([]);
    }
  },
);
