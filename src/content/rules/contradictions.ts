import type { Condition, Range } from '../../core/model/condition';
import { CLIMATES, type Climate, METERS, type Meter } from '../../core/model/conversation';
import type { ScenarioFile } from '../schemas/scenario';

const ALL: Required<Range> = { min: 0, max: 100 };

/** Why a condition can never hold, in words for its author; null when nothing speaks against it. */
export function contradiction(when: Condition, file: ScenarioFile): string | null {
  return emptyRange(when) ?? bothWays(when) ?? moreThanThereIs(when, file) ?? moodAgainstMeters(when, file);
}

function emptyRange(when: Condition): string | null {
  const { disclosures, concerns, turn, asked, repeated, silent, puzzled } = when;
  const named = Object.entries({
    disclosures,
    concerns,
    turn,
    asked,
    repeated,
    silent,
    puzzled,
    ...when.meters,
  });
  const empty = named.find(([, range]) => range && isEmpty(range));
  if (empty) return `"${empty[0]}" asks for a min above its max`;
  return when.count?.some(isEmpty) ? '"count" asks for a min above its max' : null;
}

function isEmpty({ min, max }: Range): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function bothWays({ disclosed = [], hidden = [], raised = [], unraised = [] }: Condition): string | null {
  const told = disclosed.find((id) => hidden.includes(id));
  if (told) return `"${told}" would have to be both told and hidden`;
  const came = raised.find((id) => unraised.includes(id));
  return came ? `"${came}" would have to be both raised and not raised` : null;
}

function moreThanThereIs(when: Condition, file: ScenarioFile): string | null {
  if ((when.turn?.min ?? 0) > file.maxTurns) return `the talk ends after turn ${file.maxTurns}`;
  if ((when.disclosures?.min ?? 0) > file.disclosures.length)
    return `there are only ${file.disclosures.length} disclosures`;
  if ((when.concerns?.min ?? 0) > file.concerns.length)
    return `there are only ${file.concerns.length} concerns`;
  if ((when.disclosures?.max ?? Infinity) < (when.disclosed?.length ?? 0))
    return '"disclosed" names more than "disclosures" allows';
  if ((when.concerns?.max ?? Infinity) < (when.raised?.length ?? 0))
    return '"raised" names more than "concerns" allows';
  return null;
}

function moodAgainstMeters(when: Condition, file: ScenarioFile): string | null {
  if (!when.climate || !when.meters) return null;
  const range = (meter: Meter) => ({ ...ALL, ...when.meters?.[meter] });
  if (METERS.some((meter) => range(meter).min > 100 || range(meter).max < 0))
    return 'meters run from 0 to 100';
  const possible = CLIMATES.filter((climate) =>
    fits(climate, range('trust'), range('tension'), file.climate),
  );
  if (when.climate.some((climate) => possible.includes(climate))) return null;
  return `the meters it asks for never go with the climate ${when.climate.join(' or ')}`;
}

/** Whether a climate can go with these meters, given that a mood holds on a little (hysteresis). */
function fits(
  climate: Climate,
  trust: Required<Range>,
  tension: Required<Range>,
  { open, closed, hysteresis }: ScenarioFile['climate'],
): boolean {
  switch (climate) {
    case 'open':
      return trust.max >= open.trust - hysteresis && tension.min <= open.tension + hysteresis;
    case 'closed':
      return trust.min <= closed.trust + hysteresis || tension.max >= closed.tension - hysteresis;
    case 'guarded':
      return (
        trust.max > closed.trust &&
        tension.min < closed.tension &&
        !(trust.min >= open.trust && tension.max <= open.tension)
      );
  }
}
