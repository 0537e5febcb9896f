import type { JSX } from 'preact';
import { METERS, type Meter } from '../../core/model/conversation';
import type { VariantOutcome } from '../../core/model/review';
import type { Texts } from '../../core/model/texts';

interface Props {
  /** Tells it from others on the page. */
  readonly id: string;
  readonly outcome: VariantOutcome;
  readonly t: Texts;
}

/** Where another reply would bring each meter, and where the real one brought it: in words, and as two bars. */
export function MeterBars({ id, outcome, t }: Props): JSX.Element {
  return (
    <ul class="meters">
      {METERS.map((meter) => (
        <li class={meter}>
          <p>
            {t('tryout.whatIf.meter', {
              meter: t(`pages.debrief.meters.${meter}`),
              before: Math.round(outcome.before[meter]),
              now: Math.round(outcome.meters[meter]),
              original: Math.round(outcome.original[meter]),
            })}
          </p>
          <Bars id={`${id}-${meter}`} outcome={outcome} meter={meter} t={t} />
        </li>
      ))}
    </ul>
  );
}

/** Meters go from 0 to 100, a drawing is twice as wide. */
const SCALE = 2;
const BAR = 9;

interface BarsProps extends Props {
  readonly meter: Meter;
}

/** The numbers stand in the words above. */
function Bars({ id, outcome, meter, t }: BarsProps): JSX.Element {
  const stood = outcome.before[meter] * SCALE;
  const width = 100 * SCALE;
  return (
    <svg viewBox={`-1 -1 ${width + 2} ${2 * BAR + 5}`} role="img" aria-labelledby={id}>
      <title id={id}>{t('tryout.whatIf.bars', { meter: t(`pages.debrief.meters.${meter}`) })}</title>
      <rect class="scale" x="0" y="0" width={width} height={2 * BAR + 3} />
      <rect class="then" x="0" y="1" width={outcome.meters[meter] * SCALE} height={BAR} />
      <rect class="really" x="0" y={BAR + 2} width={outcome.original[meter] * SCALE} height={BAR} />
      <line class="stood" x1={stood} x2={stood} y1="-1" y2={2 * BAR + 4} />
    </svg>
  );
}
