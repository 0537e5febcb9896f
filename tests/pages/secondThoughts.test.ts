import type { Comparison } from '../../src/core/model/comparison';
import type { Correction } from '../../src/core/model/correction';
import { MOVES } from '../../src/core/model/moves';
import type { AttemptRow, Progress } from '../../src/core/model/progress';
import { CRITERIA, LEVELS } from '../../src/core/model/scoring';
import { type ComparableTalk, compareTalks } from '../../src/core/rendering/compare';
import { linesOf, suggestNext } from '../../src/core/rendering/progress';
import { readTurns } from '../../src/core/rendering/understood';
import { score } from '../../src/core/scoring/score';
import { renderComparePage } from '../../src/pages/compare';
import { renderContestPage } from '../../src/pages/corrections';
import { renderDebriefPage } from '../../src/pages/debrief';
import { renderProgressPage } from '../../src/pages/progress';
import { segmentsOf, spotOf } from '../../src/pages/progress/chart';
import { renderForgetPage } from '../../src/pages/progress/Forget';
import { scenario } from '../core/rendering/debriefScenario';
import { EXCELLENT, MORALISING } from '../core/scoring/professionals';
import { RUBRIC, says, talk } from '../core/scoring/talk';
import { debriefOf, NASTY, textsFor, withMeters } from './debriefSample';
import { expectWellFormed } from './wellFormed';

const VARIANTS = [
  ['nl', 'je'],
  ['nl', 'u'],
  ['en', 'je'],
] as const;
const t = textsFor('nl', 'je');
const nastyTurn = { sentences: [{ ...says('judge', 'faith'), text: NASTY }], persona: NASTY };
const correction: Correction = {
  attempt: 'a1',
  turn: 1,
  sentence: 0,
  machine: { kind: 'unsure' },
  move: 'contact',
  why: NASTY,
  by: 'l',
  at: '2026-01-05T09:00:00.000Z',
};

describe.each(VARIANTS)('the debrief with second thoughts, in %s and %s', (locale, address) => {
  const page = (corrections: readonly Correction[], before = {}) =>
    renderDebriefPage(debriefOf([nastyTurn, ...MORALISING]), textsFor(locale, address), {
      language: locale,
      chatPath: '/',
      second: {
        token: 'tok',
        turns: readTurns(talk([nastyTurn, ...MORALISING]), corrections),
        corrected: corrections.length,
        before,
        comparable: corrections.length > 0,
      },
    });

  it('is well formed, with and without corrections', () => {
    expectWellFormed(page([]), locale);
    expectWellFormed(page([correction], { H1: 'begin', V5: 'not-seen' }), locale);
  });

  it('lets every sentence be contested, and escapes it', () => {
    const html = page([correction]);
    const sentences = readTurns(talk([nastyTurn, ...MORALISING]), []).flatMap((turn) =>
      turn.sentences.map(({ sentence }) => `/debrief/a1/sentences/${turn.turn}/${sentence}"`),
    );
    for (const address of sentences) expect(html).toContain(`href="${address}`);
    expect(html).not.toContain('<script>');
    expect(html.match(/method="post"/g)?.length).toBe(html.match(/name="token" value="tok"/g)?.length);
  });
});

describe('the debrief without second thoughts', () => {
  it('has no form and no way to change anything', () => {
    const html = renderDebriefPage(debriefOf(MORALISING), t, { language: 'nl', chatPath: '/' });
    expect(html).not.toContain('<form');
    expect(html).not.toContain('/sentences/');
  });
});

describe.each(VARIANTS)('the page to contest a sentence, in %s and %s', (locale, address) => {
  const page = (meant: Correction | null, sent: { why: string } | null) =>
    renderContestPage(
      {
        attempt: 'a/1',
        turn: 2,
        sentence: 0,
        persona: 'Ans',
        before: NASTY,
        item: {
          sentence: 0,
          quote: NASTY,
          machine: { kind: 'family', family: 'hurt', confidence: 0.5 },
          meant,
        },
      },
      textsFor(locale, address),
      { language: locale, token: 'tok', sent },
    );

  it('is well formed, empty, filled in, and sent without a choice', () => {
    expectWellFormed(page(null, null), locale);
    expectWellFormed(page(correction, null), locale);
    expectWellFormed(page(null, { why: NASTY }), locale);
  });

  it('offers all moves with what they mean, and has the earlier choice chosen', () => {
    const html = page(correction, null);
    const offered = [...html.matchAll(/type="radio" name="move" value="([a-z-]+)"/g)].map(([, move]) => move);
    expect([...offered].sort()).toEqual([...MOVES].sort());
    expect(html).toContain('value="contact" checked');
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toContain('action="/debrief/a%2F1/sentences/2/0"');
  });
});

describe.each(VARIANTS)('the page to compare attempts, in %s and %s', (locale, address) => {
  const said = (
    id: string,
    specs: Parameters<typeof talk>[0],
    from: string | null,
    turn = 1,
  ): ComparableTalk => {
    const turns = withMeters(talk(specs));
    const startedAt = `2026-01-05T1${id.length}:00:00.000Z`;
    const branchOf = from === null ? null : { attempt: from, turn };
    const ending = turns.at(-1)?.ending ?? null;
    return {
      id,
      startedAt,
      branchOf,
      finished: from !== 'bb',
      ending,
      turns,
      scorecard: score(RUBRIC, turns),
    };
  };
  const first = said('a', [nastyTurn, ...MORALISING], null);
  const talks = [
    first,
    said('bb', [nastyTurn, ...EXCELLENT], 'a', 2),
    said('ccc', [], 'bb', 1),
    said('dddd', [nastyTurn], 'a', 1),
    said('eeeee', EXCELLENT, 'a', 1),
  ];
  const page = (comparison: Comparison) => renderComparePage(comparison, textsFor(locale, address), locale);

  it('is well formed for one, two and five attempts', () => {
    for (const count of [1, 2, 5])
      expectWellFormed(page(compareTalks(scenario, talks.slice(0, count))), locale);
  });

  it('says in words what changed in each criterion', () => {
    const html = page(compareTalks(scenario, talks));
    expect(html.match(/class="change (same|higher|lower|seen|unseen)"/g)).toHaveLength(4 * CRITERIA.length);
    const words = [...html.matchAll(/aria-hidden="true">[=▲▼+–]<\/span> ([^<]+)</g)].map(([, word]) => word);
    expect(words).toHaveLength(4 * CRITERIA.length);
    expect(new Set(words).size).toBeGreaterThan(1);
  });

  it('tells lines apart by figures and dashes, and tells the drawing in words', () => {
    const html = page(compareTalks(scenario, talks));
    for (const kind of [1, 2, 4]) expect(html).toContain(`class="talk talk-${kind}"`);
    expect(html).toMatch(/<desc id="course-story">[^<]*1: /);
  });
});

describe.each(VARIANTS)('the page of progress, in %s and %s', (locale, address) => {
  const row: AttemptRow = {
    attempt: 'a/1',
    title: NASTY,
    at: '2026-01-05T09:00:00.000Z',
    finished: true,
    endingTitle: NASTY,
    branch: null,
    comparable: true,
  };
  const history = [3, 5, 9].map((on, i) => ({
    attempt: `a${on}`,
    at: `2026-01-0${on}T09:00:00.000Z`,
    levels: Object.fromEntries(CRITERIA.map((id, c) => [id, LEVELS[(c + i) % LEVELS.length]!])),
  }));
  const progress = (now: string): Progress => ({
    lines: linesOf(history),
    suggestion: suggestNext(history, now),
    tip: RUBRIC.criteria[0]?.tip.id ?? null,
    attempts: [
      row,
      { ...row, attempt: 'b', endingTitle: null, branch: { turn: 3, of: row.at } },
      { ...row, attempt: 'c', finished: false, endingTitle: null, comparable: false },
    ],
  });
  const page = (value: Progress) => renderProgressPage(value, textsFor(locale, address), locale);

  it('is well formed, with something due, with nothing due, and empty', () => {
    expectWellFormed(page(progress('2026-02-05T09:00:00.000Z')), locale);
    const fresh = [
      { ...history[0]!, levels: Object.fromEntries(CRITERIA.map((id) => [id, 'strong' as const])) },
    ];
    const later = { ...progress(fresh[0]!.at), suggestion: suggestNext(fresh, fresh[0]!.at) };
    expect(later.suggestion?.due).toBe(false);
    expectWellFormed(page(later), locale);
    expectWellFormed(page({ lines: linesOf([]), suggestion: null, tip: null, attempts: [] }), locale);
  });

  it('tells each line in words, and leaves a gap where something was not seen', () => {
    const html = page(progress('2026-02-05T09:00:00.000Z'));
    expect(html.match(/<title id="line-/g)).toHaveLength(CRITERIA.length);
    expect(html).toContain('href="/debrief/a%2F1"');
    expect(html).not.toContain('<script>');
  });

  it('asks before a talk is deleted', () => {
    const view = { attempt: 'a/1', title: NASTY, at: row.at, branches: 0 };
    for (const branches of [0, 1, 3]) {
      const html = renderForgetPage({ ...view, branches }, textsFor(locale, address), {
        language: locale,
        token: 'tok',
      });
      expectWellFormed(html, locale);
      expect(html).toContain(`action="/progress/a%2F1/forget?lang=${locale}"`);
      expect(/ 3 (pogingen|attempts)/.test(html)).toBe(branches === 3);
    }
  });
});

describe('a small line', () => {
  it.each([
    [['begin', 'strong'], 1],
    [['begin', 'not-seen', 'strong'], 0],
    [['begin', 'begin', 'not-seen', 'strong', 'begin'], 2],
    [['not-seen'], 0],
    [[], 0],
  ] as const)('of %j has %i pieces', (levels, pieces) => {
    expect(segmentsOf(levels)).toHaveLength(pieces);
  });

  it('is higher for a better level', () => {
    const heights = LEVELS.slice(1).map((level) => spotOf(level, 0, 2).y);
    expect([...heights].sort((a, b) => b - a)).toEqual(heights);
  });
});

describe('the words for moves', () => {
  it.each(['nl', 'en'] as const)('name and explain each of them in %s', (locale) => {
    const words = textsFor(locale, 'je');
    for (const move of MOVES) {
      for (const key of [`moves.names.${move}`, `moves.means.${move}`]) expect(words(key)).not.toBe(key);
    }
  });
});
