import { type Intention, MOST_INTENTIONS } from '../../core/model/review';
import { type RemarkProblem, readRemark } from '../remark';
import { type PlanIntentionParts, planIntention } from './intentionReminders';
import { asConcluding, type OutcomeParts } from './outcome';
import { type NameParts, personalIn } from './personal';

export type IntentionParts = OutcomeParts & PlanIntentionParts & Pick<NameParts, 'namesOf'>;

/** Characters of an intention. */
const INTENTION_LENGTH = 300;
/** Days ahead that one can mean to do something. */
const DAYS_AHEAD = 366;
const ZONE = 'Europe/Amsterdam';

/** As it stands in the form. `reminds`: '' for nobody, `me`, or somebody who takes part. */
export interface IntentionFields {
  readonly text: string;
  readonly day: string;
  readonly reminds: string;
  /** "I read the warning about names, and it may stay". */
  readonly sure: boolean;
}

export type DayProblem = 'missing' | 'malformed' | 'past' | 'far';

export interface IntentionProblems {
  readonly text: RemarkProblem | null;
  readonly day: DayProblem | null;
  readonly reminds: 'unknown' | null;
}

/** `moved`: it was changed in another window first. `full`: they have as many as fit. `early`: it is not time for it. */
export type IntentionOutcome =
  | { readonly kind: 'done' | 'moved' | 'full' | 'early' }
  | { readonly kind: 'flawed'; readonly problems: IntentionProblems }
  /** It may name somebody; these words do. */
  | { readonly kind: 'personal'; readonly words: readonly string[] };

/** What reminds the maker, as it stands in the form. */
export const MYSELF = 'me';

export async function addIntention(
  parts: IntentionParts,
  review: string,
  person: string,
  fields: IntentionFields,
): Promise<IntentionOutcome | null> {
  const { store, ids, clock } = parts;
  const place = await asConcluding(parts, review, person);
  if (place === null || place === 'early') return place && { kind: 'early' };
  const read = readIntention(parts, fields, {
    person,
    zone: place.group.timeZone,
    others: (await store.reviews.members(review)).map((one) => one.person),
  });
  if (!read.ok) return { kind: 'flawed', problems: read.problems };
  if ((await countOf(parts, review, person)) >= MOST_INTENTIONS) return { kind: 'full' };
  const words = await personalIn(parts, review, read.value.text);
  if (words.length > 0 && !fields.sure) return { kind: 'personal', words };
  const intention: Intention = {
    ...read.value,
    ...{ id: ids.fresh(), person, review, done: false, at: clock.now(), version: 1 },
  };
  if (!(await store.reviews.keepIntention(intention))) return { kind: 'moved' };
  // Two windows may both have seen room for one more.
  if ((await countOf(parts, review, person)) > MOST_INTENTIONS) {
    await store.reviews.removeIntention(intention.id, person);
    return { kind: 'full' };
  }
  await planIntention(parts, intention);
  return { kind: 'done' };
}

async function countOf({ store }: IntentionParts, review: string, person: string): Promise<number> {
  return (await store.reviews.intentionsIn(review)).filter((one) => one.person === person).length;
}

/** One's own, of whichever review, also of one that is gone; null for another's. */
export async function intentionOf(
  { store }: Pick<IntentionParts, 'store'>,
  id: string,
  person: string,
): Promise<Intention | null> {
  const intention = await store.reviews.intention(id);
  return intention?.person === person ? intention : null;
}

/** `version` is the one that stood on the page. */
export async function changeIntention(
  parts: IntentionParts,
  id: string,
  person: string,
  fields: IntentionFields,
  version: number,
): Promise<IntentionOutcome | null> {
  const own = await intentionOf(parts, id, person);
  if (own === null) return null;
  const read = readIntention(parts, fields, {
    person,
    zone: await zoneOf(parts, own),
    others: [...(await remindersOf(parts, own)), ...(own.reminds === null ? [] : [own.reminds])],
    kept: own.day,
  });
  if (!read.ok) return { kind: 'flawed', problems: read.problems };
  const { text } = read.value;
  const words = text === own.text ? [] : await personalIn(parts, own.review, text);
  if (words.length > 0 && !fields.sure) return { kind: 'personal', words };
  return keep(parts, { ...own, ...read.value, version: version + 1 });
}

/** Done, or to do after all. */
export async function settleIntention(
  parts: IntentionParts,
  id: string,
  person: string,
  done: boolean,
): Promise<boolean> {
  const own = await intentionOf(parts, id, person);
  if (own === null) return false;
  if (own.done !== done) await keep(parts, { ...own, done, version: own.version + 1 });
  return true;
}

export async function dropIntention(parts: IntentionParts, id: string, person: string): Promise<boolean> {
  const own = await intentionOf(parts, id, person);
  if (own === null || !(await parts.store.reviews.removeIntention(id, person))) return false;
  await planIntention(parts, { ...own, reminds: null });
  return true;
}

async function keep(parts: IntentionParts, intention: Intention): Promise<IntentionOutcome> {
  if (!(await parts.store.reviews.keepIntention(intention))) return { kind: 'moved' };
  await planIntention(parts, intention);
  return { kind: 'done' };
}

/** Who could remind of it: those who take part, while the review is there for its maker. */
export async function remindersOf(
  { store }: Pick<IntentionParts, 'store'>,
  { review, person }: Pick<Intention, 'review' | 'person'>,
): Promise<readonly string[]> {
  const members = (await store.reviews.members(review)).map((one) => one.person);
  return members.includes(person) ? members.filter((one) => one !== person) : [];
}

/** Where the group is; once the review is gone, where its maker lives. */
async function zoneOf({ store, calendar }: IntentionParts, intention: Intention): Promise<string> {
  const review = await store.reviews.review(intention.review);
  const group = review && (await store.groups.group(review.group));
  if (group) return group.timeZone;
  const zone = (await store.people.person(intention.person))?.timeZone ?? ZONE;
  return calendar.knows(zone) ? zone : ZONE;
}

interface Around {
  readonly person: string;
  readonly zone: string;
  /** Who may remind, beside the maker. */
  readonly others: readonly string[];
  /** The day as it was, which may be past. */
  readonly kept?: string;
}

type Read =
  | { readonly ok: true; readonly value: Pick<Intention, 'text' | 'day' | 'reminds'> }
  | { readonly ok: false; readonly problems: IntentionProblems };

function readIntention(parts: IntentionParts, fields: IntentionFields, around: Around): Read {
  const text = readRemark(fields.text, INTENTION_LENGTH);
  const day = fields.day.trim();
  const wrongDay = day === around.kept ? null : dayProblem(parts, day, around.zone);
  const reminds = fields.reminds === MYSELF ? around.person : fields.reminds || null;
  const known = reminds === null || reminds === around.person || around.others.includes(reminds);
  if (text.ok && wrongDay === null && known) return { ok: true, value: { text: text.value, day, reminds } };
  return {
    ok: false,
    problems: { text: text.ok ? null : text.problem, day: wrongDay, reminds: known ? null : 'unknown' },
  };
}

function dayProblem({ calendar, clock }: IntentionParts, day: string, zone: string): DayProblem | null {
  if (day === '') return 'missing';
  if (!calendar.isDay(day)) return 'malformed';
  const { day: today } = calendar.there(clock.now(), zone);
  if (day < today) return 'past';
  return day > calendar.plusDays(today, DAYS_AHEAD) ? 'far' : null;
}
