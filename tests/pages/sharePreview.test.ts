import fc from 'fast-check';
import { draftFrom } from '../../src/cli/pages/shareFields';
import type { BroughtTurn } from '../../src/core/model/review';
import { bring, type TalkToBring } from '../../src/core/review/bring';
import type { Hiding } from '../../src/core/review/pseudonymise';
import { splitSentences } from '../../src/core/understanding/split';
import { renderSharePreview } from '../../src/pages/review/SharePreview';
import { fieldsOfDraft } from '../../src/pages/review/shareWords';
import { smallPlaybook } from '../support/smallPlaybook';

const { texts } = smallPlaybook();
const t = texts('nl', 'je');

const SECRETS = [
  'Sanne Kuipers',
  'Fatima Bouzid',
  'mevrouw Yilmaz',
  'Ahmed Ouali',
  '0612345678',
  'f.bouzid@voorbeeld.nl',
  'Kastanjelaan 8',
  'Zoetermeer',
  'obs De Springplank',
  '111222333',
  'dubbele espresso',
] as const;
const PLAIN = [
  'Ik hoor u.',
  'Hoe slaapt u?',
  'dat snap ik wel',
  '(knikt)',
  'Vertelt u eens.',
  'en ook',
  '<b>&amp;',
] as const;

/** The part of a secret that tells who it is. */
const tellsWho = (secret: string) => secret.replace(/^(?:mevrouw|obs) /, '');

const words = fc
  .array(fc.oneof(fc.constantFrom(...SECRETS), fc.constantFrom(...PLAIN)), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(' '));

function turnOf(text: string, answer: string, place: number): BroughtTurn {
  const sentences = splitSentences(text).map((span) => ({
    ...{ span, reading: { kind: 'unsure' } as const, moves: [], topics: [] },
  }));
  return { number: place + 1, text, answer, sentences, before: null, meters: null };
}

const talks = fc.record({
  title: words,
  said: fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }),
  opening: words,
  preparation: words,
  chosen: fc.array(fc.nat(4), { minLength: 1 }),
});

const HIDING: Hiding = {
  people: [
    { name: 'Sanne Kuipers', is: 'own' },
    { name: 'Ahmed Ouali', is: 'group' },
  ],
  scenario: new Set(),
  keep: [],
  hide: ['dubbele espresso'],
  standIn: (kind, number) => t(`share.standIn.${kind}`, { number }),
};

const GROUP = {
  ...{ id: 'g1', name: 'Team Noord', createdBy: 'tineke', createdAt: '2026-01-05T08:00:00.000Z' },
  ...{ archivedAt: null, timeZone: 'Europe/Amsterdam' },
};

it('shows nobody who they are, whatever was said', () => {
  fc.assert(
    fc.property(talks, ({ title, said, opening, preparation, chosen }) => {
      const turns = said.map(([text, answer], place) => turnOf(text, answer, place));
      const whole: TalkToBring = {
        ...{ locale: 'nl', title, scenario: null, other: { name: 'moeder', letter: 'M' }, opening, turns },
        ...{ preparation: { facts: preparation }, reflection: {}, card: null, ending: '' },
      };
      const choice = {
        ...{ turns: new Set(chosen.map((one) => (one % turns.length) + 1)), card: true },
        ...{ preparation: true, reflection: true },
      };
      const brought = bring(whole, choice, HIDING);
      const stored = JSON.stringify([brought.talk, brought.title]);
      for (const secret of SECRETS) expect(stored).not.toContain(tellsWho(secret));
      for (const { text, sentences } of brought.talk.turns)
        for (const { span } of sentences) expect(text.slice(span.start, span.end).trim()).not.toBe('');
      const draft = {
        ...{ title, group: 'g1', turns: [...choice.turns], card: true, preparation: true, reflection: true },
        ...{
          method: 'incident',
          freeze: '1',
          focus: [],
          until: '2026-01-19',
          keep: [],
          hide: 'dubbele espresso',
        },
      };
      const plan = {
        ...{
          title,
          group: GROUP,
          choice,
          method: 'incident' as const,
          freeze: 1,
          focus: [],
          keep: [],
          hide: [],
        },
        until: '2026-01-19T22:59:59.999Z',
      };
      const preview = { plan, brought, audience: { group: GROUP, people: 2, trainers: [''] }, seen: 'x' };
      const of = { action: '/reviews/new/a1', away: '/', carried: {} };
      const html = renderSharePreview(
        { preview, draft, turns: turns.length, problem: null, of },
        { t, language: 'nl', token: 'secret' },
      );
      // The owner's own list of what stands for what, and their own choices, are for nobody else.
      const others =
        /<section aria-labelledby="talk">.*?(?=<section aria-labelledby="hidden">)/s.exec(html)?.[0] ?? '';
      expect(others).not.toBe('');
      for (const secret of SECRETS) expect(others).not.toContain(tellsWho(secret));
    }),
    { numRuns: 60 },
  );
});

it('carries every choice along to the next page', () => {
  const line = fc.string({ minLength: 1 }).filter((text) => !/[\r\n]/.test(text));
  const draft = fc.record({
    ...{
      title: fc.string(),
      group: fc.string(),
      method: fc.string(),
      freeze: fc.string(),
      until: fc.string(),
    },
    ...{ hide: fc.string(), card: fc.boolean(), preparation: fc.boolean(), reflection: fc.boolean() },
    turns: fc.uniqueArray(fc.integer({ min: 1, max: 200 })).map((all) => all.toSorted((a, b) => a - b)),
    focus: fc.uniqueArray(fc.constantFrom('H1', 'V5', 'K2')),
    keep: fc.uniqueArray(line),
  });
  fc.assert(
    fc.property(draft, (one) => {
      const { turns, ...rest } = draftFrom(fieldsOfDraft(one));
      expect({ ...rest, turns: turns.toSorted((a, b) => a - b) }).toEqual(one);
    }),
  );
});
