import type { TrainerNote } from '../core/model/homework';
import { type CriterionId, LEVELS, type MarkLevel } from '../core/model/scoring';
import { asActiveTrainer } from './access';
import { markDiscussed } from './givenHomework';
import { NOTE_LENGTH, REASON_LENGTH, type RemarkProblem, readRemark } from './remark';
import { type HandInPath, readSeenHandIn, type SeenHandIn } from './seenHandIn';
import type { SharedTalksParts } from './sharedTalks';
import { type TellParts, tellDiscussed, tellOverruled } from './tellLearner';

export type FeedbackParts = SharedTalksParts & TellParts;

/** What the learner may be told about, once it is written. */
const lookedAt = ({ handIn: { assignment, learner, attempt } }: SeenHandIn) => ({
  assignment,
  learner,
  attempt,
});

/** What a trainer may change something about; null in an archived group. */
async function changeable(
  parts: FeedbackParts,
  trainer: string,
  path: HandInPath,
): Promise<SeenHandIn | null> {
  const active = await asActiveTrainer(parts.store, path.group, trainer);
  return active && readSeenHandIn(parts, trainer, path);
}

export type NoteOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'flawed'; readonly problem: RemarkProblem };

/** A note that is there already, or a place for a new one; a turn only of a talk that may be read. */
export type NotePlace = { readonly note: string } | { readonly turn: number | null };

/** Null where there is no such hand-in, turn or own note for this trainer. */
export async function writeNote(
  parts: FeedbackParts,
  trainer: string,
  path: HandInPath,
  place: NotePlace,
  text: string | undefined,
): Promise<NoteOutcome | null> {
  const seen = await changeable(parts, trainer, path);
  const about = seen && noteAt(seen, trainer, place);
  if (!seen || !about) return null;
  const read = readRemark(text, NOTE_LENGTH);
  if (!read.ok) return { kind: 'flawed', problem: read.problem };
  const { assignment, attempt } = path;
  const note: TrainerNote = {
    id: about.id ?? parts.ids.fresh(),
    assignment,
    attempt,
    turn: about.turn,
    text: read.value,
    by: trainer,
    at: parts.clock.now(),
  };
  if (!(await parts.store.homework.keepNote(note))) return null;
  await tellDiscussed(parts, lookedAt(seen));
  return { kind: 'done' };
}

/** Where a note stands; null where this trainer can write none. */
export function noteAt(
  { notes, talk }: SeenHandIn,
  trainer: string,
  place: NotePlace,
): { readonly id: string | null; readonly turn: number | null; readonly text: string } | null {
  if ('note' in place) {
    const own = notes.find(({ id, by }) => id === place.note && by === trainer);
    return own ?? null;
  }
  const { turn } = place;
  const there =
    turn === null || (talk.kind === 'transcript' && talk.debrief.transcript.some((one) => one.turn === turn));
  return there ? { id: null, turn, text: '' } : null;
}

/** False where there is no such note of theirs. */
export async function takeNoteAway(
  parts: FeedbackParts,
  trainer: string,
  path: HandInPath,
  note: string,
): Promise<boolean> {
  const seen = await changeable(parts, trainer, path);
  if (!seen || !noteAt(seen, trainer, { note })) return false;
  return parts.store.homework.removeNote(note, trainer);
}

export type OverruleFlaw = 'level-missing' | 'level-same' | 'reason-missing' | 'reason-too-long';

export type OverruleOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'flawed'; readonly flaws: readonly OverruleFlaw[] };

/** Puts another level beside the machine's, with a reason; null where no level may be seen. */
export async function overrule(
  parts: FeedbackParts,
  trainer: string,
  path: HandInPath,
  criterion: CriterionId,
  typed: { readonly level: string | undefined; readonly reason: string | undefined },
): Promise<OverruleOutcome | null> {
  const seen = await changeable(parts, trainer, path);
  const mark = seen && markAt(seen, criterion);
  if (!seen || !mark) return null;
  const level = LEVELS.find((one) => one === typed.level);
  const reason = readRemark(typed.reason, REASON_LENGTH);
  if (level === undefined || level === mark.level || !reason.ok) {
    return { kind: 'flawed', flaws: [...levelFlaws(level, mark.level), ...reasonFlaws(reason)] };
  }
  const { assignment, attempt } = path;
  const kept = await parts.store.homework.keepOverrule({
    assignment,
    attempt,
    criterion,
    machine: mark.level,
    level,
    reason: reason.value,
    by: trainer,
    at: parts.clock.now(),
  });
  if (!kept) return null;
  await tellOverruled(parts, lookedAt(seen));
  return { kind: 'done' };
}

export function markAt({ talk }: SeenHandIn, criterion: string) {
  return talk.kind === 'done' ? null : (talk.marks.find((mark) => mark.criterion === criterion) ?? null);
}

function levelFlaws(level: MarkLevel | undefined, machine: MarkLevel): readonly OverruleFlaw[] {
  if (level === undefined) return ['level-missing'];
  return level === machine ? ['level-same'] : [];
}

function reasonFlaws(reason: ReturnType<typeof readRemark>): readonly OverruleFlaw[] {
  return reason.ok ? [] : [`reason-${reason.problem}`];
}

/** The machine's mark stands alone again. */
export async function withdrawOverrule(
  parts: FeedbackParts,
  trainer: string,
  path: HandInPath,
  criterion: CriterionId,
): Promise<boolean> {
  const seen = await changeable(parts, trainer, path);
  if (!seen || !markAt(seen, criterion)?.overrule) return false;
  return parts.store.homework.removeOverrule(path.assignment, path.attempt, criterion);
}

/** Says that somebody's homework was talked about; the learner is told. */
export async function discuss(parts: FeedbackParts, trainer: string, path: HandInPath): Promise<boolean> {
  const seen = await changeable(parts, trainer, path);
  if (!seen) return false;
  await markDiscussed(parts, seen.assignment, seen.handIn.learner);
  await tellDiscussed(parts, lookedAt(seen));
  return true;
}
