import type { JSX } from 'preact';
import type { Debrief, Highlight, Practice } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { TALK } from '../language';
import { Quote, Section } from './Section';
import { instead, shows, turnName } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

/** What never came up stands above everything else: warmth may not hide it. */
export function Missed({ debrief, t }: Props): JSX.Element | null {
  if (debrief.missedConcerns.length === 0) return null;
  return (
    <section class="missed" aria-labelledby="missed">
      <h2 id="missed">{t('pages.debrief.missed.title')}</h2>
      <p>{t('pages.debrief.missed.intro')}</p>
      <ul>
        {debrief.missedConcerns.map(({ label, missed }) => (
          <li {...TALK}>
            <strong>{label}.</strong> {missed}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Ended({ debrief: { ending, hints, examples, story }, t }: Props): JSX.Element {
  return (
    <Section id="ended" title={t('pages.debrief.ended.title')}>
      {story.length > 0 && (
        <p>
          {story
            .map(({ kind, turn, values }) => t(`pages.debrief.story.${kind}`, { turn, ...values }))
            .join(' ')}
        </p>
      )}
      <p class="ending">
        {ending.title ? <span {...TALK}>{ending.title}</span> : t('pages.debrief.ended.unfinished')}
      </p>
      {ending.story && <p {...TALK}>{ending.story}</p>}
      {ending.reason && (
        <p>
          <strong>{t('pages.debrief.ended.why')}</strong> <span {...TALK}>{ending.reason}</span>
        </p>
      )}
      {hints > 0 && <p>{t('scorecard.card.hints', { count: hints })}</p>}
      {examples > 0 && <p>{t('scorecard.card.examples', { count: examples })}</p>}
    </Section>
  );
}

/** Two things to keep, one to practise. */
export function KeepAndPractise({ debrief, t }: Props): JSX.Element {
  return (
    <Section id="keep" title={t('pages.debrief.keep.title')}>
      {!debrief.enoughSaid && <p>{t('pages.debrief.keep.tooLittle')}</p>}
      <div class="cards">
        {debrief.keep.map((highlight) => (
          <Keep highlight={highlight} t={t} />
        ))}
        {debrief.practise && <Practise practise={debrief.practise} t={t} />}
      </div>
    </Section>
  );
}

function Keep({ highlight, t }: { highlight: Highlight; t: Texts }): JSX.Element {
  return (
    <article class="keep">
      <p class="kind">{t('pages.debrief.keep.keep')}</p>
      <h3>{t(`scorecard.criteria.${highlight.criterion}.name`)}</h3>
      <p>
        <Quote text={highlight.quote} turn={turnName(t, highlight.turn)} />
      </p>
      <p>{shows(t, highlight.rule)}</p>
    </article>
  );
}

function Practise({ practise, t }: { practise: Practice; t: Texts }): JSX.Element {
  const { against, criterion, tip } = practise;
  return (
    <article class="practise">
      <p class="kind">{t('pages.debrief.keep.practise')}</p>
      <h3>{t(`scorecard.criteria.${criterion}.name`)}</h3>
      {against && (
        <p>
          <Quote text={against.quote} turn={turnName(t, against.turn)} /> {shows(t, against.rule)}{' '}
          {instead(t, against.rule)}
        </p>
      )}
      <p>{t(`scorecard.tips.${tip.id}`)}</p>
      <p class="source">{tip.source}</p>
    </article>
  );
}
