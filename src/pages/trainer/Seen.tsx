import type { JSX } from 'preact';
import type { SeenHandIn } from '../../app/seenHandIn';
import type { Debrief } from '../../core/model/debrief';
import { MeterChart } from '../debrief/MeterChart';
import { Ended, Missed } from '../debrief/Opening';
import { Section } from '../debrief/Section';
import { turnName } from '../debrief/words';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { moment } from '../when';
import { Marks } from './Marks';
import { Notes, type SeenMeta } from './Notes';
import { Within } from './Within';
import { learnerName } from './words';

export const SEEN_TOLD = ['noted', 'removed', 'overruled', 'withdrawn', 'discussed'] as const;
/** What has just been done. */
export type SeenTold = (typeof SEEN_TOLD)[number];

/** One handed-in talk, as its learner agreed to show it to the trainers of the group. */
export function renderSeenPage(seen: SeenHandIn, told: SeenTold | null, meta: SeenMeta): string {
  return renderPage(<Page seen={seen} told={told} meta={meta} />);
}

interface Props {
  readonly seen: SeenHandIn;
  readonly meta: SeenMeta;
}

function Page({ seen, told, meta }: Props & { readonly told: SeenTold | null }): JSX.Element {
  const { t, language, active } = meta;
  const { group, learner, title, talk } = seen;
  return (
    <Layout
      language={language}
      title={t('trainer.seen.title', { name: learnerName(t, learner), title })}
      t={t}
      here="groups"
      back={{ href: paths.overview(group.id), label: t('trainer.seen.back') }}
      intro={
        <>
          {told && (
            <p class="told" role="status">
              {t(`trainer.seen.told.${told}`)}
            </p>
          )}
          {!active && <p>{t('trainer.seen.archived')}</p>}
          <Within group={group.id} here="elsewhere" t={t} />
        </>
      }
    >
      <Facts seen={seen} meta={meta} />
      <Section id="notes" title={t('trainer.seen.notes.title')}>
        {!seen.notes.some(({ turn }) => turn === null) && <p>{t('trainer.seen.notes.none')}</p>}
        <Notes seen={seen} turn={null} meta={meta} />
      </Section>
      {talk.kind === 'transcript' && (
        <>
          <Missed debrief={talk.debrief} t={t} />
          <Ended debrief={talk.debrief} t={t} second={null} />
          <MeterChart debrief={talk.debrief} t={t} />
        </>
      )}
      <Marks seen={seen} meta={meta} />
      {talk.kind === 'transcript' && <Dialogue debrief={talk.debrief} seen={seen} meta={meta} />}
    </Layout>
  );
}

function Facts({ seen, meta }: Props): JSX.Element {
  const { t, language, token, active } = meta;
  const { assignment, handIn, homework, sight, title, group } = seen;
  const late = homework.late ? `, ${t('trainer.late')}` : '';
  const state = seen.homework.state;
  const known = state === 'handed-in' || state === 'discussed' || state === 'excused' ? state : 'partly';
  const only = sight === 'done' ? 'onlyDone' : sight === 'levels' ? 'onlyLevels' : 'asLearner';
  const rows = [
    ['homework', assignment.title],
    ['conversation', title],
    ['at', moment(language, handIn.at)],
    ['state', `${t(`trainer.states.${known}.symbol`)} ${t(`trainer.states.${known}.name`)}${late}`],
    ['agreed', t(`homework.sight.${sight}.trainer`)],
  ] as const;
  return (
    <Section id="facts" title={t('trainer.seen.facts')}>
      <dl>
        {rows.map(([name, value]) => (
          <>
            <dt>{t(`trainer.seen.${name}`)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <p>{t(`trainer.seen.${only}`)}</p>
      {sight === 'transcript' && (
        <p class="screen-only">
          <a href="#talk">{t('trainer.seen.talk.jump')}</a>
        </p>
      )}
      {active && state === 'handed-in' && (
        <>
          <p class="about screen-only">{t('trainer.seen.discussHint')}</p>
          <PostButton
            action={paths.discussed({ ...handIn, group: group.id })}
            token={token}
            label={t('trainer.seen.discuss')}
            kind="primary"
          />
        </>
      )}
    </Section>
  );
}

function Dialogue({ debrief, seen, meta }: Props & { readonly debrief: Debrief }): JSX.Element {
  const { t } = meta;
  const name = learnerName(t, seen.learner);
  return (
    <Section id="talk" title={t('trainer.seen.talk.title')}>
      <ol class="dialogue">
        {debrief.transcript.map(({ turn, reply, persona }) => (
          <li id={`turn-${turn}`}>
            <p class="turn">{turnName(t, turn)}</p>
            <p>
              <strong>{name}:</strong>{' '}
              {reply.trim() ? <span {...TALK}>{reply.trim()}</span> : t('trainer.seen.talk.silence')}
            </p>
            <p>
              <strong>{debrief.scenario.persona}:</strong> <span {...TALK}>{persona}</span>
            </p>
            <Notes seen={seen} turn={turn} meta={meta} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
