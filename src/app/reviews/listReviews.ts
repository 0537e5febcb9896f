import type { Group } from '../../core/model/group';
import type { Method } from '../../core/model/method';
import type { MeetingStage, Review } from '../../core/model/review';
import type { Store } from '../ports';
import { namesOf } from '../readGroups';
import { mayEnter } from './reviewAccess';

export interface ListedReview {
  readonly review: Review;
  readonly group: Group;
  readonly method: Method;
  /** Who brought it; '' when they never said their name. */
  readonly bringer: string;
  readonly own: boolean;
  /** Whether they take part already. */
  readonly joined: boolean;
  /** How many take part. */
  readonly people: number;
  /** Past its last day: only who brought it still sees it. */
  readonly over: boolean;
}

export type ListedReviews = Readonly<Record<MeetingStage, readonly ListedReview[]>>;

export interface ListParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>;
  readonly methods: readonly Method[];
}

/** Reviews that somebody may enter, newest first; in one group, or in all of theirs. */
export async function listReviews(
  { store, methods }: ListParts,
  person: string,
  now: string,
  only: string | null = null,
): Promise<ListedReviews> {
  const mine = (await store.groups.groupsOf(person)).map(({ group }) => group);
  const groups = new Map(
    mine.filter(({ id }) => only === null || id === only).map((group) => [group.id, group]),
  );
  const found = await store.reviews.reviewsIn([...groups.keys()]);
  const may = await Promise.all(found.map((review) => mayEnter(store, review, person, now)));
  const open = found.filter((_, at) => may[at]);
  const names = await namesOf(
    store,
    open.map(({ owner }) => owner),
  );
  const listed = await Promise.all(
    open.map(async (review): Promise<readonly ListedReview[]> => {
      const group = groups.get(review.group);
      const method = methods.find(({ id }) => id === review.method);
      if (!group || !method) return [];
      const members = await store.reviews.members(review.id);
      return [
        {
          ...{ review, group, method, bringer: names.get(review.owner) ?? '', own: review.owner === person },
          joined: members.some((one) => one.person === person),
          people: members.length,
          over: now >= review.until,
        },
      ];
    }),
  );
  const all = listed.flat();
  const at = (stage: MeetingStage) => all.filter(({ review }) => review.meeting.stage === stage);
  return { waiting: at('waiting'), running: at('running'), closed: at('closed') };
}
