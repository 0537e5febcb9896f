import { openTalk, replay } from '../dialogue/playTurn';
import type { Attempt } from '../model/session';
import { createWordFinder } from '../understanding/wordFinder';
import {
  type Act,
  type BranchSource,
  coach,
  type Desk,
  isNeed,
  NEEDS_TRANSCRIPT,
  type Need,
  record,
  reply,
  value,
} from './desk';

/** "Try again from turn 6": of the attempt that is named, or of the one at hand. */
export interface BranchWish {
  readonly attempt: string | null;
  readonly turn: number;
}

/** Stages in which there is, or was, a talk to take up again. */
const TALKED_IN: ReadonlySet<string> = new Set(['playing', 'debriefing', 'reflecting', 'closed']);

/** Longer than this and it is something said. */
const LONGEST_WISH = 40;

/** More of an earlier reply than this is no reminder any more. */
const REMINDER = 300;

/** A wish typed as a few words and a number, such as "opnieuw vanaf 6"; typing errors are forgiven. */
export function typedWish(desk: Desk, text: string): BranchWish | null {
  if (text.length > LONGEST_WISH || !TALKED_IN.has(desk.session.stage)) return null;
  const parts = /^[/!]?\s*(\p{L}[\p{L}\s]*?)\s*(\d{1,3})\s*[.!]?$/u.exec(text);
  const [, words = '', turn] = parts ?? [];
  return turn !== undefined && meansBranch(desk, words) ? { attempt: null, turn: Number(turn) } : null;
}

/** What the button of a card asks for. */
export function wishOfCard(desk: Desk): BranchWish {
  const turn = value(desk, 'turn') ?? '';
  return { attempt: value(desk, 'attempt'), turn: /^\d{1,3}$/.test(turn) ? Number(turn) : 0 };
}

/** What a wish is about; null when the learner has no such attempt or turn, and it does not tell which. */
export function branchSource(desk: Desk, { attempt, turn }: BranchWish): BranchSource | Need | null {
  const own = desk.session.attempt;
  const found =
    own && (attempt ?? own.id) === own.id ? sourceAtHand(desk, own) : earlierSource(desk, attempt);
  if (found === null || isNeed(found)) return found;
  const { of, turns } = found;
  const play = desk.playbook.pinned.get(of.content);
  return play && turns.some(({ number }) => number === turn) ? { of, play, turns, turn } : null;
}

type Found = Pick<BranchSource, 'of' | 'turns'>;

function sourceAtHand(desk: Desk, own: Attempt): Found | Need {
  const { transcript } = desk.given;
  return transcript ? { of: own, turns: transcript } : NEEDS_TRANSCRIPT;
}

function earlierSource(desk: Desk, attempt: string | null): Found | Need | null {
  if (attempt === null) return null;
  const { earlier } = desk.given;
  if (earlier === undefined) return { needs: 'attempt', attempt };
  return earlier && { of: earlier, turns: earlier.turns };
}

/** Begins an attempt that copies the turns before the chosen one, and stands where the talk stood then. */
export const takeUpAgain: Act = (desk) => {
  const { branch } = desk;
  if (!branch) return desk;
  const { of, play, turn } = branch;
  const copied = branch.turns.filter(({ number }) => number < turn);
  const start = openTalk(play, play.scenario.id).state;
  const attempt: Attempt = {
    id: desk.given.freshId,
    scenario: of.scenario,
    content: of.content,
    level: of.level,
    preparation: of.preparation,
    reflection: {},
    rolePlay: replay(play, start, copied),
    hints: 0,
    branchOf: { attempt: of.id, turn },
    ...(of.homework !== undefined && { homework: of.homework }),
  };
  const begun = record(
    { ...desk, session: { ...desk.session, attempt } },
    { kind: 'attempt-started', attempt: attempt.id },
    ...copied.map((item) => ({ kind: 'turn', attempt: attempt.id, turn: item }) as const),
  );
  return remind(begun, branch, attempt.rolePlay.memory.lastSaid);
};

/** Where the talk stands again, and what the learner said there the time before. */
function remind(desk: Desk, { play, turn, turns }: BranchSource, lastSaid: string): Desk {
  const { name } = play.scenario.texts.persona;
  const before = turns.find(({ number }) => number === turn)?.text.trim() ?? '';
  const told = before
    ? coach(desk, 'branched', { turn, name, said: excerpt(before) })
    : coach(desk, 'branchedInSilence', { turn, name });
  return reply(told, { kind: 'persona', name, text: lastSaid });
}

function excerpt(text: string): string {
  return text.length > REMINDER ? `${text.slice(0, REMINDER).trimEnd()} …` : text;
}

function meansBranch(desk: Desk, words: string): boolean {
  const finder = finders.get(desk.playbook) ?? buildFinder(desk);
  finders.set(desk.playbook, finder);
  return finder(words) !== null;
}

const finders = new WeakMap<object, (typed: string) => true | null>();

function buildFinder({ playbook }: Desk): (typed: string) => true | null {
  const words = (['nl', 'en'] as const).flatMap((locale) =>
    playbook
      .texts(
        locale,
        'je',
      )('interface.branchWords')
      .split(',')
      .map((word) => ({ word: word.trim(), meaning: true as const })),
  );
  return createWordFinder(words);
}
