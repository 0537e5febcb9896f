import type { JSX } from 'preact';
import type { ComparedTalk, Comparison } from '../../core/model/comparison';
import type { Texts } from '../../core/model/texts';
import { CHART, labelHeights, pointAt, ticks, yOf } from '../debrief/chart';
import { Section } from '../debrief/Section';

interface Props {
  readonly comparison: Comparison;
  readonly t: Texts;
}

/** There are this many kinds of lines; more attempts than that begin again, and the figures tell them apart. */
const KINDS = 4;

/** Trust in every attempt, as a drawing, in words, and as a table. */
export function Course({ comparison, t }: Props): JSX.Element | null {
  const talks = comparison.talks.filter(({ trust }) => trust.length > 1);
  if (talks.length === 0) return null;
  return (
    <Section id="course" title={t('pages.compare.course.title')}>
      <figure>
        <Drawing talks={talks} t={t} />
        <figcaption>{t('pages.compare.course.caption')}</figcaption>
      </figure>
      <details>
        <summary>{t('pages.compare.course.table')}</summary>
        <Table talks={talks} t={t} />
      </details>
    </Section>
  );
}

interface TalksProps {
  readonly talks: readonly ComparedTalk[];
  readonly t: Texts;
}

function Drawing({ talks, t }: TalksProps): JSX.Element {
  const count = longest(talks);
  const right = CHART.width - CHART.right;
  const heights = labelHeights(talks.map(({ trust }) => ({ meter: 'trust', values: trust })));
  return (
    <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-labelledby="course-name course-story">
      <title id="course-name">{t('pages.compare.course.chart')}</title>
      <desc id="course-story">{talks.map((talk) => story(t, talk)).join(' ')}</desc>
      {[0, 50, 100].map((value) => (
        <g>
          <line class="grid" x1={CHART.left} x2={right} y1={yOf(value)} y2={yOf(value)} />
          <text class="axis" x={CHART.left - 5} y={yOf(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {ticks(count).map((turn) => (
        <text class="axis" x={pointAt(turn, count, 0).x} y={yOf(0) + 15} text-anchor="middle">
          {turn}
        </text>
      ))}
      <text class="axis" x={(CHART.left + right) / 2} y={CHART.height - 4} text-anchor="middle">
        {t('pages.compare.course.axis')}
      </text>
      {talks.map(({ number, trust }, index) => (
        <g class={`talk talk-${((number - 1) % KINDS) + 1}`}>
          <path d={lineOf(trust, count)} />
          <text x={pointAt(trust.length - 1, count, 0).x + 6} y={(heights[index] ?? 0) + 4}>
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}

function lineOf(values: readonly number[], count: number): string {
  return values
    .map((value, index) => pointAt(index, count, value))
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
    .join(' ');
}

function story(t: Texts, { number, trust }: ComparedTalk): string {
  return t('pages.compare.course.line', {
    number,
    from: Math.round(trust[0] ?? 0),
    to: Math.round(trust.at(-1) ?? 0),
    lowest: Math.round(Math.min(...trust)),
    highest: Math.round(Math.max(...trust)),
    turns: trust.length - 1,
  });
}

function Table({ talks, t }: TalksProps): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('pages.compare.course.axis')}</th>
          {talks.map(({ number }) => (
            <th scope="col">{t('pages.compare.talk', { number })}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: longest(talks) }, (_, turn) => (
          <tr>
            <th scope="row">{turn === 0 ? t('pages.compare.course.start') : turn}</th>
            {talks.map(({ trust }) => (
              <td>{cell(t, trust[turn])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell(t: Texts, value: number | undefined): string | number {
  return value === undefined ? t('pages.compare.course.none') : Math.round(value);
}

function longest(talks: readonly ComparedTalk[]): number {
  return Math.max(...talks.map(({ trust }) => trust.length));
}
