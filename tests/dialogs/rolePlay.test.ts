import fc from 'fast-check';
import { openTalk, playTurn, replay, stopTalk } from '../../src/core/dialogue/playTurn';
import { CLIMATES, PHASES, type Turn } from '../../src/core/model/conversation';
import { MOVES } from '../../src/core/model/moves';
import type { RolePlayState } from '../../src/core/model/session';
import type { Understanding } from '../../src/core/model/understanding';
import { smallPlay } from '../support/smallScenario';
import { sentence, understood } from '../support/understood';

const play = smallPlay();
const start = openTalk(play, 'seed').state;

function talk(replies: readonly Understanding[], from: RolePlayState = start) {
  const turns: Turn[] = [];
  let state = from;
  for (const [i, reply] of replies.entries()) {
    if (state.ending) break;
    const played = playTurn(play, state, `reply ${i}`, reply, 0);
    turns.push(played.turn);
    state = played.state;
  }
  return { turns, state };
}

const anySentence = fc
  .tuple(fc.constantFrom(...MOVES), fc.subarray(['sleep', 'alone', 'goodbye']))
  .map(([move, topics]) => sentence(move, topics));
const anyReply = fc.array(anySentence, { maxLength: 4 }).map((sentences) => understood(...sentences));
const anyTalk = fc.array(anyReply, { minLength: 1, maxLength: 14 });

describe('a role-play', () => {
  it('begins in the persona’s own words', () => {
    expect(openTalk(play, 'seed').opening).toEqual(['Kom binnen.']);
    expect(start).toMatchObject({ phase: 'arrival', climate: 'guarded', ending: null });
  });

  it('warms by recognition, and opens up only then', () => {
    const cold = talk([understood(sentence('open-question', ['sleep']))]);
    expect(cold.turns[0]?.disclosed).toEqual([]);
    const warm = talk([
      understood(sentence('acknowledge')),
      understood(sentence('open-question', ['sleep'])),
    ]);
    expect(warm.turns[1]?.disclosed).toEqual(['nights']);
    expect(warm.turns[1]?.persona.map(({ text }) => text)).toEqual(['Ik lig elke nacht wakker.']);
  });

  it('tells later layers after earlier ones, and only once', () => {
    const ask = understood(sentence('open-question', ['sleep']));
    const kind = understood(sentence('acknowledge'), sentence('affirm'));
    const { turns } = talk([kind, kind, kind, ask, ask, ask]);
    expect(turns.flatMap(({ disclosed }) => disclosed)).toEqual(['nights', 'fear']);
  });

  it('discloses nothing to who hurts in the same breath', () => {
    const { turns } = talk([
      understood(sentence('acknowledge')),
      understood(sentence('open-question', ['sleep']), sentence('insult')),
    ]);
    expect(turns[1]?.disclosed).toEqual([]);
  });

  it('says advice lands worse before somebody feels understood than after', () => {
    const early = talk([understood(sentence('collaborate'))]).turns[0];
    const heard = understood(sentence('reflect'), sentence('acknowledge'));
    const late = talk([heard, heard, understood(sentence('collaborate'))]).turns[2];
    expect(early?.effects[0]?.rule).toBe('early-solution');
    expect(late?.effects[0]?.rule).toBe('move:collaborate');
    expect(late?.effects[0]?.change.trust).toBeGreaterThan(early?.effects[0]?.change.trust ?? 0);
  });

  it('hears a row of closed questions as an interrogation', () => {
    const question = understood(sentence('closed-question'));
    const { turns } = talk([question, question, question]);
    expect(turns.map((turn) => turn.effects[0]?.rule)).toEqual([
      'move:closed-question',
      'move:closed-question',
      'interrogation',
    ]);
  });

  it('lets an apology after a mistake win back more than plain words', () => {
    const { turns } = talk([understood(sentence('judge')), understood(sentence('acknowledge'))]);
    expect(turns[1]?.effects[0]?.rule).toBe('repair');
    const plain = talk([understood(sentence('acknowledge'))]).turns[0];
    expect(turns[1]?.effects[0]?.change.trust).toBeGreaterThan(plain?.effects[0]?.change.trust ?? 0);
  });

  it('damps what is repeated', () => {
    const { turns } = talk(Array.from({ length: 5 }, () => understood(sentence('give-space'))));
    const gains = turns.map((turn) => turn.effects[0]?.change.trust ?? 0);
    expect(gains.at(-1)).toBeLessThan(gains[0] ?? 0);
  });

  it('does nothing with what it is not sure of, and stays neutral', () => {
    const { turns } = talk([understood(sentence({ kind: 'unsure' }, ['sleep']))]);
    expect(turns[0]?.meters).toEqual(turns[0]?.before);
    expect(turns[0]?.persona.map(({ slot }) => slot)).toContain('content');
  });

  it('asks what was meant when nothing was understood, and waits when nothing was said', () => {
    expect(talk([understood(sentence({ kind: 'unsure' }))]).turns[0]?.persona[0]?.slot).toBe('puzzled');
    expect(talk([understood()]).turns[0]?.persona[0]?.slot).toBe('silence');
  });

  it('takes a question without a subject to go on about the last one, which is not asking it again', () => {
    const { turns } = talk([
      understood(sentence('closed-question', ['sleep'])),
      understood(sentence('closed-question')),
      understood(sentence('closed-question', ['sleep'])),
    ]);
    expect(turns.map(({ persona }) => persona[0]?.line)).toEqual(['sleeping', 'sleeping', 'sleeping-again']);
  });

  it('takes a question to go on about the sentence before it', () => {
    const { turns } = talk([
      understood(sentence('explain', ['sleep'])),
      understood(sentence('own-frame', ['alone']), sentence('open-question')),
    ]);
    expect(turns[1]?.persona.map(({ line }) => line)).not.toContain('sleeping');
  });

  it('brings a concern up by the words of a sentence itself, not by what it goes on about', () => {
    const { turns } = talk([
      understood(sentence('minimise', ['alone']), sentence('open-question')),
      understood(sentence('closed-question', ['alone'], 'Alleen?')),
      understood(sentence('closed-question', ['alone'], 'Bent u vaak alleen?')),
      understood(sentence('name-concern', ['alone'])),
    ]);
    expect(turns.map(({ raised }) => raised)).toEqual([[], [], ['alone'], []]);
    expect(turns[3]?.named).toEqual([{ concern: 'alone', sentence: 0 }]);
  });

  it('opens nothing on the doorstep', () => {
    const kind = understood(sentence('acknowledge'), sentence('affirm'));
    const leave = understood(sentence('open-question', ['sleep']), sentence('contact', ['goodbye']));
    const { turns } = talk([kind, kind, kind, leave]);
    expect(turns.at(-1)?.disclosed).toEqual([]);
    expect(turns.at(-1)?.persona.at(-1)?.slot).toBe('closing');
  });

  it('walks out on insults', () => {
    const { state } = talk(Array.from({ length: 6 }, () => understood(sentence('insult'))));
    expect(state).toMatchObject({ ending: 'walk-out', reason: 'hurt' });
  });

  it('ends when leave is taken, and by itself in the end', () => {
    const hm = understood(sentence('other'));
    const bye = understood(sentence('contact', ['goodbye']));
    expect(talk([hm, hm, hm, bye]).state.ending).toBe('stalemate');
    expect(talk([bye, hm]).state.ending).toBeNull();
    expect(talk(Array.from({ length: 12 }, () => hm)).turns).toHaveLength(10);
    expect(stopTalk(play, start).ending).toBe('stalemate');
  });
});

describe('any role-play', () => {
  it('always answers, stays within its meters, and moves phases forward only', () => {
    fc.assert(
      fc.property(anyTalk, (replies) => {
        const { turns } = talk(replies);
        for (const turn of turns) {
          expect(turn.persona.map(({ text }) => text).join('')).not.toBe('');
          for (const value of Object.values(turn.meters)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100);
          }
          expect(CLIMATES).toContain(turn.climate);
        }
        const phases = turns.map((turn) => PHASES.indexOf(turn.phase));
        expect(phases).toEqual([...phases].sort((a, b) => a - b));
      }),
    );
  });

  it('is the same with a JSON round trip after every turn, and replays to the same state', () => {
    fc.assert(
      fc.property(anyTalk, (replies) => {
        const straight = talk(replies);
        let state = start;
        const turns: Turn[] = [];
        for (const [i, reply] of replies.entries()) {
          if (state.ending) break;
          const played = playTurn(play, JSON.parse(JSON.stringify(state)), `reply ${i}`, reply, 0);
          turns.push(played.turn);
          state = played.state;
        }
        expect(turns).toEqual(straight.turns);
        expect(state).toEqual(straight.state);
        expect(replay(play, start, straight.turns)).toEqual(straight.state);
      }),
    );
  });

  it('says no words twice before all variants of a line are used', () => {
    fc.assert(
      fc.property(anyTalk, (replies) => {
        const { turns } = talk(replies);
        const heard = new Map<string, Set<number>>();
        for (const { line, variant } of turns.flatMap(({ persona }) => persona)) {
          const before = heard.get(line) ?? new Set();
          const all = play.scenario.texts.lines[line]?.length ?? 0;
          if (before.size < all) expect(before.has(variant)).toBe(false);
          heard.set(line, before.add(variant));
        }
      }),
    );
  });
});
