import type { Texts } from '../../core/model/texts';
import type { Option } from '../fields';

/** Where people who work with us are likely to live; IANA names. */
const ZONES = [
  'Europe/Amsterdam',
  'Europe/Brussels',
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Athens',
  'Europe/Istanbul',
  'Africa/Casablanca',
  'America/Paramaribo',
  'America/Curacao',
  'America/Aruba',
  'America/Kralendijk',
  'America/Lower_Princes',
  'UTC',
] as const;

/** Time zones to choose from, with the present one among them. */
export function zoneOptions(t: Texts, present: string): readonly Option[] {
  const known = ZONES.map((value) => ({ value, label: zoneWords(t, value) }));
  return known.some(({ value }) => value === present) || present === ''
    ? known
    : [...known, { value: present, label: zoneWords(t, present) }];
}

/** A place in words; of one that we have no words for the town, as in its name. */
export function zoneWords(t: Texts, zone: string): string {
  const known = ZONES.some((one) => one === zone);
  if (known) return t(`entry.zones.${zone.replace('/', '_')}`);
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
