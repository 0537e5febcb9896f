import { PROJECT_ROOT } from '../../src/cli/root';
import { loadBank } from '../../src/cli/simulation/bank';
import { type Conversation, converse, listenTo, type Stage } from '../../src/cli/simulation/converse';
import { POLICY } from '../../src/cli/simulation/policies';
import { loadLibrary } from '../../src/content/library';
import { playTurn, replay } from '../../src/core/dialogue/playTurn';
import { METERS } from '../../src/core/model/conversation';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const { playbook } = loaded.library;

const LABELLED = 1000;
const RECOGNISED = 30;

describe.each(playbook.scenarios.map((staged) => [staged.scenario.id, staged] as const))(
  'random talks in %s',
  (_, staged) => {
    const stage: Stage = {
      staged,
      bank: loadBank(PROJECT_ROOT, staged, ['natural_vader2.jsonl', 'natural_y4.jsonl', 'blind_1.jsonl']),
      lexicon: playbook.lexicon,
      topicsIn: listenTo(staged),
      recogniser: null,
    };
    const recognising: Stage = { ...stage, recogniser: playbook.recogniser };
    const talks: readonly Conversation[] = [
      ...Array.from({ length: LABELLED }, (_item, seed) => converse(stage, POLICY.random, seed)),
      ...Array.from({ length: RECOGNISED }, (_item, seed) =>
        converse(recognising, POLICY.random, 9000 + seed),
      ),
    ];

    it('end, within the turns of the scenario, with a reason that has words', () => {
      for (const { state, turns } of talks) {
        expect(state.ending).not.toBeNull();
        expect(turns.length).toBeLessThanOrEqual(staged.scenario.maxTurns);
        expect(staged.scenario.texts.reasons[state.reason ?? '']).toBeTruthy();
      }
    });

    it('never give an empty answer', () => {
      const empty = talks
        .flatMap(({ turns }) => turns)
        .filter(({ persona }) => persona.length === 0 || persona.some(({ text }) => text.trim() === ''));
      expect(empty.map(({ number, text }) => ({ number, text }))).toEqual([]);
    });

    it('always leave a way on, with meters between 0 and 100', () => {
      const amiss = talks.flatMap(({ turns }) =>
        turns.filter(
          ({ meters, ending }, i) =>
            METERS.some((meter) => meters[meter] < 0 || meters[meter] > 100) ||
            (i < turns.length - 1 && ending !== null),
        ),
      );
      expect(amiss).toEqual([]);
    });

    it('go the same way again from what was recorded', () => {
      for (const { start, turns, state } of talks) {
        const again = replay(staged, start, turns);
        // Who breaks off without a word leaves no turn behind.
        const expected = turns.at(-1)?.ending ? state : state.memory;
        const found = turns.at(-1)?.ending ? again : again.memory;
        if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
      }
    });

    it('go the same way through JSON after every turn', () => {
      for (const { start, turns } of talks.slice(0, 60)) {
        let state = start;
        for (const turn of turns) {
          const kept = JSON.parse(JSON.stringify({ state, understanding: turn.understanding }));
          const played = playTurn(staged, kept.state, turn.text, kept.understanding, turn.hints);
          if (JSON.stringify(played.turn) !== JSON.stringify(turn)) expect(played.turn).toEqual(turn);
          state = played.state;
        }
      }
    });
  },
);
