import type { Correction } from '../../core/model/correction';
import type { Move } from '../../core/model/moves';
import type { BroughtTalk, TeamLabel } from '../../core/model/review';
import type { CriterionId, MarkLevel, Rubric } from '../../core/model/scoring';
import type { Reading } from '../../core/model/understanding';
import { isNameless, mayLabel } from '../../core/review/tryout';
import { cardShown, movesShown } from '../../core/review/visible';
import { changedLevels, withCorrections } from '../../core/scoring/corrections';
import { score } from '../../core/scoring/score';
import type { Clock, Store } from '../ports';
import { namesOf } from '../readGroups';
import { type Room, type RoomParts, readRoom } from './readRoom';
import { type RecordedTalkParts, recordedTalk } from './recordedTalk';

export interface LabelParts extends RoomParts {
  readonly clock: Clock;
}

export interface LabelledCardParts extends LabelParts, RecordedTalkParts {
  readonly store: RecordedTalkParts['store'];
  readonly rubric: Rubric;
}

export interface SentenceOf {
  readonly turn: number;
  /** 0-based within the turn. */
  readonly sentence: number;
}

/** A sentence with what the machine read in it and what the team calls it. */
export interface LabelledSentence extends SentenceOf {
  readonly quote: string;
  readonly machine: Reading;
  /** Null when nobody said otherwise. `name` is '' when they never said, null where nobody is named. */
  readonly team: { readonly move: Move; readonly name: string | null; readonly own: boolean } | null;
}

export interface LabelsView {
  readonly room: Room;
  /** Whether something may be called otherwise now. */
  readonly may: boolean;
  readonly sentences: readonly LabelledSentence[];
}

/** Every sentence that is seen, from the step on in which moves may be asked for; null for who takes no part. */
export async function readLabels(parts: LabelParts, id: string, person: string): Promise<LabelsView | null> {
  const room = await readRoom(parts, id, person, parts.clock.now());
  return room?.joined ? labelsIn(parts.store, room, person) : null;
}

/** The same in a room that was read already. */
export async function labelsIn(
  store: Pick<Store, 'people' | 'reviews'>,
  room: Room,
  person: string,
): Promise<LabelsView> {
  const { moment, talk, method } = room;
  if (!movesShown(moment)) return { room, may: false, sentences: [] };
  const labels = (await store.reviews.items(room.review.id, 'label')).map(({ value }) => value);
  const names = await namesOf(
    store,
    labels.map(({ by }) => by),
  );
  const nameless = isNameless(method);
  const known = new Map(labels.map((label) => [keyOf(label), label]));
  const teamOf = (place: SentenceOf): LabelledSentence['team'] => {
    const label = known.get(keyOf(place));
    if (!label) return null;
    const { move, by } = label;
    return { move, name: nameless ? null : (names.get(by) ?? ''), own: by === person };
  };
  return {
    room,
    may: mayLabel(moment),
    sentences: sentencesOf(talk).map((said) => ({ ...said, team: teamOf(said) })),
  };
}

function sentencesOf({ turns }: BroughtTalk): readonly Omit<LabelledSentence, 'team'>[] {
  return turns.flatMap(({ number, text, sentences }) =>
    sentences.map(({ span, reading }, sentence) => ({
      ...{ turn: number, sentence, machine: reading },
      quote: text.slice(span.start, span.end),
    })),
  );
}

function keyOf({ turn, sentence }: SentenceOf): string {
  return `${turn}.${sentence}`;
}

/**
 * `late` when the meeting is over, `moved` when somebody was first, `taken` when another called it something that this
 * person was not asked about yet; null when there is no such sentence for them.
 */
export type LabelOutcome = 'kept' | 'late' | 'moved' | 'taken' | null;

/** What was chosen for a sentence. */
export interface ChosenLabel extends SentenceOf {
  readonly move: Move;
  /** What another called it, that may go; null for nothing. */
  readonly instead: Move | null;
}

/** Calls a sentence something else, beside what the machine read; what another called it goes only when that was said. */
export async function labelSentence(
  parts: LabelParts,
  id: string,
  person: string,
  { turn, sentence, move, instead }: ChosenLabel,
): Promise<LabelOutcome> {
  const at = parts.clock.now();
  const found = await seenSentence(parts, id, person, { turn, sentence }, at);
  if (!found) return null;
  if (!mayLabel(found.room.moment)) return 'late';
  const value: TeamLabel = { turn, sentence, machine: found.machine, move, by: person, at };
  const key = keyOf(value);
  const before = (await parts.store.reviews.items(id, 'label')).find((item) => item.key === key);
  if (before && before.value.by !== person) {
    if (before.value.move === move) return 'kept';
    if (before.value.move !== instead) return 'taken';
  }
  const version = (before?.version ?? 0) + 1;
  const outcome = await parts.store.reviews.keep({ review: id, kind: 'label', key, version, value });
  return outcome === 'gone' ? null : outcome;
}

/** Takes back what the team called a sentence, whoever of the team did. Taken back twice is taken back. */
export async function undoLabel(
  parts: LabelParts,
  id: string,
  person: string,
  place: SentenceOf,
): Promise<Exclude<LabelOutcome, 'taken'>> {
  const found = await seenSentence(parts, id, person, place, parts.clock.now());
  if (!found) return null;
  if (!mayLabel(found.room.moment)) return 'late';
  await parts.store.reviews.remove({ review: id, kind: 'label', key: keyOf(place) }, person);
  return 'kept';
}

async function seenSentence(
  parts: LabelParts,
  id: string,
  person: string,
  place: SentenceOf,
  now: string,
): Promise<{ readonly room: Room; readonly machine: Reading } | null> {
  const room = await readRoom(parts, id, person, now);
  if (!room?.joined || !movesShown(room.moment)) return null;
  const said = sentencesOf(room.talk).find((one) => keyOf(one) === keyOf(place));
  return said ? { room, machine: said.machine } : null;
}

/** A criterion that would stand at another level if the sentences were what the team calls them. */
export interface LabelledLevel {
  readonly criterion: CriterionId;
  readonly card: MarkLevel;
  readonly team: MarkLevel;
}

/**
 * The card as it would be with what the team calls the sentences. Null where there is no card to compare with, where
 * nothing was called otherwise, and when the talk is not the shared one any more.
 */
export async function cardWithLabels(
  parts: LabelledCardParts,
  { review, talk, moment }: Room,
): Promise<readonly LabelledLevel[] | null> {
  if (talk.card === null || !cardShown(moment)) return null;
  const labels = (await parts.store.reviews.items(review.id, 'label')).map(({ value }) => value);
  if (labels.length === 0) return null;
  const recorded = await recordedTalk(parts, review, talk, Number.POSITIVE_INFINITY);
  if (!recorded) return null;
  const { turns, corrections, play } = recorded;
  const judge = (meant: readonly Correction[]) =>
    score(parts.rubric, withCorrections(turns, meant, play.scenario.concerns));
  const before = judge(corrections);
  const after = judge([...corrections, ...labels.map((label) => asCorrection(label, review.id))]);
  const levels = new Map(before.criteria.map(({ id, level }) => [id, level]));
  const changed = new Set(changedLevels(before, after));
  return after.criteria
    .filter(({ id }) => changed.has(id))
    .map(({ id, level }) => ({ criterion: id, card: levels.get(id) ?? 'not-seen', team: level }));
}

function asCorrection(label: TeamLabel, review: string): Correction {
  return { ...label, attempt: review, why: '' };
}
