import { PROJECT_ROOT } from '../src/cli/root';
import { loadLibrary } from '../src/content/library';
import { loadPlaythroughs, type Playthrough } from '../src/content/playthroughs';
import { decideTurn } from '../src/core/decideTurn';
import type { Turn } from '../src/core/model/conversation';
import type { MessageBody } from '../src/core/model/message';
import type { Session } from '../src/core/model/session';
import { harmsOf, shownHarms } from '../src/core/rendering/debrief/harms';
import { settledMatters } from '../src/core/rendering/debrief/settled';
import { score } from '../src/core/scoring/score';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors; run check');
const { playbook } = loaded.library;

const FIRST: Session = {
  conversation: 'playthrough',
  learner: 'learner',
  version: 0,
  stage: 'choosing',
  paused: false,
  locale: 'nl',
  address: 'je',
  attempt: null,
};

/** Plays a whole conversation; `keep` is what happens to a session between two messages. */
function playThrough(scenario: string, replies: readonly string[], keep: (session: Session) => Session) {
  let session = FIRST;
  const turns: Turn[] = [];
  const bodies: readonly MessageBody[] = [
    { kind: 'action', action: 'choose', values: { scenario } },
    { kind: 'action', action: 'begin', values: {} },
    ...replies.map((text): MessageBody => ({ kind: 'text', text })),
  ];
  for (const [number, body] of bodies.entries()) {
    if (number > 1 && session.stage !== 'playing') break;
    const message = { id: `${number}`, conversation: 'playthrough', learner: 'learner', body };
    const decision = decideTurn(playbook, session, message, {
      freshId: 'attempt',
      transcript: turns,
      homework: [],
    });
    if ('needs' in decision) throw new Error('the transcript was there');
    for (const item of decision.recorded) if (item.kind === 'turn') turns.push(item.turn);
    session = keep(decision.session);
  }
  return { turns, ending: session.attempt?.rolePlay.ending ?? null, card: score(playbook.rubric, turns) };
}

const asIs = (session: Session) => session;
const throughJson = (session: Session): Session => JSON.parse(JSON.stringify(session));

const all = playbook.scenarios.flatMap(({ scenario }) =>
  loadPlaythroughs(PROJECT_ROOT, scenario.id).map((item): [string, string, Playthrough] => [
    scenario.id,
    item.id,
    item,
  ]),
);

describe.each(all)('%s, %s', (scenario, _, { replies, expect: expected }) => {
  const { turns, ending, card } = playThrough(scenario, replies, asIs);

  it('ends as expected', () => {
    expect(ending).toBe(expected.ending);
  });

  it('hears told what is expected, and nothing else that is named', () => {
    const told = turns.flatMap(({ disclosed }) => disclosed);
    expect(told).toEqual(expect.arrayContaining(expected.disclosed));
    expect(told.filter((id) => expected.untold.includes(id))).toEqual([]);
  });

  it('is marked as expected', () => {
    const wrong = card.criteria.filter(({ id, level }) => !(expected.levels[id] ?? [level]).includes(level));
    expect(
      wrong.map(({ id, level }) => `${id} is ${level}, not ${expected.levels[id]?.join(' or ')}`),
    ).toEqual([]);
    expect(card.missedConcerns).toEqual(expected.missedConcerns);
  });

  it('is read as expected', () => {
    for (const { turn, move } of expected.moves) {
      const read = turns[turn - 1]?.understanding.sentences.map(({ reading }) =>
        reading.kind === 'move' ? reading.move : reading.kind,
      );
      expect([turn, read]).toEqual([turn, expect.arrayContaining([move])]);
    }
  });

  it('is answered as expected', () => {
    for (const { turn, line } of expected.says) {
      const said = turns[turn - 1]?.persona.map((utterance) => utterance.line) ?? [];
      const fits = [line].flat().some((one) => said.includes(one));
      expect(fits ? null : { turn, expected: line, said }).toBeNull();
    }
  });

  it('is summed up as expected', () => {
    const played = playbook.scenarios.find((item) => item.scenario.id === scenario);
    if (!played) throw new Error('it was played');
    const agreed = settledMatters(played.scenario, turns).agreed.map(({ id }) => id);
    expect(agreed).toEqual(expect.arrayContaining(expected.agreed));
    expect(agreed.filter((id) => expected.notAgreed.includes(id))).toEqual([]);
    const unsafe = shownHarms(harmsOf(playbook.rubric, card, turns)).filter((harm) => harm.unsafe);
    expect(unsafe.map(({ quote }) => quote)).toEqual(expected.unsafe ?? unsafe.map(({ quote }) => quote));
  });

  it('quotes only what was typed', () => {
    for (const { evidence } of card.criteria) {
      for (const { turn, quote } of evidence) expect(turns[turn - 1]?.text).toContain(quote);
    }
  });

  it('is the same when the session goes through JSON after every message', () => {
    expect(playThrough(scenario, replies, throughJson)).toEqual({ turns, ending, card });
  });
});
