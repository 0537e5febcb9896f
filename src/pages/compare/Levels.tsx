import type { JSX } from 'preact';
import type { ComparedMark, Comparison, LevelChange } from '../../core/model/comparison';
import { DOMAINS } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';

interface Props {
  readonly comparison: Comparison;
  readonly t: Texts;
}

/** Beside the words, for who looks at shapes first. */
const ARROW: Readonly<Record<LevelChange, string>> = {
  same: '=',
  higher: '▲',
  lower: '▼',
  seen: '+',
  unseen: '–',
};

/** The scorecards side by side, with what changed in words. */
export function Levels({ comparison, t }: Props): JSX.Element {
  const { talks, rows } = comparison;
  return (
    <Section id="levels" title={t('pages.compare.levels.title')}>
      {talks.length > 1 && <p>{t('pages.compare.levels.intro')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who uses a keyboard must be able to scroll it. */}
      <section class="scroll" tabIndex={0} aria-labelledby="levels">
        <table class="levels">
          <thead>
            <tr>
              <th scope="col">{t('pages.compare.levels.criterion')}</th>
              {talks.map(({ number }) => (
                <th scope="col">{t('pages.compare.talk', { number })}</th>
              ))}
            </tr>
          </thead>
          {DOMAINS.map((domain) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colSpan={talks.length + 1}>
                  {t(`scorecard.domains.${domain}`)}
                </th>
              </tr>
              {rows
                .filter((row) => row.domain === domain)
                .map(({ criterion, marks }) => (
                  <tr>
                    <th scope="row">{t(`scorecard.criteria.${criterion}.name`)}</th>
                    {marks.map((mark) => (
                      <Cell mark={mark} t={t} />
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </section>
    </Section>
  );
}

function Cell({ mark: { level, change }, t }: { mark: ComparedMark; t: Texts }): JSX.Element {
  return (
    <td>
      <span class="symbol" aria-hidden="true">
        {t(`scorecard.levels.${level}.symbol`)}
      </span>{' '}
      {t(`scorecard.levels.${level}.name`)}
      {change && (
        <span class={`change ${change}`}>
          {' '}
          <span aria-hidden="true">{ARROW[change]}</span> {t(`pages.compare.change.${change}`)}
        </span>
      )}
    </td>
  );
}
