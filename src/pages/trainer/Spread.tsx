import type { JSX } from 'preact';
import type { CriterionSpread, GroupPicture } from '../../core/model/groupPicture';
import { DOMAINS, LEVELS } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { TooFew } from './TooFew';

interface Props {
  readonly spread: GroupPicture['spread'];
  readonly t: Texts;
}

/** How many people stand where, per criterion: in numbers, and as small columns. */
export function Spread({ spread, t }: Props): JSX.Element {
  return (
    <Section id="spread" title={t('trainer.picture.spread.title')}>
      {spread.kind === 'too-few' ? (
        <TooFew people={spread.people} t={t} />
      ) : (
        <>
          <p>
            {t('trainer.picture.spread.intro')} {t('trainer.picture.spread.people', { count: spread.people })}
          </p>
          {DOMAINS.map((domain) => (
            <Domain
              name={t(`scorecard.domains.${domain}`)}
              rows={spread.value.filter((row) => row.domain === domain)}
              people={spread.people}
              t={t}
            />
          ))}
        </>
      )}
    </Section>
  );
}

interface DomainProps {
  readonly name: string;
  readonly rows: readonly CriterionSpread[];
  readonly people: number;
  readonly t: Texts;
}

function Domain({ name, rows, people, t }: DomainProps): JSX.Element {
  return (
    <>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who uses a keyboard must be able to scroll it. */}
      <section class="scroll" tabIndex={0} aria-label={name}>
        <table class="spread">
          <thead>
            <tr>
              <th scope="col">{t('trainer.picture.spread.criterion')}</th>
              <th scope="col">{t('trainer.picture.spread.chart')}</th>
              {LEVELS.map((level) => (
                <th scope="col">{t(`scorecard.levels.${level}.name`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{t(`scorecard.criteria.${row.criterion}.name`)}</th>
                <td>
                  <Columns row={row} people={people} t={t} />
                </td>
                {LEVELS.map((level) => (
                  <td>{row.people[level]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const COLUMN = 18;
const GAP = 6;
const HEIGHT = 36;

/** One column for each level, from left to right as in the table; an open one is for what was not seen. */
function Columns({ row, people, t }: { row: CriterionSpread; people: number; t: Texts }): JSX.Element {
  const id = `spread-${row.criterion}`;
  const levels = LEVELS.filter((level) => row.people[level] > 0)
    .map((level) =>
      t('trainer.picture.spread.level', {
        level: t(`scorecard.levels.${level}.name`),
        count: row.people[level],
      }),
    )
    .join(', ');
  const width = LEVELS.length * (COLUMN + GAP) - GAP;
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT + 2}`} role="img" aria-labelledby={id}>
      <title id={id}>
        {t('trainer.picture.spread.story', {
          criterion: t(`scorecard.criteria.${row.criterion}.name`),
          levels,
        })}
      </title>
      <line class="grid" x1="0" x2={width} y1={HEIGHT + 1} y2={HEIGHT + 1} />
      {LEVELS.map((level, index) => {
        const high = Math.round((row.people[level] / people) * HEIGHT);
        return (
          high > 0 && (
            <rect
              class={level}
              x={index * (COLUMN + GAP)}
              y={HEIGHT - high + 1}
              width={COLUMN}
              height={high}
            />
          )
        );
      })}
    </svg>
  );
}
