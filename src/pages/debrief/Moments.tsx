import type { JSX } from 'preact';
import type { Debrief } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { Read } from './Read';
import { Quote, Section } from './Section';
import type { SecondThoughts } from './secondThoughts';
import { instead, shows, turnName } from './words';

/** More of what stayed closed is folded away: who tries again need not know it all beforehand. */
const UNTOLD_AT_ONCE = 3;

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

interface SecondProps extends Props {
  readonly second: SecondThoughts | null;
}

export function Weakest({
  debrief: { weakest, scenario, attempt },
  t,
  second,
}: SecondProps): JSX.Element | null {
  if (!weakest) return null;
  const { reply, span, rule, turn, sentence, before, answer, alternatives } = weakest;
  return (
    <Section id="weakest" title={t('pages.debrief.weakest.title', { turn })}>
      <dl class="exchange">
        {before && (
          <>
            <dt>{scenario.persona}</dt>
            <dd {...TALK}>{before}</dd>
          </>
        )}
        <dt>{t('pages.debrief.you')}</dt>
        <dd {...TALK}>
          {reply.slice(0, span.start)}
          <mark>{reply.slice(span.start, span.end)}</mark>
          {reply.slice(span.end)}
        </dd>
        <dt>{scenario.persona}</dt>
        <dd {...TALK}>{answer}</dd>
      </dl>
      <p>
        {shows(t, rule)}
        <Read attempt={attempt} turn={turn} sentence={sentence} second={second} t={t} />
      </p>
      <p>
        <strong>{t('pages.debrief.weakest.try')}</strong> {instead(t, rule)}
      </p>
      <p>{t('pages.debrief.weakest.again')}</p>
      {alternatives.length > 0 && (
        <details>
          <summary>{t('pages.debrief.weakest.others')}</summary>
          <ul>
            {alternatives.map((text) => (
              <li>
                <q {...TALK}>{text}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
      {second && (
        <PostButton
          action={paths.again(attempt)}
          token={second.token}
          fields={{ turn: String(turn) }}
          label={t('pages.again.here')}
          full={t('pages.again.label', { turn })}
          kind="primary"
        />
      )}
    </Section>
  );
}

export function Untold({ debrief: { told, untold, scenario }, t }: Props): JSX.Element | null {
  const persona = scenario.persona;
  if (told.length + untold.length === 0) return null;
  return (
    <Section id="untold" title={t('pages.debrief.untold.title', { persona })}>
      {told.length > 0 && (
        <>
          <h3>{t('pages.debrief.untold.told')}</h3>
          <ul>
            {told.map((words) => (
              <li {...TALK}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {untold.length > 0 && (
        <>
          <h3>{t('pages.debrief.untold.untold')}</h3>
          <ul>{untold.slice(0, UNTOLD_AT_ONCE).map(closed)}</ul>
          {untold.length > UNTOLD_AT_ONCE && (
            <>
              <p>{t('pages.debrief.untold.spoiler')}</p>
              <details>
                <summary>{t('pages.debrief.untold.rest', { count: untold.length - UNTOLD_AT_ONCE })}</summary>
                <ul>{untold.slice(UNTOLD_AT_ONCE).map(closed)}</ul>
              </details>
            </>
          )}
        </>
      )}
    </Section>
  );
}

function closed({ told, key }: Debrief['untold'][number]): JSX.Element {
  return (
    <li {...TALK}>
      {told}
      <p class="key">{key}</p>
    </li>
  );
}

/** The attention points of the case-discussion tool: touched with these words, or not in this talk. */
export function Attention({ debrief: { attention }, t }: Props): JSX.Element {
  return (
    <Section id="attention" title={t('pages.debrief.attention.title')}>
      <p>{t('pages.debrief.attention.intro')}</p>
      <ul>
        {attention.map(({ point, touched }) => (
          <li>
            <strong>{t(`scorecard.attention.${point}`)}</strong>{' '}
            {touched ? (
              <Quote text={touched.quote} turn={turnName(t, touched.turn)} />
            ) : (
              t('pages.debrief.attention.untouched')
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Unsure({ debrief: { unsure, attempt }, t, second }: SecondProps): JSX.Element | null {
  if (unsure.length === 0) return null;
  return (
    <Section id="unsure" title={t('pages.debrief.unsure.title')}>
      <p>{t('pages.debrief.unsure.intro')}</p>
      <ul>
        {unsure.map(({ turn, sentence, quote }) => (
          <li>
            <Quote text={quote} turn={turnName(t, turn)} />{' '}
            {second && (
              <a
                class="screen-only"
                href={paths.sentence({ attempt, turn, sentence })}
                aria-label={t('pages.corrections.tellLabel', { quote })}
              >
                {t('pages.corrections.tell')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
