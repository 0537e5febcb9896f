import { createReviewFeed, type ReviewFeed } from '../../app/reviews/live';
import { asMember } from '../../app/reviews/reviewAccess';
import { telling } from '../../app/reviews/tellingStore';
import type { PersonStream } from '../../channels/webchat/personStreams';
import { ROUTES } from '../../pages/paths';
import type { Pages } from '.';
import { BESIDE_SCRIPTS, besideRoom } from './besideRoom';
import { markPages } from './markPages';
import { notePages } from './notePages';
import { outcomePages } from './outcomePages';
import type { PageParts } from './parts';
import { roomPages } from './roomPages';
import { sharePages } from './sharePages';
import { whatIfPages } from './whatIfPages';

/** Everything of intervisie: sharing a talk, the room in which a team looks at it, and what they take home. */
export function reviewPages(given: PageParts): Pages {
  const feed = createReviewFeed({
    store: given.store,
    clock: given.clock,
    methods: given.library.methods,
    every,
    fault: given.fault,
  });
  const parts = { ...given, store: { ...given.store, reviews: telling(given.store.reviews, feed) } };
  const areas: readonly Pages[] = [
    { streams: [liveStream(parts, feed)] },
    sharePages(parts),
    roomPages(parts),
    notePages(parts),
    ...[whatIfPages, markPages, outcomePages].map((area) => besideRoom(parts, area(parts))),
  ];
  return {
    pages: areas.flatMap(({ pages = [] }) => pages),
    forms: areas.flatMap(({ forms = [] }) => forms),
    files: areas.flatMap(({ files = [] }) => files),
    streams: areas.flatMap(({ streams = [] }) => streams),
    assets: [...new Set([...areas.flatMap(({ assets = [] }) => assets), ...BESIDE_SCRIPTS])],
  };
}

function liveStream({ store, clock }: PageParts, feed: ReviewFeed): PersonStream {
  return {
    path: ROUTES.reviewLive,
    async open({ person, params }, send, end) {
      const review = params.review ?? '';
      if (!(await asMember(store, review, person, clock.now()))) return null;
      return feed.listen({
        review,
        person,
        room: (now) => send('room', now),
        gone() {
          send('gone', {});
          end();
        },
      });
    },
  };
}

/** Does not keep a process alive that has nothing else to do. */
function every(milliseconds: number, job: () => void): () => void {
  const timer = setInterval(job, milliseconds).unref();
  return () => clearInterval(timer);
}
