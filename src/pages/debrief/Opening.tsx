import type { JSX } from 'preact';
import type { Debrief, Highlight, Practice } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { TALK } from '../language';
import { Read } from './Read';
import { Quote, Section } from './Section';
import { Harms, Settled } from './Settled';
import type { SecondThoughts } from './secondThoughts';
import { instead, shows, turnName } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

interface SecondProps extends Props {
  readonly second: SecondThoughts | null;
}

/** What never came up stands above everything else: warmth may not hide it. */
export function Missed({ debrief, t }: Props): JSX.Element | null {
  if (debrief.missedConcerns.length === 0) return null;
  return (
    <section class="missed" aria-labelledby="missed">
      <h2 id="missed">{t('pages.debrief.missed.title')}</h2>
      <p>{t('pages.debrief.missed.intro')}</p>
      <ul>
        {debrief.missedConcerns.map(({ label, missed, blamed, softly }) => (
          <li>
            <span {...TALK}>
              <strong>{label}.</strong> {missed}
            </span>
            {blamed && ` ${t('pages.debrief.missed.blamed')}`}
            {softly && (
              <>
                {` ${t('scorecard.card.softly')} `}
                <Quote text={softly.quote} turn={turnName(t, softly.turn)} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Ended({ debrief, t, second }: SecondProps): JSX.Element {
  const { ending, hints, examples, story } = debrief;
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
      <Settled debrief={debrief} t={t} />
      <Harms debrief={debrief} second={second} t={t} />
      {hints > 0 && <p>{t('scorecard.card.hints', { count: hints })}</p>}
      {examples > 0 && <p>{t('scorecard.card.examples', { count: examples })}</p>}
    </Section>
  );
}

/** Two things to keep, one to practise. */
export function KeepAndPractise({ debrief, t, second }: SecondProps): JSX.Element {
  const shared = { attempt: debrief.attempt, second, t };
  return (
    <Section id="keep" title={t('pages.debrief.keep.title')}>
      {!debrief.enoughSaid && <p>{t('pages.debrief.keep.tooLittle')}</p>}
      <div class="cards">
        {debrief.keep.map((highlight) => (
          <Keep highlight={highlight} {...shared} />
        ))}
        {debrief.practise && (
          <Practise practise={debrief.practise} missed={debrief.missedConcerns} {...shared} />
        )}
      </div>
    </Section>
  );
}

interface Shared {
  readonly attempt: string;
  readonly second: SecondThoughts | null;
  readonly t: Texts;
}

function Keep({ highlight, attempt, second, t }: Shared & { highlight: Highlight }): JSX.Element {
  const { criterion, quote, turn, sentence, rule, about } = highlight;
  return (
    <article class="keep">
      <p class="kind">{t('pages.debrief.keep.keep')}</p>
      <h3>{t(`scorecard.criteria.${criterion}.name`)}</h3>
      <p>
        {quote === '' ? (
          <>
            {t('pages.debrief.transcript.silence')} <span class="turn">({turnName(t, turn)})</span>
          </>
        ) : (
          <Quote text={quote} turn={turnName(t, turn)} />
        )}
      </p>
      <p>
        {shows(t, rule)}
        {about !== '' && <span {...TALK}> ({about})</span>}
      </p>
      {quote !== '' && (
        <p>
          <Read attempt={attempt} turn={turn} sentence={sentence} second={second} t={t} />
        </p>
      )}
    </article>
  );
}

interface PractiseProps extends Shared {
  readonly practise: Practice;
  readonly missed: Debrief['missedConcerns'];
}

function Practise({ practise, missed, attempt, second, t }: PractiseProps): JSX.Element {
  const { against, criterion, tip, gap, open, also, chance } = practise;
  return (
    <article class="practise">
      <p class="kind">{t('pages.debrief.keep.practise')}</p>
      <h3>{t(`scorecard.criteria.${criterion}.name`)}</h3>
      {gap === 'concern' && <Unspoken missed={missed} t={t} />}
      {(gap === 'open' || gap === 'unanswered') && <p>{t(`scorecard.practise.${gap}`, { open })}</p>}
      {against && (
        <p>
          <Quote text={against.quote} turn={turnName(t, against.turn)} /> {shows(t, against.rule)}{' '}
          {instead(t, against.rule)}{' '}
          {also.length > 0 && t('scorecard.practise.also', { turns: also.join(', ') })}
          <Read attempt={attempt} turn={against.turn} sentence={against.sentence} second={second} t={t} />
        </p>
      )}
      <p>{t(`scorecard.tips.${tip.id}`)}</p>
      {chance && <p>{t('scorecard.practise.chance', { turn: chance.turn, said: chance.said })}</p>}
      <p class="source">{tip.source}</p>
    </article>
  );
}

function Unspoken({ missed, t }: Pick<PractiseProps, 'missed' | 't'>): JSX.Element {
  const concerns = missed.map(({ label }) => label).join('; ');
  const says = missed.flatMap(({ say }) => (say ? [say] : []));
  return (
    <>
      <p>{t('scorecard.practise.concern', { concerns })}</p>
      {says.length > 0 && (
        <>
          <p>{t('scorecard.practise.say')}</p>
          <ul>
            {says.map((say) => (
              <li>
                <q {...TALK}>{say}</q>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
