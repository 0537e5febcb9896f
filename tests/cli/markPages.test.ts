import { readMarks } from '../../src/app/reviews/blindMarks';
import { exportCorrections } from '../../src/cli/exportCorrections';
import type { CriterionId, MarkLevel } from '../../src/core/model/scoring';
import { paths } from '../../src/pages/paths';
import { renderMarksPage } from '../../src/pages/review/Marks';
import { expectWellFormed } from '../pages/wellFormed';
import { realMethods } from '../support/methods';
import { smallLibrary } from '../support/practiceServer';
import { openReviewedTalk, type ReviewedTalk, type Reviewer } from '../support/reviewedTalk';

const PAGE = paths.marks('r1');
const LABELS = paths.labels('r1');

let room: ReviewedTalk;
const opened: ReviewedTalk[] = [];

async function open(options?: Parameters<typeof openReviewedTalk>[0]): Promise<void> {
  room = await openReviewedTalk(options);
  opened.push(room);
}

afterEach(() => Promise.all(opened.splice(0).map(({ practice }) => practice.close())));

const read = async (who: Reviewer, path = PAGE) => (await room.browsers[who].read(path)).text;
const textOf = (html: string) =>
  html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const mark = (who: Reviewer, levels: Partial<Record<CriterionId, MarkLevel | ''>>) =>
  room.browsers[who].send(
    PAGE,
    PAGE,
    Object.fromEntries(Object.entries(levels).map(([id, level]) => [`level-${id}`, level])),
  );
const tokenOf = async (who: Reviewer, page = PAGE) =>
  /name="token" value="([^"]+)"/.exec(await read(who, page))?.[1] ?? '';
const kept = async () =>
  (await room.practice.store.reviews.items('r1', 'mark')).map(({ value }) => [
    value.by,
    value.criterion,
    value.level,
  ]);

/** Where something of marks, moves or the card goes over the wire to somebody. */
const PAGES = [PAGE, LABELS, paths.whatIf('r1'), paths.whatIf('r1', 3)];
const ROOM = [paths.review('r1'), paths.reviewRoom('r1'), paths.reviewPrint('r1')];
const wire = async (who: Reviewer, addresses = PAGES) =>
  (await Promise.all(addresses.map((path) => read(who, path)))).join('\n');

describe('marking levels unseen', () => {
  it('explains each level, and keeps what was chosen until it is changed or skipped', async () => {
    await open();
    await room.step('own-marks');
    const page = await read('bram');
    expectWellFormed(page, 'nl');
    expect(page).toContain('Je zag het steeds, ook toen het moeilijk werd.');
    expect(page.match(/<fieldset/g)).toHaveLength(3);
    expect((await mark('bram', { H1: 'begin', V1: 'strong' })).location).toBe(`${PAGE}?told=kept`);
    expect(await kept()).toEqual([
      ['bram', 'V1', 'strong'],
      ['bram', 'H1', 'begin'],
    ]);
    await mark('bram', { H1: 'competent', V1: '' });
    expect(await kept()).toEqual([['bram', 'H1', 'competent']]);
    expect(await read('bram')).toMatch(/value="competent" checked/);
  });

  it('takes nothing but levels of the chosen criteria', async () => {
    await open();
    await room.step('own-marks');
    const token = await tokenOf('bram');
    await room.browsers.bram.post(PAGE, { token, 'level-V5': 'strong', 'level-H1': 'perfect', by: 'chris' });
    expect(await kept()).toEqual([]);
  });

  it('shows nobody the marks of others or the card, not in the source either, before they are laid open', async () => {
    await open();
    await room.step('own-marks');
    await mark('bram', { H1: 'strong', V1: 'strong', V3: 'strong' });
    for (const step of ['own-marks', 'try-out']) {
      await room.step(step);
      for (const who of ['anna', 'chris'] as const) {
        const sent = await wire(who);
        expect(sent).not.toMatch(/value="strong" checked/);
        expect(textOf(sent)).not.toMatch(/Naam van bram|Samen|κ|kappa|Kaart/);
        expect(sent).not.toContain(room.attempt);
        if (step === 'try-out') expect(textOf(sent)).not.toMatch(/sterk|bekwaam|in ontwikkeling/);
      }
      expect(textOf(await read('anna'))).toContain('1 van de 3 gaf niveaus.');
      // The room may say who is there, and says nothing of what they gave.
      expect(textOf(await wire('chris', ROOM))).not.toMatch(/sterk|bekwaam|in ontwikkeling|κ|kappa/);
    }
    expect(textOf(await read('bram'))).toContain('sterk');
  });

  it('takes no marks outside the step, nor after the card was seen', async () => {
    await open();
    await room.step('own-marks');
    const token = await tokenOf('bram');
    await room.step('try-out');
    expect(textOf(await read('bram'))).toContain('In deze stap geef je geen niveaus meer.');
    const late = await room.browsers.bram.post(PAGE, { token, 'level-H1': 'strong' });
    expect(late.location).toBe(`${PAGE}?told=late`);
    expect(await read('bram', late.location ?? '')).toContain('Je niveaus zijn niet meer bewaard.');
    await room.step('side-by-side');
    await room.backTo('own-marks');
    await room.browsers.bram.post(PAGE, { token, 'level-H1': 'strong' });
    expect(await kept()).toEqual([]);
    expect(await read('bram')).not.toContain('<fieldset');
  });

  it('comes later, and says so', async () => {
    await open();
    await room.step('reading');
    expect(await read('chris')).toContain('Zelf niveaus geven komt in een latere stap.');
    await open({ focus: [] });
    await room.step('own-marks');
    expect(await read('chris')).toContain('geen onderdelen gekozen');
  });
});

describe('marks laid side by side', () => {
  const everybody = async () => {
    await room.step('own-marks');
    await mark('anna', { H1: 'developing', V1: 'begin', V3: 'developing' });
    await mark('bram', { H1: 'developing', V1: 'competent', V3: 'competent' });
    await mark('chris', { H1: 'developing', V1: 'strong' });
    await room.step('side-by-side');
  };

  it('says who gave what, beside the card, in plain words with the figures behind them', async () => {
    await open();
    await everybody();
    const page = await read('chris');
    expectWellFormed(page, 'nl');
    const words = textOf(page);
    expect(words).toMatch(/Onderdeel Naam van anna Naam van bram jij Samen Kaart/);
    expect(words).toMatch(/perspectief[^●]*●●○○ in ontwikkeling ●●●○ bekwaam overgeslagen/);
    expect(words).toContain('Het zijn te weinig niveaus om te zeggen of jullie het eens zijn.');
    expect(words).toContain('Jullie gaven allemaal hetzelfde bij: Open en nieuwsgierig.');
    expect(words).toContain('κ (kappa):');
    expect(words).toContain('Landis en Koch');
    expect(words).toContain(
      'Het zijn te weinig onderdelen om te zeggen of jullie het met de kaart eens zijn.',
    );
  });

  it('makes the differences the agenda, widest first, with the words that the card rests on', async () => {
    await open();
    await everybody();
    const words = textOf(await read('bram'));
    const agenda = words.slice(words.indexOf('Om over te praten'));
    expect(agenda.indexOf('Vertrouwen')).toBeLessThan(agenda.indexOf('perspectief'));
    const evidence = room.talk.card?.criteria.find(({ id }) => id === 'V1')?.evidence[0];
    expect(agenda).toContain(evidence?.quote);
    expect(agenda).toContain('Het verst van de rest:');
  });

  it('lays the whole card open with the words it rests on, and not before', async () => {
    await open();
    await room.step('try-out');
    expect(await read('bram')).not.toContain('De hele kaart');
    await room.step('side-by-side');
    const page = await read('bram');
    expectWellFormed(page, 'nl');
    expect(textOf(page)).toContain('De hele kaart');
    expect(page.match(/class="mark"/g)).toHaveLength(14);
    await open({ card: false });
    await room.step('side-by-side');
    expect(await read('bram')).not.toContain('De hele kaart');
  });

  it('compares people only with each other where no card goes along', async () => {
    await open({ card: false });
    await everybody();
    const page = await read('bram');
    expectWellFormed(page, 'nl');
    const words = textOf(page);
    expect(words).toContain('Er is geen kaart om naast te leggen.');
    expect(words).not.toContain('Zien jullie hetzelfde als de kaart?');
    expect(words).not.toContain('Kaart');
  });

  it('concludes nothing where too few marked, and honestly says when all gave the same', async () => {
    await open();
    await room.step('own-marks');
    await mark('anna', { H1: 'begin' });
    await room.step('side-by-side');
    expect(textOf(await read('bram'))).toContain('Het zijn te weinig niveaus');
    await open();
    await room.step('own-marks');
    for (const who of ['anna', 'bram', 'chris'] as const)
      await mark(who, { H1: 'begin', V1: 'begin', V3: 'begin' });
    await room.step('side-by-side');
    const words = textOf(await read('bram'));
    expect(words).toContain('Jullie zijn het vaak eens.');
    expect(words).toMatch(/Jullie en de kaart zijn het \S+ eens/);
    expect(words).toContain('κ (kappa) is hier niet te berekenen');
    expect(words).not.toContain('NaN');
  });

  it('names nobody in a method without names: numbers only', async () => {
    await open();
    await everybody();
    const methods = realMethods().map((method) => ({
      ...method,
      steps: method.steps.map((step) => ({ ...step, anonymous: true })),
    }));
    const { store } = room.practice;
    const clock = { now: () => '2026-01-05T10:00:00.000Z' };
    const seen = await readMarks({ store, clock, methods }, 'r1', 'bram');
    expect(seen?.shown).toMatchObject({ members: null });
    expect(seen?.shown?.rows[0]).toMatchObject({
      levels: [],
      furthest: [],
      counts: { developing: 3, strong: 0 },
    });
    if (!seen) throw new Error('nothing is seen');
    const t = smallLibrary.playbook.texts('nl', 'je');
    const page = renderMarksPage(seen, null, null, { t, language: 'nl', token: 't' });
    expectWellFormed(page, 'nl');
    expect(textOf(page)).toContain('Hoe vaak elk niveau werd gegeven');
    expect(page).not.toContain('Naam van');
    expect(page).not.toContain('Het verst van de rest');
  });

  it('is nothing for who takes no part, and gone when it is withdrawn', async () => {
    await open();
    await everybody();
    expect((await room.browsers.dirk.read(PAGE)).status).toBe(404);
    await room.practice.store.reviews.withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
    expect((await room.browsers.chris.read(PAGE)).status).toBe(404);
    expect(await room.practice.store.reviews.allItems('mark')).toEqual([]);
  });
});

describe('calling a sentence something else', () => {
  const label = (who: Reviewer, move: string, turn = 3, sentence = 0) =>
    room.browsers[who].send(paths.label('r1', turn, sentence), paths.label('r1', turn, sentence), { move });
  const labels = async () =>
    (await room.practice.store.reviews.items('r1', 'label')).map(({ value }) => [
      value.by,
      value.turn,
      value.move,
    ]);

  it('keeps it beside what the machine read, for all, until anybody takes it back', async () => {
    await open();
    await room.step('side-by-side');
    const choose = await read('bram', paths.label('r1', 3, 0));
    expectWellFormed(choose, 'nl');
    expect(choose.match(/name="move"/g)).toHaveLength(24);
    expect((await label('bram', 'insult')).location).toBe(`${LABELS}?told=kept#sentence-3-0`);
    const page = await read('chris', LABELS);
    expectWellFormed(page, 'nl');
    expect(textOf(page)).toContain('Jullie noemen het: onheus bejegenen. Gezegd door Naam van bram.');
    expect(textOf(page)).toMatch(/zeuren\. Het programma las: \S/);
    await label('chris', 'judge');
    expect(await labels()).toEqual([['chris', 3, 'judge']]);
    const undo = paths.undoLabel('r1', 3, 0);
    expect((await room.browsers.bram.send(LABELS, undo)).location).toBe(`${LABELS}?told=undone#sentence-3-0`);
    expect(await labels()).toEqual([]);
    expect((await room.practice.store.turns(room.attempt))[2]?.understanding.sentences).toHaveLength(1);
    expect(await room.practice.store.corrections(room.attempt)).toEqual([]);
  });

  it('stands in the room beside what was read, where that may be asked for', async () => {
    await open();
    await room.step('side-by-side');
    await label('bram', 'insult');
    for (const page of [paths.review('r1'), paths.reviewRoom('r1')]) {
      const html = await read('chris', page);
      expect(textOf(html)).toContain('Jullie noemen het: onheus bejegenen.');
      expect(html).toContain(`href="${paths.label('r1', 3, 0)}"`);
    }
    await room.step('try-out');
    expect(await wire('chris', ROOM)).not.toContain('onheus bejegenen');
  });

  it('asks to choose first', async () => {
    await open();
    await room.step('side-by-side');
    const path = paths.label('r1', 3, 0);
    const refused = await room.browsers.bram.post(path, { token: await tokenOf('bram', path) });
    expect(refused.status).toBe(422);
    expectWellFormed(refused.text, 'nl');
    expect(refused.text).toContain('Kies er eerst één.');
  });

  it('says nothing of what was read before that may be asked for', async () => {
    await open();
    await room.step('try-out');
    const page = await read('bram', LABELS);
    expectWellFormed(page, 'nl');
    expect(page).toContain('In deze stap is nog niet te zien');
    expect(textOf(page)).not.toMatch(/Het programma las|oordeel|erkenning/);
    expect((await room.browsers.bram.read(paths.label('r1', 3, 0))).status).toBe(404);
    const token = await tokenOf('bram', paths.whatIf('r1', 3));
    const post = await room.browsers.bram.post(paths.label('r1', 3, 0), { token, move: 'insult' });
    expect(post.status).toBe(404);
    expect(await labels()).toEqual([]);
  });

  it('knows no sentence that was not said, and changes nothing once the meeting is over', async () => {
    await open();
    await room.step('side-by-side');
    const path = paths.label('r1', 3, 0);
    const token = await tokenOf('bram', path);
    for (const [turn, sentence] of [
      [3, 9],
      [9, 0],
    ] as const) {
      const post = await room.browsers.bram.post(paths.label('r1', turn, sentence), {
        token,
        move: 'insult',
      });
      expect(post.status).toBe(404);
    }
    const review = await room.practice.store.reviews.review('r1');
    if (review) {
      await room.practice.store.reviews.change({
        ...review,
        meeting: { ...review.meeting, stage: 'closed' },
      });
    }
    const late = await room.browsers.bram.post(path, { token, move: 'insult' });
    expect(late.location).toContain('told=late');
    expect(await labels()).toEqual([]);
    expect(await read('bram', LABELS)).toContain('De intervisie is klaar.');
  });

  it('shows what the card would be with it, and leaves the card alone', async () => {
    await open();
    await room.step('side-by-side');
    expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
    await label('bram', 'insult', 2, 0);
    const words = textOf(await read('bram'));
    expect(words).toContain('Met jullie woorden voor de zinnen');
    expect(words).toMatch(/: (?:begin|niet gezien) in plaats van in ontwikkeling\./);
    expect(words).toContain('De kaart zelf verandert niet.');
    expect(await room.practice.store.scorecard(room.attempt)).toEqual(room.talk.card);
    await room.step('try-out');
    expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
  });

  it('says nothing of a card that does not go along', async () => {
    await open({ card: false });
    await room.step('side-by-side');
    await label('bram', 'insult', 2, 0);
    expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
  });

  it('goes into the export beside corrections of learners, marked as from a team, until it is withdrawn', async () => {
    await open();
    await room.step('side-by-side');
    await label('bram', 'insult');
    await room.practice.store.correct(
      {
        ...{ attempt: room.attempt, turn: 3, sentence: 0, machine: { kind: 'unsure' }, move: 'judge' },
        ...{ why: '', by: 'anna', at: '2026-01-05T10:00:00.000Z' },
      },
      'anna',
    );
    const exported = async () => {
      const lines: string[] = [];
      await exportCorrections(smallLibrary, room.practice.store, { out: (line) => lines.push(line) });
      return lines.map((line) => JSON.parse(line));
    };
    const segments = (move: string) => [{ text: 'U moet gewoon niet zo zeuren.', labels: [move] }];
    const persona = room.talk.turns[1]?.answer;
    const machine = expect.any(String);
    expect(await exported()).toEqual([
      {
        persona,
        segments: segments('judge'),
        origin: { kind: 'correction', scenario: 'small', machine: 'unsure' },
      },
      { persona, segments: segments('insult'), origin: { kind: 'team', scenario: 'small', machine } },
    ]);
    expect(JSON.stringify(await exported())).not.toMatch(/bram|anna|r1/);
    await room.practice.store.reviews.withdraw('r1', 'anna', '2026-01-05T11:00:00.000Z');
    expect((await exported()).map(({ origin }) => origin.kind)).toEqual(['correction']);
  });

  it('leaves out of the export what still names somebody, and real talks', async () => {
    await open();
    const turns = room.talk.turns.map((turn) => ({
      ...turn,
      text: 'Bel 06-12345678 maar.',
      sentences: [
        { span: { start: 0, end: 21 }, reading: { kind: 'unsure' } as const, moves: [], topics: [] },
      ],
    }));
    const exported = async () => {
      const lines: string[] = [];
      await exportCorrections(smallLibrary, room.practice.store, { out: (line) => lines.push(line) });
      return lines;
    };
    await open({ talk: { ...room.talk, turns } });
    await room.step('side-by-side');
    await label('bram', 'insult');
    expect(await labels()).toHaveLength(1);
    expect(await exported()).toEqual([]);
    await open({ talk: { ...room.talk, scenario: null }, source: { kind: 'own-case' } });
    await room.step('side-by-side');
    await label('bram', 'insult');
    expect(await labels()).toHaveLength(1);
    expect(await exported()).toEqual([]);
  });
});
