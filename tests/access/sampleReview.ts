import type { Store } from '../../src/app/ports';
import type { BroughtTalk } from '../../src/core/model/review';
import { CRITERIA } from '../../src/core/model/scoring';

/** Before anybody is asked anything, and long after. */
const SHARED = '2026-01-05T08:30:00.000Z';
const UNTIL = '2030-01-01T00:00:00.000Z';

/**
 * Review `r1`: Anna brought what she said to group `g1`, and Bert takes part. Tineke, who trains the group, was asked
 * too and does not. The meeting stands at a step in which all lies open and other replies may be tried.
 */
export async function addSampleReview(store: Store, attempt: string): Promise<void> {
  const turns = await store.turns(attempt);
  const talk: BroughtTalk = {
    locale: 'nl',
    scenario: { id: 'small', title: 'Klein gesprek' },
    other: { name: 'Ans', letter: 'A' },
    opening: 'Kom binnen.',
    turns: turns.map(({ number, text, persona, understanding, before, meters }) => ({
      ...{ number, text, before, meters },
      answer: persona.map((line) => line.text).join(' '),
      sentences: understanding.sentences.map(({ span, reading, moves }) => ({
        ...{ span, reading, moves, topics: [] },
      })),
    })),
    preparation: {},
    reflection: {},
    card: await store.scorecard(attempt),
    ending: '',
  };
  const steps = { step: 8, reached: 8, entered: Array.from({ length: 9 }, () => SHARED) };
  await store.reviews.add(
    {
      ...{
        id: 'r1',
        group: 'g1',
        owner: 'anna',
        source: { kind: 'attempt', attempt },
        title: 'Klein gesprek',
      },
      ...{ method: 'incident', freeze: 1, focus: CRITERIA.slice(0, 2), facilitator: 'bert', until: UNTIL },
      meeting: { stage: 'running', ...steps, since: SHARED, extra: 0 },
      ...{ sharedAt: SHARED, version: 1, revision: 1 },
    },
    talk,
    null,
  );
  for (const person of ['anna', 'bert']) await store.reviews.join('r1', { person, since: SHARED });
  const variant = { id: 'v1', by: 'anna', at: SHARED, turn: 1, text: 'Dag.', sentences: [], outcome: null };
  await store.reviews.keep({ review: 'r1', kind: 'variant', key: 'v1', version: 1, value: variant });
  const note = {
    ...{ id: 'n1', by: 'anna', at: SHARED, kind: 'observation', turn: 1, sentence: null, text: 'Kort.' },
    ...{ step: 8, release: null, anonymous: false },
  } as const;
  await store.reviews.keep({ review: 'r1', kind: 'note', key: 'n1', version: 1, value: note });
  const insight = { id: 's1', by: 'anna', at: SHARED, text: 'Stilte werkt.' };
  await store.reviews.keep({ review: 'r1', kind: 'insight', key: 's1', version: 1, value: insight });
  await store.reviews.keepIntention({
    ...{ id: 'i1', person: 'anna', review: 'r1', text: 'Eerst vragen.', day: '2026-02-02', reminds: null },
    ...{ done: false, at: SHARED, version: 1 },
  });
  await store.reviews.keepPlace({ review: 'r1', reference: '{}', at: SHARED });
}
