import type { BroughtTurn, Variant } from '../../core/model/review';
import { isNameless, mayTry, visibleVariant } from '../../core/review/tryout';
import { readOnly, type TriedReply, type TryTools, whatIf } from '../../core/review/whatIf';
import type { TopicFinder } from '../../core/understanding/topics';
import type { Clock, Ids, Store } from '../ports';
import { namesOf } from '../readGroups';
import { type NameParts, personalWords } from './personal';
import { type Room, type RoomParts, readRoom } from './readRoom';
import { type RecordedTalkParts, recordedTalk } from './recordedTalk';

export interface TryParts extends RecordedTalkParts, RoomParts, Pick<NameParts, 'namesOf'> {
  readonly store: RecordedTalkParts['store'];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tools: TryTools & {
    /** For talks without a scenario. */
    readonly topics: TopicFinder;
  };
}

/** More than this at one turn by one person is no comparison any more. */
const MOST_VARIANTS = 10;

/** Why nothing was tried; what was typed is kept on the page. */
export type NotTried =
  | Extract<TriedReply, { kind: 'no-reply' }>['why']
  /** The talk was changed or deleted after it was shared. */
  | 'changed'
  | 'enough'
  /** The meeting went on, to a step that has no place for it. */
  | 'notNow';

export type TryOutcome =
  | { readonly kind: 'tried'; readonly variant: string }
  /** It may name somebody; these words do. */
  | { readonly kind: 'personal'; readonly words: readonly string[] }
  | { readonly kind: 'refused'; readonly why: NotTried };

/** What somebody is told after they changed something. */
export const TRY_TOLD = ['tried', 'removed'] as const;
export type TryTold = (typeof TRY_TOLD)[number];

/** A variant as somebody may see it now. */
export interface SeenVariant extends Omit<Variant, 'by'> {
  readonly own: boolean;
  /** '' when they never said; null where nobody is named. */
  readonly name: string | null;
}

export interface WhatIfView {
  readonly room: Room;
  /** Whether something may be tried now. */
  readonly may: boolean;
  /** Nobody's name stands beside what was tried. */
  readonly nameless: boolean;
  readonly turns: readonly { readonly turn: BroughtTurn; readonly variants: readonly SeenVariant[] }[];
}

/** The turns that are seen with what was tried at each; null for whoever takes no part. */
export async function readWhatIf(parts: TryParts, id: string, person: string): Promise<WhatIfView | null> {
  const room = await readRoom(parts, id, person, parts.clock.now());
  return room?.joined ? whatIfIn(parts.store, room, person) : null;
}

/** The same in a room that was read already. */
export async function whatIfIn(
  store: Pick<Store, 'people' | 'reviews'>,
  room: Room,
  person: string,
): Promise<WhatIfView> {
  const { moment, talk, method } = room;
  const items = await store.reviews.items(room.review.id, 'variant');
  const names = await namesOf(
    store,
    items.map(({ value }) => value.by),
  );
  const nameless = isNameless(method);
  const variants = items.flatMap(({ value }): SeenVariant[] => {
    const seen = visibleVariant(value, moment, talk);
    if (!seen) return [];
    const { by, ...rest } = seen;
    return [{ ...rest, own: by === person, name: nameless ? null : (names.get(by) ?? '') }];
  });
  return {
    room,
    may: mayTry(moment),
    nameless,
    turns: talk.turns.map((turn) => ({
      turn,
      variants: variants.filter((variant) => variant.turn === turn.number),
    })),
  };
}

/** What was filled in for another reply. */
export interface TypedReply {
  readonly turn: number;
  readonly text: string;
  /** "I read the warning about names, and it may stay". */
  readonly sure: boolean;
}

/** Says something else at a turn, and keeps what would have come of it beside the talk; null when it is not theirs. */
export async function tryReply(
  parts: TryParts,
  id: string,
  person: string,
  { turn, text, sure }: TypedReply,
): Promise<TryOutcome | null> {
  const { store, clock, ids } = parts;
  const at = clock.now();
  const room = await readRoom(parts, id, person, at);
  if (!room?.joined || !room.talk.turns.some(({ number }) => number === turn)) return null;
  if (!mayTry(room.moment)) return { kind: 'refused', why: 'notNow' };
  const items = await store.reviews.items(id, 'variant');
  const own = items.filter(({ value }) => value.by === person && value.turn === turn);
  if (own.length >= MOST_VARIANTS) return { kind: 'refused', why: 'enough' };
  const tried = await played(parts, room, turn, text);
  if (tried.kind !== 'tried')
    return { kind: 'refused', why: tried.kind === 'no-reply' ? tried.why : 'changed' };
  const { sentences, outcome } = tried;
  const { talk } = room;
  const said = text.trim();
  const words = personalWords(said, talk.scenario === null ? new Set() : parts.namesOf(talk.scenario.id));
  if (words.length > 0 && !sure) return { kind: 'personal', words };
  const variant = { id: ids.fresh(), by: person, at, turn, text: said, sentences, outcome };
  const item = { review: id, kind: 'variant', key: variant.id, version: 1, value: variant } as const;
  if ((await store.reviews.keep(item)) !== 'kept') return null;
  return { kind: 'tried', variant: variant.id };
}

async function played(parts: TryParts, room: Room, turn: number, text: string): Promise<TriedReply> {
  const { talk, review } = room;
  if (talk.scenario === null) return readOnly(text, saidBefore(room, turn), parts.tools);
  const recorded = await recordedTalk(parts, review, talk, turn);
  return recorded ? whatIf(recorded, turn, text, parts.tools) : { kind: 'no-turn' };
}

function saidBefore({ talk }: Room, turn: number): string {
  const before = talk.turns.find(({ number }) => number === turn - 1);
  return before?.answer ?? (turn === 1 ? talk.opening : '');
}

/** False when there is no such variant of theirs. */
export async function removeVariant(
  parts: Pick<TryParts, 'store' | 'clock' | 'methods'>,
  id: string,
  person: string,
  variant: string,
): Promise<boolean> {
  const room = await readRoom(parts, id, person, parts.clock.now());
  if (!room?.joined) return false;
  return parts.store.reviews.remove({ review: id, kind: 'variant', key: variant }, person);
}
