import type { JSX } from 'preact';
import type { CriterionLine } from '../../core/model/progress';
import { DOMAINS } from '../../core/model/scoring';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import type { ProgressProps } from '../progress';
import { shortDay } from '../when';
import { SMALL, segmentsOf, spotOf } from './chart';

/** A small line for each criterion, told in words as well. */
export function Charts({ progress: { lines }, t, language }: ProgressProps): JSX.Element | null {
  if (lines.every(({ points }) => points.length === 0)) return null;
  return (
    <Section id="charts" title={t('pages.progress.charts.title')}>
      <p>{t('pages.progress.charts.intro')}</p>
      <p class="about">{t('pages.progress.charts.scale')}</p>
      {DOMAINS.map((domain) => (
        <>
          <h3>{t(`scorecard.domains.${domain}`)}</h3>
          <ul class="charts">
            {lines
              .filter((line) => line.domain === domain)
              .map((line) => (
                <Chart line={line} t={t} language={language} />
              ))}
          </ul>
        </>
      ))}
    </Section>
  );
}

interface ChartProps {
  readonly line: CriterionLine;
  readonly t: Texts;
  readonly language: Locale;
}

function Chart({ line, t, language }: ChartProps): JSX.Element {
  const { criterion, points, latest } = line;
  const name = `line-${criterion}`;
  const levels = points.map(({ level }) => level);
  return (
    <li>
      <h4>{t(`scorecard.criteria.${criterion}.name`)}</h4>
      {levels.some((level) => level !== 'not-seen') && (
        <svg viewBox={`0 0 ${SMALL.width} ${SMALL.height}`} role="img" aria-labelledby={name}>
          <title id={name}>{story(t, language, line)}</title>
          {(['begin', 'developing', 'competent', 'strong'] as const).map((level) => {
            const { y } = spotOf(level, 0, 1);
            return <line class="grid" x1={SMALL.left} x2={SMALL.width - SMALL.right} y1={y} y2={y} />;
          })}
          {segmentsOf(levels).map((d) => (
            <path d={d} />
          ))}
          {levels.map((level, index) => {
            if (level === 'not-seen') return null;
            const { x, y } = spotOf(level, index, levels.length);
            return <circle cx={x} cy={y} r="4" />;
          })}
        </svg>
      )}
      <p class="about">
        {t('pages.progress.charts.now', { level: t(`scorecard.levels.${latest ?? 'not-seen'}.name`) })}
      </p>
    </li>
  );
}

function story(t: Texts, language: Locale, { criterion, points }: CriterionLine): string {
  const words = points.map(({ at, level }) =>
    t('pages.progress.charts.point', {
      when: shortDay(language, at),
      level: t(`scorecard.levels.${level}.name`),
    }),
  );
  return t('pages.progress.charts.story', {
    criterion: t(`scorecard.criteria.${criterion}.name`),
    points: words.join(', '),
  });
}
