import { MEETING_EVENTS } from '../../../dialogs/review';
import { type ConductOutcome, conduct, takePart, takeTheLead } from '../../app/reviews/conduct';
import { readLeading } from '../../app/reviews/leading';
import { listReviews } from '../../app/reviews/listReviews';
import type { FormAnswer, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { paths, ROUTES } from '../../pages/paths';
import { renderRoomFragment, renderRoomPage } from '../../pages/review/Room';
import { renderRoomIntro } from '../../pages/review/RoomIntro';
import { renderReviewsPage } from '../../pages/review/RoomList';
import { renderRoomPrint } from '../../pages/review/RoomPrint';
import { ROOM_TOLD, type RoomTold } from '../../pages/review/roomWords';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { pageBeside } from './besideRoom';
import { numberFrom, type PageParts } from './parts';
import { ROOM_SCRIPTS, roomMeta, roomOf } from './roomMeta';
import { readerOf } from './words';

/** The meetings somebody can go to, and the room of each. */
export function roomPages(parts: PageParts): Pages {
  return {
    pages: [
      ...[listPage, roomPage, fragmentPage].map((page) => page(parts)),
      pageBeside(parts, printPage(parts)),
    ],
    forms: [joinForm, leadForm, stepForm].map((form) => form(parts)),
    assets: ROOM_SCRIPTS,
  };
}

function listPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.reviews,
    styles: [PAGE_STYLE],
    render: async ({ person, locale, query }) => {
      const { store, library, clock } = parts;
      const only = query.group ?? null;
      const group = only === null ? null : await groupOf(parts, person, only);
      if (only !== null && group === null) return null;
      const listed = await listReviews({ store, methods: library.methods }, person, clock.now(), only);
      const { t } = await readerOf(parts, person, locale);
      const ways = [
        { href: paths.bringTalk, label: t('room.list.begin.share') },
        { href: paths.ownCase, label: t('room.list.begin.ownCase') },
        { href: paths.exampleReview, label: t('room.list.begin.example') },
      ];
      return renderReviewsPage(listed, { t, language: locale, group, ways });
    },
  };
}

async function groupOf({ store }: PageParts, person: string, id: string): Promise<string | null> {
  const mine = await store.groups.groupsOf(person);
  return mine.find(({ group }) => group.id === id)?.group.name ?? null;
}

function roomPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.review,
    styles: [PAGE_STYLE],
    script: true,
    render: async (view) => {
      const room = await roomOf(parts, view);
      if (!room) return null;
      const told = ROOM_TOLD.find((one) => one === view.query.told) ?? null;
      const meta = await roomMeta(parts, view, room, { told });
      return room.joined ? renderRoomPage(room, meta) : renderRoomIntro(room, meta);
    },
  };
}

/** The room without what stands around it, for the script of an open page. */
function fragmentPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.reviewRoom,
    styles: [],
    render: async (view) => {
      const room = await roomOf(parts, view);
      return room?.joined ? renderRoomFragment(room, await roomMeta(parts, view, room)) : null;
    },
  };
}

function printPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.reviewPrint,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const room = await roomOf(parts, view);
      return room?.joined ? renderRoomPrint(room, await roomMeta(parts, view, room, {}, true)) : null;
    },
  };
}

function joinForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.takePart,
    styles: [],
    take: async (view) => {
      const joined = await takePart(conductParts(parts), view.params.review ?? '', view.person);
      return joined ? back(view, 'joined') : null;
    },
  };
}

function leadForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.takeLead,
    styles: [],
    take: async (view) => {
      const room = await roomOf(parts, view);
      if (!room?.joined) return null;
      // Somebody began to lead meanwhile: whoever pressed first sees that, and is asked again.
      if ((room.review.facilitator ?? '') !== (view.fields.from ?? '')) return back(view, 'moved');
      return answer(view, await takeTheLead(conductParts(parts), room.review.id, view.person), 'leading');
    },
  };
}

function stepForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.reviewStep,
    styles: [],
    take: async (view) => {
      const { review = '' } = view.params;
      const type = MEETING_EVENTS.find((one) => one === view.fields.type);
      const from = numberFrom(view.fields.from);
      const room = await roomOf(parts, view);
      if (!room?.joined) return null;
      if (type === undefined || from === null) return back(view, 'moved');
      const { extraMinutes } = readLeading(room, parts.clock.now());
      const wish = { type, from, minutes: extraMinutes };
      const outcome = await conduct(conductParts(parts), review, view.person, wish);
      // Another step speaks for itself.
      return outcome === 'done' && type !== 'EXTEND'
        ? { kind: 'see', path: paths.review(review) }
        : answer(view, outcome, 'stepped');
    },
  };
}

function conductParts({ store, clock, library }: PageParts) {
  return { store, clock, methods: library.methods };
}

function answer(view: PageView, outcome: ConductOutcome, told: RoomTold): FormAnswer | null {
  switch (outcome) {
    case 'done':
      return back(view, told);
    case 'moved':
    case 'not-leading':
      return back(view, 'moved');
    case 'absent':
      return null;
  }
}

function back({ params }: PageView, told: RoomTold): FormAnswer {
  return { kind: 'see', path: `${paths.review(params.review ?? '')}?told=${told}` };
}
