import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { readTranscript } from '../../app/reviews/transcript';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Confidential, Heavy } from './RoomIntro';
import { NotesSection } from './RoomNotes';
import { RoomNow } from './RoomNow';
import { People, Steps, TrustSection } from './RoomSide';
import { Talk } from './RoomTalk';
import { TypedLoose, typedProblems } from './RoomTyped';
import {
  bringerName,
  isLeading,
  leaderName,
  type RoomMeta,
  type RoomProps,
  roomTitle,
  stepTitle,
} from './roomWords';

/** The room in which a team looks at a talk together, as this person may see it now. */
export function renderRoomPage(room: RoomProps['room'], meta: RoomMeta): string {
  return renderPage(<Page room={room} meta={meta} />);
}

/** Only what changes while the page is open; the page's script puts it in place. */
export function renderRoomFragment(room: RoomProps['room'], meta: RoomMeta): string {
  return render(<Live room={room} meta={meta} />);
}

function Page({ room, meta }: RoomProps): JSX.Element {
  const { t, language, scripts } = meta;
  return (
    <Layout
      language={language}
      title={room.review.title}
      t={t}
      here="reviews"
      back={{ href: paths.reviews, label: t('room.list.title') }}
      scripts={scripts}
      intro={
        <p class="about">
          {t('room.intro.line', {
            method: t(`methods.${room.method.id}.name`),
            group: room.group.name,
            name: bringerName(room, t),
          })}
        </p>
      }
      footer={<p>{t('room.confidential.short')}</p>}
    >
      <Signals t={t} review={room.review.id} />
      <Live room={room} meta={meta} />
    </Layout>
  );
}

const SPOKEN_BY_SCRIPT = [
  'lost',
  'back',
  'signedOut',
  'gone',
  'signIn',
  'goneMore',
  'left',
  'minutes',
  'minute',
  'end',
  'over',
  'overOne',
  'longOver',
  'deposed',
  'unsent',
] as const;

/** What the script needs beside the room itself: its words, the line that was lost, and what is said aloud. */
function Signals({ t, review }: { readonly t: RoomMeta['t']; readonly review: string }): JSX.Element {
  const words = Object.fromEntries(SPOKEN_BY_SCRIPT.map((key) => [key, t(`room.live.${key}`)]));
  return (
    <>
      <div
        id="live"
        hidden
        data-stream={paths.reviewLive(review)}
        data-room={paths.reviewRoom(review)}
        data-page={paths.review(review)}
        data-list={paths.reviews}
        data-list-label={t('room.live.toList')}
        data-words={JSON.stringify(words)}
      />
      <p id="line" class="line-lost" role="status" />
      <p id="spoken" class="unseen" aria-live="polite" />
      <noscript>
        <p class="about">
          {t('room.live.noScript')} <a href={paths.review(review)}>{t('room.live.refresh')}</a>
        </p>
      </noscript>
    </>
  );
}

/** Everything that may change. */
function Live({ room, meta }: RoomProps): JSX.Element {
  const { t, told, parts, now } = meta;
  const { review, endsAt, moment } = room;
  const transcript = readTranscript(room);
  return (
    <div
      id="room"
      class="room"
      data-revision={review.revision}
      data-stage={moment.meeting.stage}
      data-step={moment.meeting.step}
      data-title={roomTitle(room, t)}
      data-leads={isLeading(room, meta) ? 'yes' : ''}
      data-leader={leaderName(room, t) ?? ''}
      data-now={now}
      data-ends-at={endsAt ?? ''}
    >
      <Bar room={room} meta={meta} />
      {typedProblems(room, meta)}
      {told && (
        <p class="told" id="told">
          {t(`room.told.${told}`)}
        </p>
      )}
      <TypedLoose room={room} meta={meta} />
      <div class="columns">
        <div class="work">
          <RoomNow room={room} meta={meta} />
          {parts.map(({ before }) => before)}
          <Talk room={room} transcript={transcript} meta={meta} />
          <NotesSection room={room} meta={meta} />
          {parts.map(({ after }) => after)}
        </div>
        <div class="side">
          <People room={room} meta={meta} />
          <Steps room={room} meta={meta} />
          <TrustSection room={room} meta={meta} />
          <Around room={room} meta={meta} />
        </div>
      </div>
    </div>
  );
}

/** Stays in sight: where we are, and how long it takes. */
function Bar({ room, meta }: RoomProps): JSX.Element | null {
  const { t } = meta;
  if (!room.step) return null;
  return (
    <p class="bar" id="bar">
      <a href="#now">{stepTitle(room, room.moment.meeting.step, t)}</a>{' '}
      <span class="timer" id="timer" aria-hidden="true" />
    </p>
  );
}

function Around({ room, meta }: RoomProps): JSX.Element {
  const { t } = meta;
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t('room.around.title')}</h2>
      <p>
        <a href={paths.reviewPrint(room.review.id)}>{t('room.print.link')}</a>
      </p>
      {room.review.owner === meta.person && (
        <p>
          <a href={paths.withdrawReview(room.review.id)}>{t('room.around.withdraw')}</a>
        </p>
      )}
      <Confidential room={room} meta={meta} />
      <Heavy meta={meta} />
    </section>
  );
}
