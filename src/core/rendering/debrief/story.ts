import { weightiest } from '../../dialogue/focus';
import { matchesAny } from '../../dialogue/selectors';
import { CLIMATES, type Turn } from '../../model/conversation';
import type { StoryBeat } from '../../model/debrief';
import type { Scenario } from '../../model/scenario';
import type { Reading } from '../../model/understanding';
import { mends } from './repairs';

/** From here on somebody feels understood enough to hear a hard word (KIS 2021, Bijlage 1, punt 9–10). */
const FEELS_UNDERSTOOD = 40;

/** From this turn on a concern comes late: most of the talk is over. */
const LATE = 12;

/** The talk in a few beats, each of which really happened; their words live in the pages. */
export function tellStory(scenario: Scenario, turns: readonly Turn[]): readonly StoryBeat[] {
  const persona = scenario.texts.persona.name;
  const beats = [
    ...began(scenario, turns),
    ...climateBeats(turns, persona),
    ...concernBeats(scenario, turns),
    ...repairBeats(turns),
  ].sort((a, b) => a.turn - b.turn);
  return [...beats, ...toldBeat(turns, persona)];
}

function began(scenario: Scenario, [first]: readonly Turn[]): readonly StoryBeat[] {
  if (!first || first.understanding.signals.wordless) return [];
  const sentences = first.understanding.sentences.map((sentence) => ({
    sentence,
    topics: [],
    followUp: false,
  }));
  const reading = weightiest(scenario.effects, sentences)?.sentence.reading;
  const kind = reading && beginning(reading);
  return kind ? [{ kind, turn: 1, values: {} }] : [];
}

function beginning(reading: Reading): StoryBeat['kind'] | null {
  if (matchesAny(['any:breaks'], reading)) return 'beganHard';
  if (matchesAny(['family:contact', 'family:recognition', 'family:space'], reading))
    return 'beganWithContact';
  if (matchesAny(['family:question'], reading)) return 'beganWithQuestion';
  return matchesAny(['explain', 'name-concern'], reading) ? 'beganWithMatter' : null;
}

/** The first time the persona opened up, and the first time the door closed. */
function climateBeats(turns: readonly Turn[], persona: string): readonly StoryBeat[] {
  const opened = turns.find((turn) => turn.climate === CLIMATES[2]);
  const closed = turns.find((turn) => turn.climate === CLIMATES[0]);
  return [
    ...(opened ? [{ kind: 'openedUp' as const, turn: opened.number, values: { persona } }] : []),
    ...(closed ? [{ kind: 'closedOff' as const, turn: closed.number, values: { persona } }] : []),
  ];
}

function concernBeats(scenario: Scenario, turns: readonly Turn[]): readonly StoryBeat[] {
  return turns.flatMap((turn) =>
    turn.raised.map(
      (id): StoryBeat => ({
        kind: concernKind(turn),
        turn: turn.number,
        values: { concern: scenario.texts.concerns[id]?.label ?? id },
      }),
    ),
  );
}

function concernKind({ number, before }: Turn): StoryBeat['kind'] {
  if (number >= LATE) return 'concernLate';
  return before.understood >= FEELS_UNDERSTOOD ? 'concernInContact' : 'concernEarly';
}

function repairBeats(turns: readonly Turn[]): readonly StoryBeat[] {
  const repaired = turns.find((turn) => turn.understanding.sentences.some((_, at) => mends(turns, turn, at)));
  return repaired ? [{ kind: 'repaired', turn: repaired.number, values: {} }] : [];
}

function toldBeat(turns: readonly Turn[], persona: string): readonly StoryBeat[] {
  const count = turns.reduce((sum, turn) => sum + turn.disclosed.length, 0);
  const turn = turns.length;
  if (turn === 0) return [];
  return [
    count > 0
      ? { kind: 'told', turn, values: { persona, count } }
      : { kind: 'toldNothing', turn, values: { persona } },
  ];
}
