import type { Browser, Page } from 'playwright-core';
import { type HomeworkClass, openHomeworkClass } from '../support/homeworkClass';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

let browser: Browser;
let room: HomeworkClass;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await openBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  if (CHROMIUM === null) return;
  room = await openHomeworkClass();
});

afterEach(() => room?.practice.close());

const LOOKS = [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'en-GB', viewport: TELEPHONE, colorScheme: 'dark' },
] as const;
type Look = (typeof LOOKS)[number];

/** A page of somebody who is signed in. */
async function pageOf(who: 'tineke' | 'anna', look: Look): Promise<Page> {
  const { url } = room.practice.server;
  const { page, context } = await openPage(browser, `${url}/enter`, look);
  const [name = '', value = ''] = room[who].cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return page;
}

for (const look of LOOKS) {
  const seen = async (page: Page, name: string) => {
    await picture(page, `homework-${name}-${look.name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
  };

  inBrowser(`homework is given, done and handed in without a script: ${look.name}`, async () => {
    const { url } = room.practice.server;
    const lang = look.locale.slice(0, 2) as 'nl' | 'en';
    await room.practice.store.people.changePerson('tineke', { locale: lang });
    await room.practice.store.people.changePerson('anna', { locale: lang });

    const trainer = await pageOf('tineke', look);
    await trainer.goto(`${url}/groups/g1/assignments`);
    await seen(trainer, 'list-empty');
    await trainer.locator('main a.button').click();
    await seen(trainer, 'form-new');
    await trainer.locator('button[value=publish]').click();
    await trainer.getByRole('alert').waitFor();
    await seen(trainer, 'form-refused');
    await trainer.locator('.problems a').first().click();
    expect(await trainer.evaluate('document.activeElement.id')).toBe('title');
    await trainer.fill('#title', 'Oefenen voor de bijeenkomst');
    await trainer.fill('#note', 'Neem de tijd.\nLet op het tempo.');
    await trainer.fill('#dueOn', '2026-01-22');
    await trainer.check('input[name="scenarios.small"]');
    await trainer.check('input[name="sight"][value="transcript"]');
    await trainer.check('input[name="focus.V5"]');
    await trainer.locator('button[value=publish]').click();
    await trainer.getByRole('status').waitFor();
    await seen(trainer, 'given');
    const id = /assignments\/([^?/]+)/.exec(trainer.url())?.[1] ?? '';
    await trainer.goto(`${url}/groups/g1/assignments/${id}/edit`);
    await seen(trainer, 'form-fixed');

    const learner = await pageOf('anna', look);
    await learner.goto(`${url}/me`);
    await seen(learner, 'me-before');
    await learner.locator('section[aria-labelledby=homework] li a').click();
    await seen(learner, 'work-before');
    await room.practised('anna');
    await learner.goto(`${url}/me/homework/${id}`);
    await seen(learner, 'work');
    await learner.locator('a.button[href*="/hand-in/"]').click();
    await seen(learner, 'hand-in');
    await learner.locator('main button[type=submit]').click();
    await learner.getByRole('alert').waitFor();
    await seen(learner, 'hand-in-refused');
    await learner.check('input[name=consent]');
    await learner.locator('main button[type=submit]').click();
    await learner.getByRole('status').waitFor();
    await seen(learner, 'handed-in');
    await learner.goto(`${url}/me`);
    await seen(learner, 'me');
    await learner.locator('section[aria-labelledby=shared] button').click();
    await learner.getByRole('status').waitFor();
    await seen(learner, 'taken-back');

    await trainer.goto(`${url}/groups/g1/assignments`);
    await seen(trainer, 'list');
  });
}
