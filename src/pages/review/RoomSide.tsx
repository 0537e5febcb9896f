import type { JSX } from 'preact';
import { roleWords } from '../../app/reviews/methodWords';
import { trustLine } from '../../app/reviews/transcript';
import { CourseFigure } from '../debrief/MeterChart';
import { isLeading, leaderName, nameOr, type RoomProps, stepTitle } from './roomWords';

/** Who takes part, and who leads. */
export function People({ room, meta }: RoomProps): JSX.Element {
  const { t } = meta;
  const leader = leaderName(room, t);
  const leads = isLeading(room, meta) ? 'you' : leader === null ? 'nobody' : 'other';
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('room.people.title')}</h2>
      <p>{t(`room.people.leads.${leads}`, { name: leader ?? '' })}</p>
      <ul class="people">
        {room.members.map(({ person, name, self }) => (
          <li>
            {nameOr(t, name)}
            {self && ` (${t('room.people.you')})`}
            {room.review.owner === person && `, ${roleWords(t, 'bringer').name}`}
            {room.review.facilitator === person && `, ${roleWords(t, 'facilitator').name}`}
          </li>
        ))}
      </ul>
      <p
        class="about"
        id="present"
        hidden
        data-one={t('room.people.presentOne')}
        data-more={t('room.people.present')}
      />
    </section>
  );
}

/** All steps, with the present one marked in words too. */
export function Steps({ room, meta: { t } }: RoomProps): JSX.Element {
  const { method, moment } = room;
  const { step, stage } = moment.meeting;
  const state = (index: number) => {
    if (stage === 'closed' || (stage === 'running' && index < step)) return 'done';
    return stage === 'running' && index === step ? 'now' : 'later';
  };
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('room.steps.title')}</h2>
      <p class="about">
        {t('room.steps.total', { count: method.steps.reduce((sum, { minutes }) => sum + minutes, 0) })}
      </p>
      <ol class="steps">
        {method.steps.map(({ minutes }, index) => (
          <li class={state(index)} aria-current={state(index) === 'now' ? 'step' : undefined}>
            {stepTitle(room, index, t)}{' '}
            <span class="about">
              {t('room.steps.minutes', { count: minutes })}
              {state(index) !== 'later' && `, ${t(`room.steps.${state(index)}`)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The line of trust over the turns that may be seen. */
export function TrustSection({ room, meta: { t } }: RoomProps): JSX.Element | null {
  const line = trustLine(room.talk);
  if (line === null) return null;
  return (
    <section aria-labelledby="course">
      <h2 id="course">{t('room.course.title')}</h2>
      <CourseFigure course={{ meters: line.meters, turningPoints: [], turns: line.turns }} t={t} />
      <p class="about">{t('room.course.what')}</p>
    </section>
  );
}
