import { readMarks } from '../../src/app/reviews/blindMarks';
import type { CriterionId, MarkLevel } from '../../src/core/model/scoring';
import { paths } from '../../src/pages/paths';
import { renderMarksPage } from '../../src/pages/review/Marks';
import { expectWellFormed } from '../pages/wellFormed';
import { realMethods } from '../support/methods';
import { smallLibrary } from '../support/practiceServer';
import { openReviewedTalk, type ReviewedTalk, type Reviewer, textOf } from '../support/reviewedTalk';

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
    expect(await read('chris')).toContain('nog geen onderdelen gekozen');
  });

  it('keeps nothing and says so kindly when no level is given at all', async () => {
    await open();
    await room.step('own-marks');
    for (const levels of [{}, { H1: '', V1: '' }] as const) {
      const answer = await mark('bram', levels);
      expect(answer.location).toBe(`${PAGE}?told=nothing`);
      expect(await read('bram', answer.location ?? '')).toContain('Kies er minstens één.');
    }
    expect(await kept()).toEqual([]);
    await mark('bram', { H1: 'begin' });
    expect((await mark('bram', { H1: '' })).location).toBe(`${PAGE}?told=kept`);
    expect(await kept()).toEqual([]);
  });

  it('says what is still there to whoever gave levels before it was too late', async () => {
    await open();
    await room.step('own-marks');
    await mark('bram', { H1: 'begin' });
    const token = await tokenOf('bram');
    await room.step('try-out');
    const late = await room.browsers.bram.post(PAGE, { token, 'level-H1': 'strong' });
    const words = await read('bram', late.location ?? '');
    expect(words).toContain('Je laatste wijziging is niet meer bewaard. Wat je eerder gaf, is er nog.');
    expect(words).not.toContain('Je niveaus zijn niet meer bewaard.');
    expect(await kept()).toEqual([['bram', 'H1', 'begin']]);
  });
});

describe('choosing what is marked, where nobody did', () => {
  const choose = async (who: Reviewer, ...criteria: readonly string[]) =>
    room.browsers[who].post(PAGE, {
      ...{ token: await tokenOf('bram'), choose: 'yes' },
      ...Object.fromEntries(criteria.map((criterion) => [`focus.${criterion}`, 'yes'])),
    });
  const focus = async () => (await room.practice.store.reviews.review('r1'))?.focus;

  it('is for whoever leads, in the step for levels, and then everybody gives levels', async () => {
    await open({ focus: [] });
    await room.step('own-marks');
    const page = await read('bram');
    expectWellFormed(page, 'nl');
    expect(page.match(/type="checkbox"/g)).toHaveLength(14);
    expect(await read('chris')).not.toContain('type="checkbox"');
    expect(await read('bram', paths.review('r1'))).toContain('Kies waar jullie op letten');
    expect((await choose('bram', 'V5', 'H1')).location).toBe(`${PAGE}?told=chosen`);
    expect(await focus()).toEqual(['H1', 'V5']);
    expect((await read('chris')).match(/<fieldset/g)).toHaveLength(2);
    expect((await choose('bram', 'V1')).location).toBe(`${PAGE}?told=moved`);
    expect(await focus()).toEqual(['H1', 'V5']);
  });

  it('takes one to four, and keeps what was ticked when it is asked again', async () => {
    await open({ focus: [] });
    await room.step('own-marks');
    const none = await choose('bram');
    expect(none.status).toBe(422);
    expect(none.text).toContain('Kies eerst minstens één onderdeel.');
    const many = await choose('bram', 'V1', 'V2', 'V3', 'V4', 'V5');
    expect(many.status).toBe(422);
    expectWellFormed(many.text, 'nl');
    expect(many.text).toContain('Kies er hooguit 4.');
    expect(many.text.match(/ checked/g)).toHaveLength(5);
    expect(await focus()).toEqual([]);
  });

  it('is not for others, nor once the card was shown', async () => {
    await open({ focus: [] });
    await room.step('own-marks');
    const token = await tokenOf('bram');
    const ask = { token, choose: 'yes', 'focus.V1': 'yes' };
    const other = /name="token" value="([^"]+)"/.exec(await read('chris', '/me/data/forget'))?.[1] ?? '';
    const asked = await room.browsers.chris.post(PAGE, { ...ask, token: other });
    expect(asked.location).toBe(`${PAGE}?told=moved`);
    expect(await focus()).toEqual([]);
    expect((await room.browsers.dirk.read(PAGE)).status).toBe(404);
    await room.step('side-by-side');
    await room.backTo('own-marks');
    expect(await read('bram')).not.toContain('type="checkbox"');
    expect((await room.browsers.bram.post(PAGE, ask)).location).toBe(`${PAGE}?told=late`);
    expect(await focus()).toEqual([]);
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
    expect(words).toMatch(/perspectief[^●]*●●○○ in ontwikkeling ●●●○ bekwaam overgeslagen geen meerderheid/);
    // What says too little is not told in figures either.
    expect(words).not.toMatch(/κ|Landis/);
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
    expect(agenda).toContain('Het verst uit elkaar: begin en sterk.');
    expect(agenda).not.toMatch(/Naam van|jij\b/);
  });

  it('gives a word and the figures where three people marked enough', async () => {
    await open();
    await room.step('own-marks');
    await mark('anna', { H1: 'developing', V1: 'begin', V3: 'developing' });
    await mark('bram', { H1: 'developing', V1: 'competent', V3: 'competent' });
    await mark('chris', { H1: 'developing', V1: 'begin', V3: 'developing' });
    await room.step('side-by-side');
    const words = textOf(await read('chris'));
    expect(words).toMatch(/Jullie zijn het (?:soms|weinig|vaak) eens/);
    expect(words).toContain('κ (kappa):');
    expect(words).toContain('Landis en Koch');
  });

  it('does not count who skipped a criterion among those who all gave the same', async () => {
    await open();
    await room.step('own-marks');
    await mark('anna', { H1: 'begin', V1: 'strong' });
    await mark('bram', { H1: 'begin', V1: 'strong' });
    await mark('chris', { V1: 'strong' });
    await room.step('side-by-side');
    const words = textOf(await read('chris'));
    expect(words).toContain('Jullie gaven allemaal hetzelfde bij: Vertrouwen opbouwen.');
    expect(words).toContain('Wie iets gaf, gaf hetzelfde bij: Open en nieuwsgierig.');
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
    const inRoom = textOf(await read('bram', paths.review('r1')));
    expect(inRoom).toContain('Er is geen kaart bij dit gesprek.');
    expect(inRoom).not.toContain('gaat de scorekaart open');
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
      counts: { developing: 3, strong: 0 },
    });
    if (!seen) throw new Error('nothing is seen');
    const t = smallLibrary.playbook.texts('nl', 'je');
    const page = renderMarksPage(seen, null, null, { t, language: 'nl', token: 't' });
    expectWellFormed(page, 'nl');
    expect(textOf(page)).toContain('Hoe vaak elk niveau werd gegeven');
    expect(page).not.toContain('Naam van');
    expect(textOf(page)).toContain('Het verst uit elkaar: begin en sterk.');
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
