import { holds, specificity } from '../dialogue/conditions';
import {
  openTalk as openRolePlay,
  playTurn as play,
  replay,
  stopTalk as stopRolePlay,
} from '../dialogue/playTurn';
import type { Reply } from '../model/message';
import type { Attempt } from '../model/session';
import type { Signals } from '../model/understanding';
import {
  type Act,
  coach,
  type Desk,
  NEEDS_TRANSCRIPT,
  record,
  reply,
  staged,
  typed,
  withAttempt,
} from './desk';
import { isExample, meantExample, readAloud } from './examples';
import { hear } from './hearing';
import type { StagedScenario } from './playbook';

/** After this many replies that were not understood the coach says something too. */
const NUDGE_AFTER = 2;

export const openTalk: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  const { state, opening } = openRolePlay(now.play, now.play.scenario.id);
  const begun = withAttempt(desk, { rolePlay: state, hints: 0 });
  const told = coach(begun, `talkBegins.${now.attempt.level}`, { name: personaName(now.play) });
  return reply(told, ...opening.map((text) => persona(now.play, text)));
};

export const recallTalk: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  const told = coach(desk, 'inTheTalk', { name: personaName(now.play) });
  return reply(told, persona(now.play, now.attempt.rolePlay.memory.lastSaid));
};

/** The learner's reply goes to the persona, unless it is plainly not meant for one. */
export const playTurn: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  const text = meantExample(desk, typed(desk));
  const heard = hear(desk.playbook, now.play, text, now.attempt.rolePlay.memory.lastSaid);
  if (heard.kind === 'aside') return coach(desk, heard.why, { name: personaName(now.play) });
  const { understanding } = heard;
  const played = play(now.play, now.attempt.rolePlay, text, understanding, now.attempt.hints);
  const after = record(withAttempt(desk, { rolePlay: played.state, hints: 0 }), {
    kind: 'turn',
    attempt: now.attempt.id,
    turn: isExample(desk, text) ? { ...played.turn, example: true } : played.turn,
  });
  const read = readAloud(after, understanding);
  const answered = reply(read, persona(now.play, played.turn.persona.map((line) => line.text).join(' ')));
  return adviseAside(answered, understanding.signals, played.state.memory.puzzled);
};

/** Who practises independently hears only the persona until the end; their data are guarded all the same. */
function adviseAside(desk: Desk, signals: Signals, puzzled: number): Desk {
  const warned = signals.personalData.length > 0 ? coach(desk, 'personalData') : desk;
  const { attempt } = desk.session;
  if (attempt?.level === 'independent' || attempt?.rolePlay.ending) return warned;
  if (puzzled >= NUDGE_AFTER || signals.nonsense) return coach(warned, 'notUnderstood');
  return signals.mixed ? coach(warned, 'mixedLanguage') : warned;
}

/** A hint points to a kind of sentence, never to a text to copy; each one is noted with the next turn. */
export const giveHint: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  if (now.attempt.level === 'independent') return coach(desk, 'noHintsNow');
  const hint = hintFor(now.play, now.attempt);
  return reply(withAttempt(desk, { hints: now.attempt.hints + 1 }), { kind: 'coach', text: hint });
};

function hintFor(play: StagedScenario, attempt: Attempt): string {
  const { rolePlay } = attempt;
  const facts = { ...rolePlay, reading: rolePlay.memory.previous, topics: [] };
  const fitting = play.scenario.texts.hints
    .filter((hint) => holds(hint.when, facts))
    .sort((a, b) => specificity(b.when) - specificity(a.when));
  return fitting[attempt.hints % Math.max(1, fitting.length)]?.text ?? '';
}

/** Takes the last turn back by playing the ones before it again. */
export const takeBack: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  const { transcript } = desk.given;
  if (!transcript) return NEEDS_TRANSCRIPT;
  const last = transcript.at(-1);
  if (!last) return coach(desk, 'nothingToTakeBack');
  const start = openRolePlay(now.play, now.play.scenario.id).state;
  const rolePlay = replay(now.play, start, transcript.slice(0, -1));
  const undone = record(withAttempt(desk, { rolePlay, hints: 0 }), {
    kind: 'taken-back',
    attempt: now.attempt.id,
    turn: last.number,
  });
  return reply(coach(undone, 'takenBack'), persona(now.play, rolePlay.memory.lastSaid));
};

export const stopTalk: Act = (desk) => {
  const now = staged(desk);
  return now ? withAttempt(desk, { rolePlay: stopRolePlay(now.play, now.attempt.rolePlay) }) : desk;
};

function personaName(play: StagedScenario): string {
  return play.scenario.texts.persona.name;
}

function persona(play: StagedScenario, text: string): Reply {
  return { kind: 'persona', name: personaName(play), text };
}
