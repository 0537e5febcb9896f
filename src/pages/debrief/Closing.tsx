import type { JSX } from 'preact';
import type { Debrief } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { Section } from './Section';
import type { SecondThoughts } from './secondThoughts';
import { turnName } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

export function Preparation({ debrief: { preparation }, t }: Props): JSX.Element | null {
  if (preparation.length === 0) return null;
  return (
    <Section id="preparation" title={t('pages.debrief.preparation.title')}>
      <p>{t('pages.debrief.preparation.intro')}</p>
      <dl>
        {preparation.map(({ question, answer }) => (
          <>
            <dt>{t(`cards.preparation.questions.${question}`)}</dt>
            <dd>{answer}</dd>
          </>
        ))}
      </dl>
    </Section>
  );
}

export function HelpLines({ debrief: { helpLines }, t }: Props): JSX.Element | null {
  if (helpLines.length === 0) return null;
  return (
    <Section id="help" title={t('pages.debrief.help.title')}>
      <p>{t('scorecard.helpLines.intro')}</p>
      <ul>
        {helpLines.map((line) => (
          <li>{t(`scorecard.helpLines.${line}`)}</li>
        ))}
        <li>{t('scorecard.helpLines.acute')}</li>
      </ul>
    </Section>
  );
}

interface TranscriptProps extends Props {
  readonly second: SecondThoughts | null;
}

export function Transcript({ debrief, t, second }: TranscriptProps): JSX.Element | null {
  const { transcript, scenario, attempt } = debrief;
  if (transcript.length === 0) return null;
  return (
    <Section id="transcript" title={t('pages.debrief.transcript.title')}>
      <details>
        <summary>{t('pages.debrief.transcript.open')}</summary>
        <ol class="transcript">
          {transcript.map(({ turn, reply, persona }) => (
            <li>
              <p class="turn">{turnName(t, turn)}</p>
              <p>
                <strong>{t('pages.debrief.you')}:</strong>{' '}
                {reply.trim() ? <span {...TALK}>{reply.trim()}</span> : t('pages.debrief.transcript.silence')}
              </p>
              <p>
                <strong>{scenario.persona}:</strong> <span {...TALK}>{persona}</span>
              </p>
              {second && (
                <PostButton
                  action={paths.again(attempt)}
                  token={second.token}
                  fields={{ turn: String(turn) }}
                  label={t('pages.again.here')}
                  full={t('pages.again.label', { turn })}
                />
              )}
            </li>
          ))}
        </ol>
      </details>
    </Section>
  );
}

export function Sources({ debrief: { sources }, t }: Props): JSX.Element {
  return (
    <Section id="sources" title={t('pages.debrief.sources.title')}>
      <p>{t('pages.debrief.sources.intro')}</p>
      <ul class="source">
        {sources.map((source) => (
          <li>{source}</li>
        ))}
      </ul>
    </Section>
  );
}
