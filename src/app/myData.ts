import type { Turn } from '../core/model/conversation';
import type { Correction } from '../core/model/correction';
import type { Group, GroupRole } from '../core/model/group';
import type { HandIn, Overrule, TrainerNote } from '../core/model/homework';
import type { RecordedMessage } from '../core/model/message';
import type { Person, SignIn } from '../core/model/person';
import type { BroughtTalk, Intention, Review, ReviewConsent } from '../core/model/review';
import type { Scorecard } from '../core/model/scoring';
import type { AttemptRecord, ReviewItem, SentNotice, Store } from './ports';

/** One attempt with everything that is kept about it. */
export interface KeptAttempt {
  readonly attempt: AttemptRecord;
  readonly turns: readonly Turn[];
  readonly corrections: readonly Correction[];
  readonly scorecard: Scorecard | null;
  /** What trainers said of it. */
  readonly notes: readonly TrainerNote[];
  readonly overrules: readonly Overrule[];
}

/** Everything an installation keeps about one person, as they may take it with them. */
export interface MyData {
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly person: Person | null;
  readonly browsers: readonly Pick<SignIn, 'way' | 'since' | 'expiresAt'>[];
  readonly groups: readonly { readonly group: Group; readonly role: GroupRole }[];
  readonly conversations: readonly {
    readonly conversation: string;
    readonly messages: readonly RecordedMessage[];
  }[];
  readonly attempts: readonly KeptAttempt[];
  /** What trainers may see now. */
  readonly handedIn: readonly HandIn[];
  readonly notices: readonly SentNotice[];
  /** What they brought to be looked at together, as the others see it; of an example only that they began it. */
  readonly reviews: readonly { readonly review: Review; readonly talk: BroughtTalk | null }[];
  /** What they agreed to, also where it was withdrawn since. */
  readonly consents: readonly ReviewConsent[];
  /** What they wrote in any review. */
  readonly wroteInReviews: readonly ReviewItem[];
  readonly intentions: readonly Intention[];
}

export async function collectMyData(store: Store, person: string, now: string): Promise<MyData> {
  const handedIn = await store.homework.handInsOf(person);
  const attempts = await store.attemptsOf(person);
  const browsers = await store.people.signInsOf(person);
  return {
    made: now,
    person: await store.people.person(person),
    browsers: browsers.map(({ way, since, expiresAt }) => ({ way, since, expiresAt })),
    groups: await store.groups.groupsOf(person),
    conversations: await Promise.all(
      (await store.privacy.conversationsOf(person)).map(async (conversation) => ({
        conversation,
        messages: await store.messages(conversation, 0),
      })),
    ),
    attempts: await Promise.all(attempts.map((attempt) => keptAttempt(store, attempt, handedIn))),
    handedIn,
    notices: await store.privacy.noticesOf(person),
    reviews: await Promise.all(
      (await store.reviews.reviewsBy(person)).map(async (review) => ({
        review,
        talk: review.source.kind === 'example' ? null : await store.reviews.talk(review.id),
      })),
    ),
    consents: await store.reviews.consentsOf(person),
    wroteInReviews: (await store.reviews.itemsBy(person)).map(onlyWritten),
    intentions: await store.reviews.intentionsOf(person),
  };
}

/** What would have come of another reply tells of a card that lies closed, or was never shared. */
function onlyWritten(item: ReviewItem): ReviewItem {
  return 'outcome' in item.value ? { ...item, value: { ...item.value, sentences: [], outcome: null } } : item;
}

async function keptAttempt(
  store: Store,
  attempt: AttemptRecord,
  handedIn: readonly HandIn[],
): Promise<KeptAttempt> {
  const { id } = attempt;
  const shown = handedIn.filter((handIn) => handIn.attempt === id);
  const notes = await Promise.all(shown.map(({ assignment }) => store.homework.notes(id, assignment)));
  return {
    attempt,
    turns: await store.turns(id),
    corrections: await store.corrections(id),
    scorecard: await store.scorecard(id),
    notes: notes.flat(),
    overrules: await store.homework.overrules(id),
  };
}
