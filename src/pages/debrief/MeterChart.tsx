import type { JSX } from 'preact';
import type { Debrief, MeterLine, TurningPoint } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { CHART, labelHeights, path, pointAt, ticks, yOf } from './chart';
import { Section } from './Section';
import { effectWords } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

/** How trust, tension and feeling understood went, as a drawing, in words, and as a table. */
export function MeterChart({ debrief, t }: Props): JSX.Element | null {
  const [trust] = debrief.meters;
  if (!trust || trust.values.length < 2) return null;
  return (
    <Section id="course" title={t('pages.debrief.course.title')}>
      <figure>
        <Drawing course={debrief} t={t} />
        <figcaption>{t('pages.debrief.course.caption')}</figcaption>
      </figure>
      {debrief.turningPoints.length > 0 && (
        <ul class="turning">
          {debrief.turningPoints.map((point) => (
            <li>{turningWords(t, point)}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('pages.debrief.course.table')}</summary>
        <Table course={debrief} t={t} />
      </details>
    </Section>
  );
}

interface Course extends Pick<Debrief, 'meters' | 'turningPoints'> {
  /** How the turns are numbered; from 1 on when left out. */
  readonly turns?: readonly number[];
}

interface CourseProps {
  readonly course: Course;
  readonly t: Texts;
}

/** The drawing of a talk with its numbers as a table, without a heading. */
export function CourseFigure({ course, t }: CourseProps): JSX.Element {
  return (
    <>
      <figure>
        <Drawing course={course} t={t} />
      </figure>
      <details id="course-table">
        <summary>{t('pages.debrief.course.table')}</summary>
        <Table course={course} t={t} />
      </details>
    </>
  );
}

function turningWords(t: Texts, { turn, from, to, causes }: TurningPoint): string {
  const [first, second] = causes;
  const key = to < from ? 'fell' : 'rose';
  if (!first) return t(`pages.debrief.course.${key}Silently`, { turn, from, to });
  const { what, because } = effectWords(t, first);
  if (first.quote.trim() === '')
    return t(`pages.debrief.course.${key}Wordlessly`, { turn, from, to, what, because });
  const sentence = t(`pages.debrief.course.${key}`, { turn, from, to, what, because, quote: first.quote });
  if (!second || second.quote.trim() === '') return sentence;
  const also = t('pages.debrief.course.also', {
    what: effectWords(t, second).what,
    quote: second.quote,
  });
  return `${sentence} ${also}`;
}

function Drawing({ course: { meters, turningPoints, turns }, t }: CourseProps): JSX.Element {
  const heights = labelHeights(meters);
  const trust = meters.find(({ meter }) => meter === 'trust')?.values ?? [];
  const right = CHART.width - CHART.right;
  return (
    <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-labelledby="course-name course-story">
      <title id="course-name">{t('pages.debrief.course.chart')}</title>
      <desc id="course-story">{meters.map((line) => lineStory(t, line)).join(' ')}</desc>
      {[0, 50, 100].map((value) => (
        <g>
          <line class="grid" x1={CHART.left} x2={right} y1={yOf(value)} y2={yOf(value)} />
          <text class="axis" x={CHART.left - 5} y={yOf(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {ticks(trust.length).map((turn) => (
        <text class="axis" x={pointAt(turn, trust.length, 0).x} y={yOf(0) + 15} text-anchor="middle">
          {turns?.[turn - 1] ?? turn}
        </text>
      ))}
      <text class="axis" x={(CHART.left + right) / 2} y={CHART.height - 4} text-anchor="middle">
        {t('pages.debrief.course.axis')}
      </text>
      {meters.map((line, i) => (
        <g class={`line ${line.meter}`}>
          <path d={path(line)} />
          <text x={right + 6} y={(heights[i] ?? 0) + 4}>
            {t(`pages.debrief.meters.${line.meter}`)}
          </text>
        </g>
      ))}
      {turningPoints.map(({ turn }) => {
        const { x, y } = pointAt(turn, trust.length, trust[turn] ?? 0);
        return <circle class="point" cx={x} cy={y} r="5" />;
      })}
    </svg>
  );
}

function lineStory(t: Texts, { meter, values }: MeterLine): string {
  return t('pages.debrief.course.line', {
    meter: t(`pages.debrief.meters.${meter}`),
    from: Math.round(values[0] ?? 0),
    to: Math.round(values.at(-1) ?? 0),
    lowest: Math.round(Math.min(...values)),
    highest: Math.round(Math.max(...values)),
  });
}

function Table({ course: { meters, turns }, t }: CourseProps): JSX.Element {
  const count = meters[0]?.values.length ?? 0;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('pages.debrief.course.axis')}</th>
          {meters.map(({ meter }) => (
            <th scope="col">{t(`pages.debrief.meters.${meter}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, turn) => (
          <tr>
            <th scope="row">{turn === 0 ? t('pages.debrief.course.start') : (turns?.[turn - 1] ?? turn)}</th>
            {meters.map(({ values }) => (
              <td>{Math.round(values[turn] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
