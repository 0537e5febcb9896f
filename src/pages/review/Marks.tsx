import type { JSX } from 'preact';
import { type FocusOutcome, type MarksView, MOST_FOCUS } from '../../app/reviews/blindMarks';
import type { LabelledLevel } from '../../app/reviews/teamLabels';
import { CRITERIA, type CriterionId, LEVELS } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { Choice, Tick } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { FullCard } from './FullCard';
import { SideBySide } from './SideBySide';
import { LevelName, Refresh, Told, type TryoutMeta } from './tryoutParts';

/** What somebody is told after they sent levels. */
export const MARKS_TOLD = ['kept', 'late', 'moved', 'nothing', 'chosen'] as const;
export type MarksTold = (typeof MARKS_TOLD)[number];

interface Props {
  readonly view: MarksView;
  /** What the card would be with what the team calls the sentences; null when there is nothing to tell. */
  readonly labelled: readonly LabelledLevel[] | null;
  readonly told: MarksTold | null;
  readonly meta: TryoutMeta;
  readonly choice: FocusChoice | null;
}

/** What was chosen to be marked, and why that cannot be. */
export interface FocusChoice {
  readonly chosen: readonly CriterionId[];
  readonly problem: Extract<FocusOutcome, 'missing' | 'too-many'>;
}

/** Where members give levels unseen, and later see them beside each other and the card. */
export function renderMarksPage(
  view: MarksView,
  labelled: readonly LabelledLevel[] | null,
  told: MarksTold | null,
  meta: TryoutMeta,
  choice: FocusChoice | null = null,
): string {
  return renderPage(<Page view={view} labelled={labelled} told={told} meta={meta} choice={choice} />);
}

function Page({ view, labelled, told, meta, choice }: Props): JSX.Element {
  const { t, language } = meta;
  const { room, may, shown } = view;
  const { id, focus } = room.review;
  return (
    <Layout
      language={language}
      title={t('tryout.marks.title')}
      t={t}
      here="reviews"
      back={{ href: paths.review(id), label: t('tryout.back') }}
      intro={
        <>
          <Told words={told && toldWords(t, told, view)} />
          <p>{t(`tryout.marks.${shown ? 'aboutShown' : 'about'}`)}</p>
        </>
      }
    >
      {focus.length === 0 && <NoFocus view={view} choice={choice} meta={meta} />}
      {focus.length > 0 && may && <Form view={view} meta={meta} />}
      {focus.length > 0 && !may && !shown && <Waiting view={view} t={t} />}
      {shown && <SideBySide shown={shown} labelled={labelled} t={t} />}
      {shown && room.talk.card && <FullCard card={room.talk.card} t={t} />}
    </Layout>
  );
}

function toldWords(t: Texts, told: MarksTold, { own }: MarksView): string {
  if (told === 'moved') return t('tryout.moved');
  const kept = told === 'late' && Object.keys(own).length > 0;
  return t(`tryout.marks.tell.${kept ? 'lateKept' : told}`);
}

type NoFocusProps = Pick<Props, 'view' | 'choice' | 'meta'>;

/** Nobody chose what is marked: whoever leads still can, until the card is shown. */
function NoFocus({ view: { room, may, chooses }, choice, meta: { t, token } }: NoFocusProps): JSX.Element {
  if (!chooses) return <p>{t(`tryout.marks.${may ? 'nothingYet' : 'nothing'}`)}</p>;
  const problem = choice && t(`tryout.marks.choose.problems.${choice.problem}`, { most: MOST_FOCUS });
  return (
    <Section id="choose" title={t('tryout.marks.choose.title')}>
      <p>{t('tryout.marks.choose.about', { most: MOST_FOCUS })}</p>
      <form method="post" action={paths.marks(room.review.id)}>
        <Token token={token} />
        <input type="hidden" name="choose" value="yes" />
        <fieldset aria-describedby={problem === null ? undefined : 'choose-problem'}>
          <legend>{t('tryout.marks.choose.legend')}</legend>
          {problem !== null && (
            <p class="error" id="choose-problem" role="alert">
              {problem}
            </p>
          )}
          {CRITERIA.map((criterion) => (
            <Tick
              name={`focus.${criterion}`}
              label={t(`scorecard.criteria.${criterion}.name`)}
              hint={t(`scorecard.criteria.${criterion}.about`)}
              checked={choice?.chosen.includes(criterion) ?? false}
            />
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit" class="primary">
            {t('tryout.marks.choose.save')}
          </button>
        </p>
      </form>
    </Section>
  );
}

/** Nobody is nudged to skip: nothing is chosen until somebody does. */
const NOT_CHOSEN = 'nothing';

interface FormProps {
  readonly view: MarksView;
  readonly meta: TryoutMeta;
}

function Form({ view: { room, own, marked }, meta: { t, token } }: FormProps): JSX.Element {
  return (
    <>
      <Section id="mean" title={t('tryout.marks.mean')}>
        <dl class="meanings">
          {LEVELS.map((level) => (
            <>
              <dt>
                <LevelName level={level} t={t} />
              </dt>
              <dd>{t(`tryout.marks.means.${level}`)}</dd>
            </>
          ))}
        </dl>
      </Section>
      <Section id="levels" title={t('tryout.marks.form')}>
        <p>{t('tryout.marks.nobodySees')}</p>
        <p class="about">{t('tryout.marks.done', { count: marked, all: room.members.length })}</p>
        <form method="post" action={paths.marks(room.review.id)}>
          <Token token={token} />
          {room.review.focus.map((criterion) => (
            <Choice
              name={`level-${criterion}`}
              legend={t(`scorecard.criteria.${criterion}.name`)}
              hint={t(`scorecard.criteria.${criterion}.about`)}
              value={own[criterion] ?? NOT_CHOSEN}
              options={[
                ...LEVELS.map((value) => ({ value, label: t(`scorecard.levels.${value}.name`) })),
                { value: '', label: t('tryout.marks.skip') },
              ]}
            />
          ))}
          <p class="actions">
            <button type="submit" class="primary">
              {t('tryout.marks.save')}
            </button>
          </p>
        </form>
      </Section>
    </>
  );
}

/** Before and after the step in which levels are given: one's own are seen, those of others are not. */
function Waiting({ view: { room, own, marked }, t }: { readonly view: MarksView; readonly t: Texts }) {
  const given = room.review.focus.filter((criterion) => own[criterion] !== undefined);
  const early = marked === 0 && !wasBlind(room);
  return (
    <Section id="own" title={t('tryout.marks.own')}>
      <p>{t(`tryout.marks.${early ? 'early' : 'over'}`)}</p>
      <Refresh href={paths.marks(room.review.id)} t={t} />
      {!early && <p class="about">{t('tryout.marks.done', { count: marked, all: room.members.length })}</p>}
      {!early && given.length === 0 && <p>{t('tryout.marks.ownNothing')}</p>}
      {given.length > 0 && (
        <dl>
          {given.map((criterion) => (
            <>
              <dt>{t(`scorecard.criteria.${criterion}.name`)}</dt>
              <dd>
                <LevelName level={own[criterion] ?? 'not-seen'} t={t} />
              </dd>
            </>
          ))}
        </dl>
      )}
    </Section>
  );
}

function wasBlind({ method, moment }: MarksView['room']): boolean {
  const { stage, reached } = moment.meeting;
  return stage !== 'waiting' && method.steps.slice(0, reached + 1).some(({ card }) => card === 'blind');
}
