import type { JSX } from 'preact';
import { methodWords, stepWords } from '../../app/reviews/methodWords';
import { Section } from '../debrief/Section';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { dayThere } from '../when';
import { bringerName, leaderName, type RoomProps, stepTitle } from './roomWords';

/** What somebody reads before they take part: nothing of the talk, all of what they agree to. */
export function renderRoomIntro(room: RoomProps['room'], meta: RoomProps['meta']): string {
  return renderPage(<Intro room={room} meta={meta} />);
}

function Intro({ room, meta }: RoomProps): JSX.Element {
  const { t, language, token } = meta;
  return (
    <Layout
      language={language}
      title={room.review.title}
      t={t}
      here="reviews"
      back={{ href: paths.reviews, label: t('room.list.title') }}
      intro={<p>{t('room.intro.what')}</p>}
    >
      {meta.heavy && (
        <Section id="heavy" title={t('room.heavy.title')}>
          <HeavyWords meta={meta} />
        </Section>
      )}
      <Section id="about" title={t('room.intro.about')}>
        <Facts room={room} meta={meta} />
        <Confidential room={room} meta={meta} />
        <p>{t('room.intro.seen')}</p>
        <PostButton
          action={paths.takePart(room.review.id)}
          token={token}
          label={t('room.intro.join')}
          kind="primary"
        />
      </Section>
      <Section id="method" title={methodWords(t, room.method.id).name}>
        <p>{methodWords(t, room.method.id).what}</p>
        <ol class="steps">
          {room.method.steps.map(({ id, minutes }, index) => (
            <li>
              {stepTitle(room, index, t)}{' '}
              <span class="about">{t('room.steps.minutes', { count: minutes })}</span>
              <p class="about">{stepWords(t, room.method.id, id).instruction}</p>
            </li>
          ))}
        </ol>
        <p class="source">{t('room.intro.source', { source: room.method.source })}</p>
      </Section>
    </Layout>
  );
}

function Facts({ room, meta }: RoomProps): JSX.Element {
  const { t, language } = meta;
  const { review, group, talk, turns, method } = room;
  const minutes = method.steps.reduce((sum, step) => sum + step.minutes, 0);
  const rows = [
    ['bringer', bringerName(room, t)],
    ['group', group.name],
    ['leads', leaderName(room, t) ?? t('room.intro.nobody')],
    [
      'talk',
      t(`room.intro.talks.${review.source.kind}`, {
        title: talk.scenario?.title ?? '',
        turns: t('room.intro.turns', { count: turns }),
      }),
    ],
    ['takes', t('room.intro.minutes', { count: minutes, steps: method.steps.length })],
    ['stage', t(`room.intro.stages.${review.meeting.stage}`)],
    ['until', t('room.intro.untilDay', { day: dayThere(language, review.until, group.timeZone) })],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <>
          <dt>{t(`room.intro.rows.${name}`)}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** What stays among those who take part. */
export function Confidential({ room, meta: { t, language } }: RoomProps): JSX.Element {
  const { review, group } = room;
  return (
    <>
      <h3>{t('room.confidential.title')}</h3>
      <ul>
        {['stays', 'names', 'kept'].map((key) => (
          <li>{t(`room.confidential.${key}`, { day: dayThere(language, review.until, group.timeZone) })}</li>
        ))}
      </ul>
    </>
  );
}

/** That the subject is heavy, and whom to call. */
export function Heavy({ meta }: Pick<RoomProps, 'meta'>): JSX.Element | null {
  if (!meta.heavy) return null;
  return (
    <>
      <h3>{meta.t('room.heavy.title')}</h3>
      <HeavyWords meta={meta} />
    </>
  );
}

function HeavyWords({ meta: { t, heavy } }: Pick<RoomProps, 'meta'>): JSX.Element | null {
  if (!heavy) return null;
  return (
    <>
      {heavy.note !== '' && <p {...TALK}>{heavy.note}</p>}
      {heavy.own && <p>{t('share.heavy.note')}</p>}
      <p>{t('room.heavy.stop')}</p>
      <p>{t('scorecard.helpLines.intro')}</p>
      <ul>
        {heavy.helpLines.map((line) => (
          <li>{t(`scorecard.helpLines.${line}`)}</li>
        ))}
        <li>{t('scorecard.helpLines.acute')}</li>
      </ul>
    </>
  );
}
