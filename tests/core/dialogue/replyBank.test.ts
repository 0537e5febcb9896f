import { join } from 'node:path';
import fc from 'fast-check';
import { loadLibrary } from '../../../src/content/library';
import { holds } from '../../../src/core/dialogue/conditions';
import { openTalk, playTurn } from '../../../src/core/dialogue/playTurn';
import { examplesFor, type Moment } from '../../../src/core/dialogue/replyBank';
import { CLIMATES, PHASES } from '../../../src/core/model/conversation';
import { MOVES } from '../../../src/core/model/moves';
import { REPLY_QUALITIES } from '../../../src/core/model/replyBank';
import type { RolePlayState } from '../../../src/core/model/session';
import { smallPlay } from '../../support/smallScenario';
import { sentence, understood } from '../../support/understood';

const loaded = loadLibrary(join(__dirname, '..', '..', '..'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const found = loaded.library.playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
if (!found) throw new Error('where is Hasna?');
const hasna = found;
const small = smallPlay();

const textsOf = (places: readonly number[], play: typeof small = hasna) =>
  places.map((place) => play.scenario.replies[place]?.text ?? '');

const moment = (state: RolePlayState, change: Partial<Moment> = {}): Moment => ({
  state,
  topics: [],
  shown: [],
  seed: 'seed',
  ...change,
});

/** A talk of random sentences, as the states in which a learner has to say something. */
function statesOf(play: typeof small, replies: readonly ReturnType<typeof understood>[]) {
  let { state } = openTalk(play, 'seed');
  const states = [state];
  for (const [i, reply] of replies.entries()) {
    state = playTurn(play, state, `reply ${i}`, reply, 0).state;
    if (state.ending) break;
    states.push(state);
  }
  return states;
}

const anySentence = fc
  .tuple(
    fc.constantFrom(...MOVES),
    fc.subarray(
      hasna.scenario.topics.map(({ id }) => id),
      { maxLength: 2 },
    ),
  )
  .map(([move, topics]) => sentence(move, topics));
const anyReply = fc.array(anySentence, { maxLength: 3 }).map((sentences) => understood(...sentences));
const anyTalk = fc.array(anyReply, { maxLength: 28 });

describe('the reply bank of Hasna', () => {
  const { replies } = hasna.scenario;

  it('is large, and knows every move', () => {
    expect(replies.length).toBeGreaterThanOrEqual(150);
    const moves = new Set(replies.flatMap((reply) => reply.moves.flat()));
    expect([...moves].sort()).toEqual([...MOVES].sort());
  });

  it.each(PHASES.flatMap((phase) => CLIMATES.map((climate) => [phase, climate] as const)))(
    'has replies of every quality that are meant for %s × %s',
    (phase, climate) => {
      for (const quality of REPLY_QUALITIES) {
        const meant = replies.filter(
          ({ when, quality: is }) =>
            is === quality &&
            (when.phase || when.climate) &&
            (when.phase?.includes(phase) ?? true) &&
            (when.climate?.includes(climate) ?? true),
        );
        expect(meant.length).toBeGreaterThanOrEqual(2);
      }
    },
  );

  it('says u to father, always', () => {
    for (const { text } of replies) expect(text).not.toMatch(/(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/iu);
  });

  it('gives away nothing that he has not told', () => {
    const secrets =
      /brief|weggeef|geeft weg|spullen|leraar|kantine|deqa|uw zus|zusje|verloskundige|collega|bevalling/i;
    for (const { text, when } of replies.filter((reply) => secrets.test(reply.text))) {
      expect([text, when.disclosed ?? []]).toEqual([text, [expect.any(String)]]);
    }
  });
});

describe('examples', () => {
  it.each([0, 1, 2, 3, 4])('are one of each quality at turn %i', (turn) => {
    const { state } = openTalk(hasna, 'seed');
    const at = moment({ ...state, memory: { ...state.memory, turn } });
    const qualities = examplesFor(hasna.scenario, at).map((place) => hasna.scenario.replies[place]?.quality);
    expect([...qualities].sort()).toEqual([...REPLY_QUALITIES].sort());
  });

  it('do not always come in the same order', () => {
    const { state } = openTalk(hasna, 'seed');
    const orders = new Set(
      Array.from({ length: 60 }, (_, i) =>
        examplesFor(hasna.scenario, moment(state, { seed: `${i}` }))
          .map((place) => hasna.scenario.replies[place]?.quality)
          .join(),
      ),
    );
    expect(orders.size).toBe(6);
  });

  it('answer what was just said, before anything else', () => {
    const { state } = openTalk(hasna, 'seed');
    const told: RolePlayState = {
      ...state,
      climate: 'open',
      memory: {
        ...state.memory,
        turn: 9,
        disclosed: ['gives-away', 'found-letter'],
        used: { 'told-found-letter': { variants: [0], lastTurn: 9 } },
      },
    };
    const texts = textsOf(examplesFor(hasna.scenario, moment(told, { topics: ['letter', 'self-harm'] })));
    expect(texts).toContain('Och, en daar liep u al die dagen mee rond. Wat goed dat u het nu zegt.');
  });

  it('offer to repair what was just broken', () => {
    const broken = statesOf(small, [understood(sentence('acknowledge')), understood(sentence('judge'))]);
    const last = broken.at(-1);
    if (!last) throw new Error('no talk');
    expect(textsOf(examplesFor(small.scenario, moment(last)), small)).toContain('Sorry, dat was te snel.');
  });

  it('run out in the end, without repeating', () => {
    const { state } = openTalk(small, 'seed');
    const first = examplesFor(small.scenario, moment(state));
    const second = examplesFor(small.scenario, moment(state, { shown: first }));
    const third = examplesFor(small.scenario, moment(state, { shown: [...first, ...second] }));
    expect([first.length, second.length, third.length]).toEqual([3, 3, 1]);
    expect(new Set([...first, ...second, ...third]).size).toBe(7);
  });

  it('are three different ones at every moment of any talk, all of which may be said then', () => {
    fc.assert(
      fc.property(anyTalk, fc.string(), (replies, seed) => {
        const shown: number[] = [];
        for (const state of statesOf(hasna, replies)) {
          const chosen = examplesFor(hasna.scenario, moment(state, { shown, seed }));
          expect(new Set(chosen).size).toBe(3);
          expect(chosen.filter((place) => shown.includes(place))).toEqual([]);
          const facts = { ...state, reading: state.memory.previous, topics: [] };
          for (const place of chosen) {
            const { disclosed = [], hidden = [] } = hasna.scenario.replies[place]?.when ?? {};
            expect(holds({ disclosed, hidden }, facts)).toBe(true);
          }
          shown.push(...chosen);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same for the same moment', () => {
    fc.assert(
      fc.property(anyTalk, (replies) => {
        const last = statesOf(hasna, replies).at(-1);
        if (!last) return;
        const again = JSON.parse(JSON.stringify(last)) as RolePlayState;
        expect(examplesFor(hasna.scenario, moment(again))).toEqual(examplesFor(hasna.scenario, moment(last)));
      }),
      { numRuns: 30 },
    );
  });
});
