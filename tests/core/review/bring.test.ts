import type { BroughtSentence } from '../../../src/core/model/review';
import { CRITERIA_BY_DOMAIN, DOMAINS, type Evidence, type Scorecard } from '../../../src/core/model/scoring';
import { bring, type TalkToBring } from '../../../src/core/review/bring';
import { splitSentences } from '../../../src/core/understanding/split';

const READ: Omit<BroughtSentence, 'span'> = { reading: { kind: 'unsure' }, moves: [], topics: ['school'] };

function turn(number: number, text: string, answer: string): TalkToBring['turns'][number] {
  const sentences = splitSentences(text).map((span) => ({ span, ...READ }));
  return { number, text, answer, sentences, before: null, meters: null };
}

const TURNS = [
  turn(1, 'Dag, ik ben Sanne Kuipers. Fatima Bouzid belde mij.', 'Hasna? Die kent u niet.'),
  turn(2, 'Bel mij op 0612345678. Ik begrijp u, Fatima is bezorgd.', '(zwijgt)'),
  turn(3, 'Ik praat met haar school, De Regenboog. Tot ziens.', 'Dag.'),
];

function evidence(number: number, sentence: number): Evidence {
  const { text, sentences } = TURNS[number - 1] ?? turn(0, '', '');
  const span = sentences[sentence]?.span ?? { start: 0, end: 0 };
  const quote = text.slice(span.start, span.end);
  return { turn: number, sentence, span, quote, rule: 'rule', for: true, points: 1, repaired: false };
}

const CARD: Scorecard = {
  rubricVersion: 1,
  criteria: DOMAINS.flatMap((domain) =>
    CRITERIA_BY_DOMAIN[domain].map((id) => ({
      ...{ id, domain, level: 'begin' as const, points: 1, tip: { id: 'tip', source: 'KIS' } },
      evidence: [evidence(1, 1), evidence(2, 1), evidence(3, 0)],
    })),
  ),
  missedConcerns: ['danger'],
  unsure: [{ ...evidence(2, 0) }],
  hints: 2,
  examples: 1,
};

const TALK: TalkToBring = {
  locale: 'nl',
  title: 'Over Fatima',
  scenario: { id: 'hasna', title: 'Hasna' },
  other: { name: 'Hasna', letter: 'V' },
  opening: 'Wat komt u doen?',
  turns: TURNS,
  preparation: { facts: 'Fatima Bouzid woont in Utrecht.' },
  reflection: { priority: 'Fatima.' },
  card: CARD,
  ending: 'Hasna ging weg.',
};

const HIDING = {
  people: [{ name: 'Sanne Kuipers', is: 'own' as const }],
  scenario: new Set(['Hasna']),
  keep: [],
  hide: ['bezorgd'],
  standIn: (kind: string, number: number) => `[${kind} ${number}]`,
};
const ALL = { turns: new Set([1, 2, 3]), card: true, preparation: true, reflection: true };

describe('a talk that is brought', () => {
  it('has the same stand-ins everywhere, and quotes its new words', () => {
    const { talk, title } = bring(TALK, ALL, HIDING);
    expect(title).toBe('Over [person 1]');
    expect(talk.turns.map(({ text }) => text)).toEqual([
      'Dag, ik ben [own 1]. [person 1] belde mij.',
      'Bel mij op [phone 1]. Ik begrijp u, [person 1] is [other 1].',
      'Ik praat met haar school, De [person 2]. Tot ziens.',
    ]);
    expect(talk.preparation).toEqual({ facts: '[person 1] woont in [place 1].' });
    expect(talk.reflection).toEqual({ priority: '[person 1].' });
    expect(talk.turns[0]?.answer).toBe('Hasna? Die kent u niet.');
    for (const { evidence: quotes } of talk.card?.criteria ?? []) {
      expect(quotes.map(({ quote }) => quote)).toEqual([
        '[person 1] belde mij.',
        'Ik begrijp u, [person 1] is [other 1].',
        'Ik praat met haar school, De [person 2].',
      ]);
    }
    for (const { text, sentences } of talk.turns)
      for (const { span } of sentences) expect(text.slice(span.start, span.end)).toMatch(/^[A-Z[].*[.]$/);
  });

  it('has the chosen turns only, in words and in quotes', () => {
    const { talk } = bring(TALK, { ...ALL, turns: new Set([2]) }, HIDING);
    expect(talk.turns.map(({ number }) => number)).toEqual([2]);
    expect(talk.card?.criteria.every(({ evidence: quotes }) => quotes.every((one) => one.turn === 2))).toBe(
      true,
    );
    expect([talk.opening, talk.ending]).toEqual(['', '']);
    expect([talk.card?.hints, talk.card?.examples]).toEqual([0, 0]);
    expect(JSON.stringify(talk)).not.toMatch(/belde|Regenboog|0612345678|Sanne|Bouzid/);
  });

  it('leaves out what does not go along', () => {
    const { talk } = bring(TALK, { ...ALL, card: false, preparation: false, reflection: false }, HIDING);
    expect([talk.card, talk.preparation, talk.reflection]).toEqual([null, {}, {}]);
    expect(bring({ ...TALK, card: null }, ALL, HIDING).talk.card).toBeNull();
  });

  it('leaves no hidden word anywhere in what others get', () => {
    const { talk, title, replacements } = bring(TALK, ALL, HIDING);
    const sent = JSON.stringify({ talk, title });
    const forms = replacements.flatMap((one) => one.forms);
    expect(forms.length).toBeGreaterThan(5);
    for (const form of forms) expect(sent).not.toContain(form);
  });
});
