import { buildDebrief } from '../../../src/core/rendering/debrief';
import { turningPoints } from '../../../src/core/rendering/debrief/turningPoints';
import { shortDebrief } from '../../../src/core/rendering/debriefCard';
import { score } from '../../../src/core/scoring/score';
import { debriefOf, SAMPLES, textsFor, withMeters } from '../../pages/debriefSample';
import { EXCELLENT, MORALISING, SILENT } from '../scoring/professionals';
import { RUBRIC, says, talk } from '../scoring/talk';
import { scenario } from './debriefScenario';

const { excellent, moralising, avoiding, empty } = SAMPLES as Required<typeof SAMPLES>;

describe('a debrief', () => {
  it('tells how it ended and why, in the words of the scenario', () => {
    expect(moralising!.ending).toEqual({
      ending: 'walk-out',
      title: 'Vader loopt weg',
      story: 'Vader staat op en gaat naar huis.',
      reason: 'Het vertrouwen raakte op.',
    });
  });

  it('has an ending without words when the talk was broken off', () => {
    expect(empty!.ending).toMatchObject({ ending: null, title: null, story: null });
    expect(empty).toMatchObject({
      enoughSaid: false,
      keep: [],
      practise: null,
      weakest: null,
      turningPoints: [],
    });
  });

  it('reads the outcome from an attempt as stored and as it lives in a session', () => {
    const turns = withMeters(talk(MORALISING));
    const scorecard = score(RUBRIC, turns);
    const outcome = { ending: 'walk-out', reason: 'shut-door' };
    const base = { scenario, rubric: RUBRIC, turns, scorecard };
    expect(buildDebrief({ ...base, attempt: { id: 'a', preparation: {}, ...outcome } })).toEqual(
      buildDebrief({ ...base, attempt: { id: 'a', preparation: {}, rolePlay: outcome } }),
    );
  });

  it('draws every meter from before the first turn to the last', () => {
    for (const { values } of excellent!.meters) expect(values).toHaveLength(EXCELLENT.length + 1);
    expect(excellent!.meters.map(({ meter }) => meter)).toEqual(['trust', 'tension', 'understood']);
    expect(empty!.meters.every(({ values }) => values.length === 0)).toBe(true);
  });

  it('names turning points with what pulled hardest in that direction, in the order of the talk', () => {
    const points = moralising!.turningPoints;
    expect(points.length).toBeGreaterThan(0);
    expect(points.map(({ turn }) => turn)).toEqual(points.map(({ turn }) => turn).sort((a, b) => a - b));
    const second = points.find(({ turn }) => turn === 2);
    expect(second).toMatchObject({
      from: 28,
      to: 13,
      causes: [{ rule: 'move:stereotype' }, { rule: 'move:argue' }],
    });
    expect(second?.causes[0]?.quote).toBe('Een zin: stereotype.');
  });

  it('explains a rule of the scenario by its sentence, unless that would say the opposite', () => {
    const [turn] = withMeters(talk([{ sentences: [says('affirm')] }]));
    const pull = (trust: number) =>
      turningPoints([
        {
          ...turn!,
          effects: [{ sentence: 0, rule: 'flattery', change: { trust, tension: 0, understood: 0 } }],
          meters: { ...turn!.before, trust: turn!.before.trust + trust },
        },
      ])[0]?.causes[0];
    expect(pull(8)).toMatchObject({ rule: 'flattery', plain: 'move:affirm' });
    expect(pull(-8)).toMatchObject({ rule: 'flattery', plain: null });
    expect(pull(-2)).toBeUndefined();
  });

  it('puts the concern that never came up first and makes it the thing to practise', () => {
    expect(avoiding!.missedConcerns.map(({ label }) => label)).toEqual([
      'Hasna is opgesloten geweest',
      'Hasna is erg somber',
    ]);
    expect(avoiding!.practise).toMatchObject({ criterion: 'V5', against: { rule: 'V5-avoids' } });
  });

  it('shows the moment something dangerous was let pass as the weakest, before smaller slips', () => {
    expect(avoiding!.weakest).toMatchObject({ turn: 5, rule: 'V5-avoids' });
    const { reply, span } = avoiding!.weakest!;
    expect(reply.slice(span.start, span.end)).toBe('Een zin: condone.');
  });

  it('keeps two things from different domains with quoted words, and does not praise what is to be practised', () => {
    for (const sample of [excellent!, avoiding!]) {
      expect(sample.keep).toHaveLength(2);
      expect(new Set(sample.keep.map(({ domain }) => domain)).size).toBe(2);
      expect(new Set(sample.keep.map(({ turn, quote }) => `${turn}${quote}`)).size).toBe(2);
      expect(sample.keep.map(({ criterion }) => criterion)).not.toContain(sample.practise?.criterion);
      for (const { turn, quote } of sample.keep) expect(sample.transcript[turn - 1]?.reply).toContain(quote);
    }
  });

  it('finds a good word to keep in a talk that went badly, and invents none', () => {
    expect(moralising!.keep.map(({ quote }) => quote)).toEqual(['Een zin: contact.']);
    expect(debriefOf([{ sentences: Array.from({ length: 6 }, () => says('judge')) }]).keep).toEqual([]);
  });

  it('says what opened, and of the rest what would have opened it', () => {
    const [first, ...rest] = withMeters(talk(EXCELLENT));
    const turns = [{ ...first!, disclosed: ['fear'] }, ...rest];
    const debrief = buildDebrief({
      scenario,
      rubric: RUBRIC,
      turns,
      scorecard: score(RUBRIC, turns),
      attempt: { id: 'a', ending: null, reason: null, preparation: {} },
    });
    expect(debrief.told).toEqual(['Hij is bang dat zijn dochter iets overkomt.']);
    expect(debrief.untold).toEqual([
      { told: 'Hij verloor een zus op de vlucht.', key: 'Rustig vragen naar vroeger.' },
    ]);
  });

  it('gives preparation answers back in the order of the questions, without empty ones', () => {
    const debrief = debriefOf(EXCELLENT, { feelings: 'Spannend.', facts: 'Twee dagen weg.', how: '  ' });
    expect(debrief.preparation.map(({ question }) => question)).toEqual(['facts', 'feelings']);
  });

  it('shows sentences nobody could read as open', () => {
    expect(excellent!.unsure.map(({ turn }) => turn)).toEqual([4, 7]);
  });

  it('gives no marks to somebody who was silent, and says so kindly', () => {
    const debrief = debriefOf(SILENT);
    expect(debrief).toMatchObject({ enoughSaid: false, keep: [], practise: null });
  });

  it('offers help lines with a heavy subject only', () => {
    expect(excellent!.helpLines).toEqual(['113', 'veilig-thuis', 'kindertelefoon']);
    const light = buildDebrief({
      scenario: { ...scenario, heavy: false },
      rubric: RUBRIC,
      turns: [],
      scorecard: score(RUBRIC, []),
      attempt: { id: 'a', ending: null, reason: null, preparation: {} },
    });
    expect(light.helpLines).toEqual([]);
  });

  it('praises good work and still has one thing to practise when all marks are high', () => {
    const card = score(RUBRIC, talk(EXCELLENT));
    const high = { ...card, criteria: card.criteria.map((mark) => ({ ...mark, level: 'strong' as const })) };
    const debrief = buildDebrief({
      scenario,
      rubric: RUBRIC,
      turns: withMeters(talk(EXCELLENT)),
      scorecard: high,
      attempt: { id: 'a', ending: null, reason: null, preparation: {} },
    });
    expect(debrief.practise).not.toBeNull();
    expect(debrief.keep).toHaveLength(2);
  });
});

describe('the short debrief', () => {
  const texts = textsFor('nl', 'u');

  it('warns first, and links to the page of the attempt', () => {
    const card = shortDebrief(avoiding!, texts);
    expect(card.blocks[0]).toMatchObject({ kind: 'text', style: 'warning' });
    expect(JSON.stringify(card.blocks[0])).toContain('Hasna is opgesloten geweest; Hasna is erg somber');
    expect(card.actions).toEqual([
      { kind: 'link', label: 'Open de hele terugblik', path: '/debrief/a1' },
      { kind: 'link', label: 'Breng in bij intervisie', path: '/reviews/new/a1' },
    ]);
  });

  it('quotes what to keep, names what to practise, and stays small enough for a chat', () => {
    const card = shortDebrief(excellent!, texts);
    const facts = card.blocks.find((block) => block.kind === 'facts');
    expect(facts?.kind === 'facts' ? facts.rows.map(({ label }) => label) : []).toEqual([
      'Houd dit vast',
      'Houd dit vast',
      'Oefen dit',
    ]);
    expect(JSON.stringify(card).length).toBeLessThan(10_000);
  });

  it('says kindly that too little was said', () => {
    const card = shortDebrief(debriefOf([{ sentences: [says('contact')] }]), texts);
    expect(JSON.stringify(card.blocks)).toContain('nog te weinig gezegd');
  });

  it('gives every word from the locale', () => {
    for (const debrief of Object.values(SAMPLES)) {
      expect(JSON.stringify(shortDebrief(debrief, texts))).not.toContain('scorecard.');
    }
  });
});
