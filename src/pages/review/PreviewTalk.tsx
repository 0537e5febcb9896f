import type { JSX } from 'preact';
import type { BroughtTalk } from '../../core/model/review';
import type { Scorecard } from '../../core/model/scoring';
import { Section } from '../debrief/Section';
import { TALK } from '../language';
import type { SharePreviewView } from './SharePreview';
import { Marked, type ShareMeta } from './shareWords';

interface Props extends Pick<SharePreviewView, 'preview' | 'turns'> {
  readonly meta: ShareMeta;
}

interface PartProps {
  readonly talk: BroughtTalk;
  readonly standIns: readonly string[];
  readonly meta: ShareMeta;
}

/** Everything that will be in the review, as it will be read. */
export function PreviewTalk({ preview: { brought, plan }, turns, meta }: Props): JSX.Element {
  const { t } = meta;
  const { talk, title, replacements } = brought;
  const standIns = replacements.map(({ standIn }) => standIn);
  const leftOut = turns - talk.turns.length;
  const part = { talk, standIns, meta };
  const criteria = plan.focus.map((id) => t(`scorecard.criteria.${id}.name`)).join(', ');
  return (
    <>
      <Section id="talk" title={t('share.preview.talk')}>
        <p class="ending">
          <strong {...TALK}>
            <Marked text={title} standIns={standIns} />
          </strong>
        </p>
        <p>{t('share.preview.method', { method: t(`methods.${plan.method}.name`) })}</p>
        {plan.freeze !== null && <p>{t('share.preview.frozen', { turn: plan.freeze })}</p>}
        {criteria !== '' && <p>{t('share.preview.focus', { criteria })}</p>}
        {leftOut > 0 && <p>{t('share.preview.leftOut', { count: leftOut })}</p>}
        <Turns {...part} />
        {talk.ending !== '' && (
          <p {...TALK}>
            <Marked text={t('share.preview.ending', { ending: talk.ending })} standIns={standIns} />
          </p>
        )}
        <p>{t(talk.scenario === null ? 'share.preview.alsoOwn' : 'share.preview.also')}</p>
      </Section>
      <Answers of="preparation" {...part} />
      <Answers of="reflection" {...part} />
      {talk.card && <Card card={talk.card} {...part} />}
    </>
  );
}

function Turns({ talk, standIns, meta: { t } }: PartProps): JSX.Element {
  const { letter, name } = talk.other;
  return (
    <>
      {talk.opening !== '' && (
        <p {...TALK}>
          <strong>
            <Marked text={name} standIns={standIns} />:
          </strong>{' '}
          <Marked text={talk.opening} standIns={standIns} />
        </p>
      )}
      <ol class="transcript">
        {talk.turns.map(({ number, text, answer }) => (
          <li>
            <p {...TALK}>
              <strong>P{number}:</strong>{' '}
              <Marked text={text.trim() || t('share.form.silence')} standIns={standIns} />
            </p>
            {answer !== '' && (
              <p {...TALK}>
                <strong>
                  {letter}
                  {number} (<Marked text={name} standIns={standIns} />
                  ):
                </strong>{' '}
                <Marked text={answer} standIns={standIns} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface AnswersProps extends PartProps {
  readonly of: 'preparation' | 'reflection';
}

function Answers({ of, talk, standIns, meta: { t } }: AnswersProps): JSX.Element | null {
  const answers = Object.entries(talk[of]);
  if (answers.length === 0) return null;
  return (
    <Section id={of} title={t(`share.preview.${of}`)}>
      <dl>
        {answers.map(([question, answer]) => (
          <>
            <dt>{t(`cards.${of}.questions.${question}`)}</dt>
            <dd {...TALK}>
              <Marked text={answer} standIns={standIns} />
            </dd>
          </>
        ))}
      </dl>
    </Section>
  );
}

function Card({ card, standIns, meta: { t } }: PartProps & { readonly card: Scorecard }): JSX.Element {
  return (
    <Section id="card" title={t('share.preview.card')}>
      <ul>
        {card.criteria.map(({ id, level, evidence }) => {
          const quotes = [...new Set(evidence.map(({ quote }) => quote.trim()))].filter(
            (quote) => quote !== '',
          );
          return (
            <li>
              {t('share.preview.mark', {
                criterion: t(`scorecard.criteria.${id}.name`),
                level: t(`scorecard.levels.${level}.name`),
              })}
              {quotes.map((quote) => (
                <p {...TALK}>
                  <q>
                    <Marked text={quote} standIns={standIns} />
                  </q>
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
