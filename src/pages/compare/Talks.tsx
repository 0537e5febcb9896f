import type { JSX } from 'preact';
import type { ComparedTalk, Comparison } from '../../core/model/comparison';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { TALK } from '../language';
import { paths } from '../paths';
import { moment } from '../when';

interface Props {
  readonly comparison: Comparison;
  readonly t: Texts;
  readonly language: Locale;
}

/** Each attempt in a few words. */
export function Talks({ comparison, t, language }: Props): JSX.Element {
  return (
    <Section id="talks" title={t('pages.compare.talks.title')}>
      <div class="sides">
        {comparison.talks.map((talk) => (
          <Talk talk={talk} t={t} language={language} />
        ))}
      </div>
    </Section>
  );
}

function Talk({ talk, t, language }: { talk: ComparedTalk; t: Texts; language: Locale }): JSX.Element {
  const { number, from, finished, trust, missed } = talk;
  return (
    <div>
      <h3>{t('pages.compare.talk', { number })}</h3>
      <p>{from ? t('pages.compare.from', from) : t('pages.compare.first')}</p>
      <p class="about">{t('pages.compare.began', { when: moment(language, talk.startedAt) })}</p>
      <p>
        <strong>{t('pages.compare.talks.ending')}</strong> <Ending talk={talk} t={t} />
      </p>
      {trust.length > 0 && (
        <p>
          {t('pages.compare.talks.trust', {
            from: Math.round(trust[0] ?? 0),
            to: Math.round(trust.at(-1) ?? 0),
          })}
        </p>
      )}
      {missed.length > 0 && <p>{t('pages.compare.talks.missed', { concerns: missed.join('; ') })}</p>}
      {finished && (
        <p class="screen-only">
          <a href={paths.debrief(talk.attempt)}>{t('pages.compare.debrief', { number })}</a>
        </p>
      )}
    </div>
  );
}

function Ending({ talk: { endingTitle, finished }, t }: { talk: ComparedTalk; t: Texts }): JSX.Element {
  if (endingTitle) return <span {...TALK}>{endingTitle}</span>;
  return <>{t(finished ? 'pages.compare.noEnding' : 'pages.compare.going')}</>;
}
