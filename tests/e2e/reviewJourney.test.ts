import type { Page } from 'playwright-core';
import { playthrough } from '../support/playthrough';
import { inBrowser, said, say, sendBox } from './harness';
import { follow, invite, journey, makeGroup, nextWeek, press } from './journey';

/** Somebody who exists is named in the second; nobody but Anna may read who. */
const REPLIES = [
  playthrough('hasna', 'excellent').replies[0] ?? '',
  'Mevrouw De Vries van het Mondriaan College belde me over Hasna.',
  ...playthrough('hasna', 'excellent').replies.slice(3, 7),
];
const HIDDEN = REPLIES[4] ?? '';
const FREEZE = 3;

const { server, somebody, organiser, enter, seen, restart } = journey('review');

const shown = async (page: Page) => (await page.locator('main').textContent()) ?? '';
const source = (page: Page) => page.evaluate<string>('document.documentElement.outerHTML');

/** Tineke makes a group, the others come in by its code. */
async function gather(): Promise<Readonly<Record<'tineke' | 'anna' | 'bram' | 'chris', Page>>> {
  const tineke = await organiser('Tineke');
  await makeGroup(tineke, 'Wijkteam Oost');
  const code = await invite(tineke, 'learner');
  const [anna, bram, chris] = [
    await enter(code, 'Anna'),
    await enter(code, 'Bram'),
    await enter(code, 'Chris'),
  ];
  return { tineke, anna, bram, chris };
}

/** Anna practises, and goes to what she can share of it. */
async function practise(anna: Page): Promise<void> {
  await anna.goto(`${server().url}/`);
  await sendBox(anna).waitFor();
  await said(anna).first().waitFor();
  await say(anna, 'hasna');
  await anna.locator('.ac-pushButton', { hasText: 'Meteen beginnen' }).last().click();
  await said(anna, 'persona').first().waitFor();
  for (const reply of REPLIES) await say(anna, reply);
  await say(anna, 'stop');
  await anna.goto(`${server().url}/reviews/new`);
  await follow(anna, /^Inbrengen/);
  await anna.waitForURL(/\/reviews\/new\/./);
}

const step = (page: Page, index: number) => page.locator(`#room[data-step="${index}"]`).waitFor();

/** The next step, once whoever leads sees it. */
async function next(leader: Page): Promise<void> {
  const now = Number(await leader.locator('#room').getAttribute('data-step'));
  await press(leader, 'Volgende stap');
  await step(leader, now + 1);
}

const folded = (page: Page) =>
  page.locator('details', { has: page.locator('summary', { hasText: 'bij het hele gesprek' }) }).last();

async function write(page: Page, kind: string, text: string): Promise<void> {
  if ((await folded(page).getAttribute('open')) === null) await folded(page).locator('summary').click();
  const choice = folded(page).locator(`input[type=radio][value="${kind}"]`);
  if ((await choice.count()) > 0) await choice.check();
  await folded(page).locator('textarea').fill(text);
  await folded(page).getByRole('button', { name: 'Bewaar notitie' }).click();
  await page.locator('.words', { hasText: text }).first().waitFor();
}

inBrowser(
  'a team looks at a talk together: shared, frozen, noted, tried, marked, taken home, and withdrawn',
  async () => {
    const { tineke, anna, bram, chris } = await gather();
    await practise(anna);
    await seen(anna, 'share');
    await anna.fill('#title', 'Het gesprek met de vader');
    await anna.selectOption('#group', { label: 'Wijkteam Oost' });
    await anna.check('input[name="method"][value="incident"]');
    await anna.selectOption('#freeze', String(FREEZE));
    for (const criterion of ['H1', 'V1', 'V5']) await anna.check(`input[name="focus.${criterion}"]`);
    await press(anna, 'Bekijk wat de groep ziet');
    await anna.getByRole('heading', { level: 1, name: 'Dit ziet je groep' }).waitFor();
    await seen(anna, 'preview');
    expect(await shown(anna)).toContain('Laat staan: Vries');
    expect(await anna.locator('mark').first().textContent()).toMatch(/^\[.+\]$/);
    await anna.check('input[name="consent"]');
    await press(anna, 'Delen met de groep');
    await anna.waitForURL(/\/reviews\/[^/]{8,}/);
    const room = new URL(anna.url()).pathname;

    for (const page of [bram, chris, tineke]) {
      await page.goto(`${server().url}/reviews`);
      await follow(page, /Het gesprek met de vader/);
      await page.waitForURL(new RegExp(room));
      expect(await source(page)).not.toContain(REPLIES[0]);
      await press(page, 'Doe mee');
      await page.getByRole('heading', { level: 2, name: 'Nog niet begonnen' }).waitFor();
    }
    await seen(chris, 'waiting');
    await press(bram, 'Ik leid nu');
    await bram.getByRole('heading', { level: 3, name: 'Jij leidt' }).waitFor();
    await press(bram, 'Begin');
    await chris.getByRole('heading', { level: 2, name: 'Nu: 1. Welkom en afspraken' }).waitFor();

    // The incident: frozen, for everybody, on the wire too.
    await next(bram);
    await chris.locator(`#p${FREEZE}`).waitFor();
    await seen(chris, 'frozen');
    const stranger = await somebody('/enter');
    for (const page of [chris, tineke, bram]) {
      expect(await source(page)).not.toContain(HIDDEN);
      for (const path of [room, `${room}/room`, `${room}/print`, `${room}/marks`, `${room}/outcome`])
        expect(await (await page.request.get(`${server().url}${path}`)).text()).not.toContain(HIDDEN);
      for (const names of ['Vries', 'Mondriaan']) expect(await source(page)).not.toContain(names);
    }
    expect((await stranger.request.get(`${server().url}${room}/room`)).status()).not.toBe(200);

    await write(chris, 'question', 'Wie zat er nog meer aan tafel?');
    expect(await source(tineke)).not.toContain('Wie zat er nog meer aan tafel?');
    expect(await (await tineke.request.get(`${server().url}${room}/room`)).text()).not.toContain('aan tafel');
    await next(bram);
    await anna.goto(`${server().url}${room}`);
    await anna.getByText('Wie zat er nog meer aan tafel?').first().waitFor();
    await tineke.getByText('Wie zat er nog meer aan tafel?').first().waitFor();

    // The server falls out in the middle of it: the same step, the same time, the same words.
    const ends = await tineke.locator('#room').getAttribute('data-ends-at');
    await folded(chris).locator('summary').click();
    const typing = folded(chris).locator('textarea');
    await typing.fill('Nog niet af');
    await restart(() => chris.getByText('De verbinding is weg.').waitFor());
    await chris.getByText('De verbinding is terug.').waitFor();
    expect(await typing.inputValue()).toBe('Nog niet af');
    await tineke.reload();
    expect(await tineke.locator('#room').getAttribute('data-ends-at')).toBe(ends);
    await chris.reload();

    // Whoever leads falls out too, and somebody else takes over.
    await bram.context().close();
    await tineke.locator('#take-lead summary').click();
    await press(tineke, 'Ja, ik neem het over');
    await next(tineke);
    await write(chris, 'alternative', 'Waar bent u het meest bang voor?');
    await next(tineke);
    await anna.getByText('Waar bent u het meest bang voor?').first().waitFor();
    await next(tineke);
    await chris.getByText(HIDDEN).first().waitFor();
    await seen(chris, 'whole');

    // Levels without seeing the card or each other.
    await next(tineke);
    for (const [page, level] of [
      [anna, 'begin'],
      [chris, 'competent'],
      [tineke, 'competent'],
    ] as const) {
      await page.goto(`${server().url}${room}/marks`);
      for (const criterion of ['H1', 'V1', 'V5'])
        await page.check(`input[name="level-${criterion}"][value="${level}"]`);
      await press(page, 'Bewaar');
      await page.getByText('Bewaard.').first().waitFor();
    }
    await seen(chris, 'marks');
    expect(await chris.locator('table').count()).toBe(0);

    await tineke.goto(`${server().url}${room}`);
    await next(tineke);
    await chris.goto(`${server().url}${room}/what-if?turn=2`);
    await chris.fill('#text', 'Hoe was dat voor u, die twee dagen?');
    await press(chris, 'Probeer het');
    await chris.getByText('Hoe was dat voor u, die twee dagen?').first().waitFor();
    await seen(chris, 'what-if');
    await anna.goto(`${server().url}${room}/what-if?turn=2`);
    expect(await shown(anna)).toContain('Chris');

    await next(tineke);
    await chris.goto(`${server().url}${room}/marks`);
    await chris.locator('table').first().waitFor();
    expect(await chris.locator('table').first().textContent()).toContain('Anna');
    await seen(chris, 'side-by-side');

    await next(tineke);
    await chris.goto(`${server().url}${room}/outcome`);
    await chris.fill('#text', 'Eerst vragen, dan pas vertellen.');
    await press(chris, 'Inzicht toevoegen');
    await chris.getByText('Je inzicht staat erbij.').waitFor();
    await chris.fill('#intention', 'Ik vraag eerst hoe iemand het zelf ziet.');
    await chris.fill('#day', nextWeek());
    await press(chris, 'Voornemen toevoegen');
    await chris.getByText('Je voornemen staat erbij.').waitFor();
    await seen(chris, 'outcome');
    const pdf = await chris.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const markdown = await (await chris.request.get(`${server().url}${room}/outcome.md`)).text();
    expect(markdown).toContain('Eerst vragen, dan pas vertellen.');

    // Withdrawn: everybody loses sight of it at once.
    await chris.goto(`${server().url}${room}`);
    await chris.getByText(HIDDEN).first().waitFor();
    await anna.goto(`${server().url}${room}/withdraw`);
    await seen(anna, 'withdraw');
    await press(anna, 'Neem het nu terug');
    await chris.getByText('Deze intervisie is ingetrokken').first().waitFor();
    await seen(chris, 'gone');
    for (const words of [HIDDEN, 'aan tafel', REPLIES[0] ?? ''])
      expect(await source(chris)).not.toContain(words);
    for (const path of ['', '/room', '/live', '/print', '/marks', '/outcome', '/outcome.md', '/what-if'])
      expect((await chris.request.get(`${server().url}${room}${path}`)).status()).toBe(404);
    await chris.goto(`${server().url}/me/intentions`);
    expect(await shown(chris)).toContain('Ik vraag eerst hoe iemand het zelf ziet.');
  },
  240_000,
);
