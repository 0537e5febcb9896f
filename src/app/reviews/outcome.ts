import type { Group } from '../../core/model/group';
import type { Method, ReviewRole } from '../../core/model/method';
import { type Insight, MOST_INTENTIONS, type Review } from '../../core/model/review';
import { roleOf, stepOf } from '../../core/review/visible';
import type { Clock, Ids, Store } from '../ports';
import { namesOf } from '../readGroups';
import { type RemarkProblem, readRemark } from '../remark';
import type { Typed } from '../typed';
import { type NameParts, personalIn } from './personal';
import { asActiveMember, asMember, type ReviewPlaceOf } from './reviewAccess';

export interface OutcomeParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>;
  readonly clock: Clock;
  readonly methods: readonly Method[];
}

/** Characters of an insight, as people count them roughly. */
const INSIGHT_LENGTH = 1000;

export interface OutcomeMember {
  readonly person: string;
  /** '' when they never said. */
  readonly name: string;
  readonly role: ReviewRole;
  readonly self: boolean;
}

export interface SeenInsight extends Pick<Insight, 'id' | 'text' | 'at'> {
  readonly name: string;
  readonly own: boolean;
  readonly version: number;
}

/** Whether it was done is between somebody and themselves. */
export interface SeenIntention {
  readonly id: string;
  readonly text: string;
  readonly day: string;
  readonly name: string;
  readonly own: boolean;
  /** Who reminds them; null for nobody. */
  readonly reminds: { readonly name: string; readonly self: boolean } | null;
}

/** What a team takes home, as one of them may see it. Nothing of the talk itself. */
export interface Outcome {
  readonly review: Review;
  readonly group: Group;
  readonly method: Method;
  readonly role: ReviewRole;
  /** Whether it is time to write. */
  readonly open: boolean;
  readonly members: readonly OutcomeMember[];
  /** In the order in which they were written. */
  readonly insights: readonly SeenInsight[];
  /** By day. */
  readonly intentions: readonly SeenIntention[];
  /** Intentions that this person may still add. */
  readonly left: number;
  /** When the last of it was written, else when the talk was shared; ISO 8601, UTC. */
  readonly at: string;
  /** Whether this person may have it posted where it was announced. */
  readonly mayPost: boolean;
}

/** Only for who takes part; null for everybody else. */
export async function readOutcome(
  { store, clock, methods }: OutcomeParts,
  id: string,
  person: string,
): Promise<Outcome | null> {
  const place = await asMember(store, id, person, clock.now());
  const method = place && methodOf(methods, place.review);
  if (!place || !method) return null;
  const { review, group, role } = place;
  const [members, insights, intentions, announced] = await Promise.all([
    store.reviews.members(id),
    store.reviews.items(id, 'insight'),
    store.reviews.intentionsIn(id),
    store.reviews.place(id),
  ]);
  const people = [
    ...members.map((one) => one.person),
    ...insights.map(({ value }) => value.by),
    ...intentions.flatMap((one) => [one.person, ...(one.reminds === null ? [] : [one.reminds])]),
  ];
  const names = await namesOf(store, [...new Set(people)]);
  const nameOf = (one: string) => names.get(one) ?? '';
  const written = [...insights.map(({ value }) => value.at), ...intentions.map(({ at }) => at)];
  return {
    review,
    group,
    method,
    role,
    open: mayConclude(method, review) && group.archivedAt === null,
    members: members.map((one) => ({
      person: one.person,
      name: nameOf(one.person),
      role: roleOf(review, one.person),
      self: one.person === person,
    })),
    insights: insights.map(({ value: { id: key, text, at, by }, version }) => ({
      ...{ id: key, text, at, version },
      name: nameOf(by),
      own: by === person,
    })),
    intentions: intentions.map((one) => ({
      ...{ id: one.id, text: one.text, day: one.day },
      name: nameOf(one.person),
      own: one.person === person,
      reminds: one.reminds === null ? null : { name: nameOf(one.reminds), self: one.reminds === person },
    })),
    left: Math.max(0, MOST_INTENTIONS - intentions.filter((one) => one.person === person).length),
    at: written.sort().at(-1) ?? review.sharedAt,
    mayPost: announced !== null && review.owner === person,
  };
}

export interface WriteParts extends OutcomeParts, Pick<NameParts, 'namesOf'> {
  readonly ids: Ids;
}

/** What was filled in for an insight. */
export interface TypedInsight {
  readonly text: string | undefined;
  /** "I read the warning, and it may stay". */
  readonly sure: boolean;
}

/** `moved`: it was changed in another window first. `early`: it is not time to write. */
export type InsightOutcome =
  | { readonly kind: 'done' | 'moved' | 'early' }
  | { readonly kind: 'flawed'; readonly problem: RemarkProblem }
  /** It may name somebody; these words do. */
  | { readonly kind: 'personal'; readonly words: readonly string[] };

export async function addInsight(
  parts: WriteParts,
  review: string,
  person: string,
  { text, sure }: TypedInsight,
): Promise<InsightOutcome | null> {
  const place = await asConcluding(parts, review, person);
  if (place === null || place === 'early') return place && { kind: 'early' };
  const read = readInsight(text);
  if (!read.ok) return { kind: 'flawed', problem: read.problem };
  const words = await personalIn(parts, review, read.value);
  if (words.length > 0 && !sure) return { kind: 'personal', words };
  const id = parts.ids.fresh();
  const value = { id, by: person, at: parts.clock.now(), text: read.value };
  const kept = await parts.store.reviews.keep({ review, kind: 'insight', key: id, version: 1, value });
  return kept === 'gone' ? null : { kind: kept === 'kept' ? 'done' : 'moved' };
}

/** One's own, to change it; null for another's. */
export async function insightOf(
  { store, clock }: Pick<OutcomeParts, 'store' | 'clock'>,
  review: string,
  person: string,
  id: string,
) {
  if (!(await asMember(store, review, person, clock.now()))) return null;
  const items = await store.reviews.items(review, 'insight');
  return items.find(({ key, value }) => key === id && value.by === person) ?? null;
}

/** `version` is the one that stood on the page. */
export async function changeInsight(
  parts: WriteParts,
  place: { readonly review: string; readonly insight: string },
  person: string,
  typed: TypedInsight & { readonly version: number },
): Promise<InsightOutcome | null> {
  const own = await insightOf(parts, place.review, person, place.insight);
  if (own === null || !(await asActiveMember(parts.store, place.review, person, parts.clock.now())))
    return null;
  const read = readInsight(typed.text);
  if (!read.ok) return { kind: 'flawed', problem: read.problem };
  const words = read.value === own.value.text ? [] : await personalIn(parts, place.review, read.value);
  if (words.length > 0 && !typed.sure) return { kind: 'personal', words };
  const kept = await parts.store.reviews.keep({
    ...own,
    version: typed.version + 1,
    value: { ...own.value, text: read.value },
  });
  return kept === 'gone' ? null : { kind: kept === 'kept' ? 'done' : 'moved' };
}

export async function removeInsight(
  parts: Pick<OutcomeParts, 'store' | 'clock'>,
  place: { readonly review: string; readonly insight: string },
  person: string,
): Promise<boolean> {
  const { review, insight } = place;
  if ((await insightOf(parts, review, person, insight)) === null) return false;
  return parts.store.reviews.remove({ review, kind: 'insight', key: insight }, person);
}

/** Who takes part, at a time to write down what is taken home. */
export async function asConcluding(
  { store, clock, methods }: OutcomeParts,
  id: string,
  person: string,
): Promise<ReviewPlaceOf | 'early' | null> {
  const place = await asActiveMember(store, id, person, clock.now());
  const method = place && methodOf(methods, place.review);
  if (!place || !method) return null;
  return mayConclude(method, place.review) ? place : 'early';
}

/** In the steps for it, and once the meeting is over. */
function mayConclude(method: Method, { meeting }: Review): boolean {
  return meeting.stage === 'closed' || stepOf({ method, meeting })?.outcome === true;
}

function methodOf(methods: readonly Method[], { method }: Review): Method | null {
  return methods.find(({ id }) => id === method) ?? null;
}

function readInsight(text: string | undefined): Typed<RemarkProblem> {
  return readRemark(text, INSIGHT_LENGTH);
}
