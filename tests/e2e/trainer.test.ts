import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/pages/paths';
import { openSharedClass, SECRET, type SharedClass } from '../support/sharedClass';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage, picture, TELEPHONE } from './harness';

let browser: Browser;
let group: SharedClass;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await openBrowser();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  if (CHROMIUM === null) return;
  group = await openSharedClass();
});

afterEach(() => group?.practice.close());

const LOOKS = [
  { name: 'desk', locale: 'nl-NL', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'telephone', locale: 'en-GB', viewport: TELEPHONE, colorScheme: 'dark' },
] as const;
type Look = (typeof LOOKS)[number];

async function pageOf(who: 'tineke' | 'anna', look: Look): Promise<Page> {
  const { url } = group.practice.server;
  const { page, context } = await openPage(browser, `${url}/enter`, look);
  const [name = '', value = ''] = group[who].cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return page;
}

for (const look of LOOKS) {
  const lang = look.locale.slice(0, 2) as 'nl' | 'en';
  const other = look.colorScheme === 'dark' ? 'light' : 'dark';

  const seen = async (page: Page, name: string) => {
    await picture(page, `trainer-${name}-${look.name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
    await page.emulateMedia({ colorScheme: other });
    expect([name, other, await violations(page, ['color-contrast'])]).toEqual([name, other, []]);
    await page.emulateMedia({ colorScheme: look.colorScheme });
  };

  inBrowser(`a trainer looks at a group and responds, without a script: ${look.name}`, async () => {
    const { practice } = group;
    const { url } = practice.server;
    for (const person of ['tineke', 'anna'])
      await practice.store.people.changePerson(person, { locale: lang });
    for (const person of ['chaima', 'daan', 'eva'])
      await group.join(person, person === 'eva' ? '' : undefined);

    const trainer = await pageOf('tineke', look);
    await trainer.goto(`${url}${paths.overview('g1')}?lang=${lang}`);
    await seen(trainer, 'overview-empty');
    await group.give({ title: 'Kennismaken met de anderen', sight: 'done' });
    const second = await group.give({
      title: 'Een eerste gesprek',
      sight: 'transcript',
      dueOn: '2026-01-29',
    });
    await trainer.goto(`${url}${paths.picture('g1')}`);
    await seen(trainer, 'picture-empty');
    for (const person of ['bert', 'chaima', 'daan', 'eva'])
      await group.handedIn(person, 'transcript', second);
    const anna = await group.handedIn('anna', 'transcript', second);

    await trainer.goto(`${url}${paths.overview('g1')}`);
    await seen(trainer, 'overview');
    await trainer.locator('nav.within a').nth(1).click();
    await seen(trainer, 'picture');
    await trainer.locator('nav.within a').nth(2).click();
    await seen(trainer, 'agenda');
    await trainer.emulateMedia({ media: 'print' });
    await picture(trainer, `trainer-agenda-print-${look.name}`);
    expect(await trainer.locator('nav.within').first().isVisible()).toBe(false);
    await trainer.emulateMedia({ media: 'screen' });

    await trainer.goto(`${url}${paths.overview('g1')}`);
    await trainer.locator(`a[href="${anna.page}"]`).click();
    expect(await trainer.textContent('main')).toContain(SECRET);
    await seen(trainer, 'hand-in');
    await trainer.locator('section[aria-labelledby=talk] li a').nth(1).click();
    await trainer.locator('main button[type=submit]').click();
    await trainer.getByRole('alert').waitFor();
    await seen(trainer, 'note-refused');
    await trainer.locator('.problems a').click();
    expect(await trainer.evaluate('document.activeElement.id')).toBe('text');
    await trainer.fill('#text', 'Hier vroeg je door.\nMooi!');
    await trainer.locator('main button[type=submit]').click();
    await trainer.getByRole('status').waitFor();
    await trainer.locator('article.mark a').first().click();
    await trainer.locator('main button[type=submit]').click();
    await trainer.getByRole('alert').waitFor();
    await seen(trainer, 'overrule-refused');
    await trainer.check('input[name=level][value=strong]');
    await trainer.fill('#reason', 'Je liet zien waar je zelf vandaan komt.');
    await trainer.locator('main button[type=submit]').click();
    await trainer.getByRole('status').waitFor();
    await trainer.locator('form[action$="/discussed"] button').click();
    await trainer.getByRole('status').waitFor();
    await seen(trainer, 'answered');

    const learner = await pageOf('anna', look);
    await learner.goto(`${url}${paths.homework(second)}`);
    await seen(learner, 'told-homework');
    await learner.goto(`${url}${paths.debrief(anna.attempt)}`);
    expect(await learner.textContent('main')).toContain('Hier vroeg je door.');
    await picture(learner, `trainer-told-debrief-${look.name}`);
  });
}
