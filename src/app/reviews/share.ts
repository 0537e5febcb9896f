import type { Group } from '../../core/model/group';
import type { Method } from '../../core/model/method';
import { NOT_BEGUN, type Review, type ReviewConsent } from '../../core/model/review';
import type { Locale } from '../../core/model/session';
import { type Brought, bring } from '../../core/review/bring';
import type { StandInKind } from '../../core/review/pseudonymise';
import { fingerprint } from '../../core/understanding/hash';
import type { Calendar, Clock, Ids, Store } from '../ports';
import { namesOf } from '../readGroups';
import { plusSeconds } from '../time';
import { type AnnounceParts, announceReview } from './announce';
import type { Bringable } from './bringable';
import { checkShare, type ShareDraft, type ShareFlaw, type ShareGround, type SharePlan } from './shareDraft';

export interface ShareParts extends AnnounceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly methods: readonly Method[];
  /** Days that untouched talks are kept; null for as long as nobody deletes them. */
  readonly retentionDays: number | null;
  /** What stands in the place of a name, in the language of a talk. */
  readonly standIns: (locale: Locale) => (kind: StandInKind, number: number) => string;
}

/** Who will be able to see a talk. */
export interface Audience {
  readonly group: Group;
  /** How many others there are in the group. */
  readonly people: number;
  /** Names of the trainers among them; '' for who never gave one. */
  readonly trainers: readonly string[];
}

/** Exactly what others will see, before anything is stored. */
export interface SharePreview {
  readonly plan: SharePlan;
  readonly brought: Brought;
  readonly audience: Audience;
  /** Tells this very preview from another: of other words, or for other people. */
  readonly seen: string;
}

export type PreviewOutcome =
  | { readonly kind: 'flawed'; readonly flaws: readonly ShareFlaw[] }
  | { readonly kind: 'preview'; readonly preview: SharePreview };

/** Groups that somebody may bring a talk to, with what a draft is held against. */
export async function shareGround(parts: ShareParts, owner: string): Promise<ShareGround> {
  const { store, methods, calendar, clock, retentionDays } = parts;
  const groups = (await store.groups.groupsOf(owner)).map(({ group }) => group);
  const now = clock.now();
  return { groups: groups.filter((one) => one.archivedAt === null), methods, calendar, now, retentionDays };
}

/** Stores nothing. */
export async function previewShare(
  parts: ShareParts,
  owner: string,
  bringable: Bringable,
  draft: ShareDraft,
): Promise<PreviewOutcome> {
  const checked = checkShare(draft, bringable, await shareGround(parts, owner));
  if (!checked.ok) return { kind: 'flawed', flaws: checked.flaws };
  const { plan } = checked;
  const { store } = parts;
  const members = await store.groups.members(plan.group.id);
  const others = members.filter(({ person }) => person !== owner);
  const names = await namesOf(
    store,
    members.map(({ person }) => person),
  );
  const brought = bring({ ...bringable.whole, title: plan.title }, plan.choice, {
    people: [
      { name: names.get(owner) ?? '', is: 'own' },
      ...others.map(({ person }) => ({ name: names.get(person) ?? '', is: 'group' as const })),
      ...bringable.voices,
    ],
    scenario: bringable.scenarioWords,
    keep: plan.keep,
    hide: plan.hide,
    standIn: parts.standIns(bringable.whole.locale),
  });
  const trainers = others
    .filter(({ role }) => role === 'trainer')
    .map(({ person }) => names.get(person) ?? '');
  const audience = { group: plan.group, people: others.length, trainers };
  const shown = [brought.talk, brought.title, plan.group.id, plan.until, others];
  const seen = fingerprint(JSON.stringify(shown));
  return { kind: 'preview', preview: { plan, brought, audience, seen } };
}

export type ShareOutcome =
  | Exclude<PreviewOutcome, { kind: 'preview' }>
  /** They did not say yes, or not to what it would be now. */
  | { readonly kind: 'not-yet'; readonly why: 'no-consent' | 'changed'; readonly preview: SharePreview }
  | { readonly kind: 'shared'; readonly review: string }
  /** It was deleted meanwhile. */
  | { readonly kind: 'gone' };

/** Shows a talk to a group. `seen` is of the preview that they said yes to. */
export async function share(
  parts: ShareParts,
  owner: string,
  bringable: Bringable,
  draft: ShareDraft,
  said: {
    readonly consent: boolean;
    readonly seen: string | undefined;
    /** Whether whoever may take part gets a message. */
    readonly tell: boolean;
  },
): Promise<ShareOutcome> {
  const outcome = await previewShare(parts, owner, bringable, draft);
  if (outcome.kind === 'flawed') return outcome;
  const { preview } = outcome;
  if (said.seen !== preview.seen) return { kind: 'not-yet', why: 'changed', preview };
  if (!said.consent) return { kind: 'not-yet', why: 'no-consent', preview };
  const already = await sharedJustNow(parts, owner, bringable, preview);
  const review = already ?? reviewOf(parts, owner, bringable, preview);
  const { talk } = preview.brought;
  if (!already && !(await parts.store.reviews.add(review, talk, consentTo(review, preview))))
    return { kind: 'gone' };
  // Whoever was told before is not told again.
  if (said.tell) await announceReview(parts, review);
  return { kind: 'shared', review: review.id };
}

function consentTo(
  { id, owner, group, sharedAt, until }: Review,
  { brought: { talk }, audience }: SharePreview,
): ReviewConsent {
  return {
    ...{ review: id, person: owner, group, at: sharedAt, until },
    turns: talk.turns.length,
    card: talk.card !== null,
    preparation: Object.keys(talk.preparation).length > 0,
    reflection: Object.keys(talk.reflection).length > 0,
    people: audience.people,
    withdrawnAt: null,
  };
}

/** Seconds in which the very same is taken for a button that was pressed twice. */
const TWICE = 30 * 60;

async function sharedJustNow(
  { store, clock }: ShareParts,
  owner: string,
  { source }: Bringable,
  { plan, brought }: SharePreview,
): Promise<Review | null> {
  const since = plusSeconds(clock.now(), -TWICE);
  const talk = JSON.stringify(brought.talk);
  const how = ({ method, freeze, focus, until }: SharePlan | Review) =>
    JSON.stringify([method, freeze, focus, until]);
  for (const review of await store.reviews.reviewsBy(owner)) {
    const same =
      review.sharedAt >= since &&
      review.group === plan.group.id &&
      how(review) === how(plan) &&
      review.title === brought.title &&
      JSON.stringify(review.source) === JSON.stringify(source);
    if (same && JSON.stringify(await store.reviews.talk(review.id)) === talk) return review;
  }
  return null;
}

function reviewOf(
  { ids, clock }: ShareParts,
  owner: string,
  { source }: Bringable,
  { plan, brought }: SharePreview,
): Review {
  const { group, method, freeze, focus, until } = plan;
  return {
    ...{ id: ids.fresh(), group: group.id, owner, source, title: brought.title },
    ...{ method, freeze, focus, facilitator: null, until, sharedAt: clock.now() },
    ...{ meeting: NOT_BEGUN, version: 1, revision: 1 },
  };
}
