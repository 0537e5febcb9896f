import type { JSX } from 'preact';
import type { LabelledSentence, LabelsView } from '../../app/reviews/teamLabels';
import type { Move } from '../../core/model/moves';
import type { Texts } from '../../core/model/texts';
import { MoveChoices } from '../corrections/MoveChoices';
import { readingWords } from '../corrections/words';
import { Section } from '../debrief/Section';
import { PostButton, Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { anchorOf, paths } from '../paths';
import { Told, type TryoutMeta } from './tryoutParts';

/** What somebody is told after they called a sentence something. */
export const LABELS_TOLD = ['kept', 'undone', 'late', 'moved'] as const;
export type LabelsTold = (typeof LABELS_TOLD)[number];

interface Props {
  readonly view: LabelsView;
  readonly told: LabelsTold | null;
  readonly meta: TryoutMeta;
}

/** Every sentence with what the program read in it, and what the team calls it. */
export function renderLabelsPage(view: LabelsView, told: LabelsTold | null, meta: TryoutMeta): string {
  return renderPage(<Page view={view} told={told} meta={meta} />);
}

function Page({ view, told, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { room, sentences, may } = view;
  const turns = Map.groupBy(sentences, ({ turn }) => turn);
  return (
    <Layout
      language={language}
      title={t('tryout.labels.title')}
      t={t}
      here="reviews"
      back={{ href: paths.review(room.review.id), label: t('tryout.back') }}
      intro={
        <>
          <Told words={told && t(told === 'moved' ? 'tryout.moved' : `tryout.labels.tell.${told}`)} />
          {sentences.length > 0 && <p>{t(`tryout.labels.${may ? 'about' : 'over'}`)}</p>}
        </>
      }
    >
      {sentences.length === 0 && <p>{t('tryout.labels.early')}</p>}
      {[...turns].map(([turn, said]) => (
        <Section id={`turn-${turn}`} title={t('tryout.turn', { turn })}>
          <ul class="understood">
            {said.map((item) => (
              <Sentence item={item} view={view} meta={meta} />
            ))}
          </ul>
        </Section>
      ))}
    </Layout>
  );
}

interface SentenceProps {
  readonly item: LabelledSentence;
  readonly view: LabelsView;
  readonly meta: TryoutMeta;
}

function Sentence({ item, view: { room, may }, meta: { t, token } }: SentenceProps): JSX.Element {
  const { turn, sentence, quote, machine, team } = item;
  const { id } = room.review;
  return (
    <li id={anchorOf(item)} class={team ? 'corrected' : undefined}>
      <p>
        <q {...TALK}>{quote}</q>
      </p>
      <p class="about">{t('tryout.labels.machine', { reading: readingWords(t, machine) })}</p>
      {team && (
        <p class="changed">
          {t('tryout.labels.team', { move: t(`moves.names.${team.move}`) })}{' '}
          {(team.own || team.name !== null) && (
            <small>
              {team.own
                ? t('tryout.labels.byYou')
                : t('tryout.labels.by', { name: team.name || t('tryout.somebody') })}
            </small>
          )}
        </p>
      )}
      {may && (
        <div class="actions">
          <a href={paths.label(id, turn, sentence)} aria-label={t('tryout.labels.changeLabel', { quote })}>
            {t('tryout.labels.change')}
          </a>
          {team && (
            <PostButton
              action={paths.undoLabel(id, turn, sentence)}
              token={token}
              label={t('tryout.labels.undo')}
              full={t('tryout.labels.undoLabel', { quote })}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** A choice that was sent and not kept: none at all, or in place of what another chose meanwhile. */
export interface LabelSent {
  readonly move: Move | null;
}

/** Where the team chooses what a sentence does. */
export function renderLabelPage(
  view: LabelsView,
  item: LabelledSentence,
  sent: LabelSent | null,
  meta: TryoutMeta,
): string {
  return renderPage(<ChoosePage view={view} item={item} sent={sent} meta={meta} />);
}

function ChoosePage(props: SentenceProps & { readonly sent: LabelSent | null }): JSX.Element {
  const { item, sent, view, meta } = props;
  const missing = sent?.move === null;
  const others = item.team?.own === false ? item.team : null;
  const { t, language, token } = meta;
  const { id } = view.room.review;
  const back = `${paths.labels(id)}#${anchorOf(item)}`;
  return (
    <Layout
      language={language}
      title={t('tryout.labels.chooseTitle')}
      t={t}
      here="reviews"
      back={{ href: back, label: t('tryout.labels.cancel') }}
    >
      <Section id="sentence" title={t('tryout.labels.sentence')}>
        <p class="ending">
          <q {...TALK}>{item.quote}</q>
        </p>
        <p>{t('tryout.labels.machine', { reading: readingWords(t, item.machine) })}</p>
      </Section>
      <Section id="choose" title={t('tryout.labels.legend')}>
        <form method="post" action={paths.label(id, item.turn, item.sentence)}>
          <Token token={token} />
          {others && <Taken team={others} asked={sent !== null && !missing} t={t} />}
          {missing && (
            <p class="error" id="missing" role="alert">
              {t('tryout.labels.missing')}
            </p>
          )}
          <MoveChoices
            chosen={sent?.move ?? item.team?.move ?? null}
            missing={missing ? 'missing' : null}
            t={t}
          />
          <p class="actions">
            <button type="submit" class="primary">
              {t(`tryout.labels.${others ? 'replace' : 'save'}`)}
            </button>
            <a href={back}>{t('tryout.labels.cancel')}</a>
          </p>
        </form>
      </Section>
    </Layout>
  );
}

interface TakenProps {
  readonly team: NonNullable<LabelledSentence['team']>;
  /** Whether they chose before they knew. */
  readonly asked: boolean;
  readonly t: Texts;
}

/** What another called it is not replaced without a word. */
function Taken({ team: { move, name }, asked, t }: TakenProps): JSX.Element {
  const called = { move: t(`moves.names.${move}`) };
  return (
    <>
      <input type="hidden" name="instead" value={move} />
      <p class={asked ? 'error' : undefined} role={asked ? 'alert' : undefined}>
        {name === null
          ? t('tryout.labels.takenNameless', called)
          : t('tryout.labels.taken', { ...called, name: name || t('tryout.somebody') })}
      </p>
    </>
  );
}
