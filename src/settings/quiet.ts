import { z } from 'zod';
import { DEFAULT_QUIET, type QuietTimes } from '../app/quietHours';

const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;
const NONE = 'none';

export const QUIET_SETTINGS = {
  QUIET_HOURS: z
    .string()
    .refine((text) => text === NONE || hoursOf(text) !== null)
    .optional(),
  QUIET_WEEKENDS: z
    .enum(['1', 'true', '0', 'false'])
    .transform((flag) => flag === '1' || flag === 'true')
    .default(DEFAULT_QUIET.weekends),
};

export const QUIET_EXPECTED = {
  QUIET_HOURS: 'the hours in which nobody is sent anything, such as 18:00-08:00, or none',
  QUIET_WEEKENDS: '1 or 0',
} as const;

/** When nobody is sent anything. */
export function quietOf(given: {
  readonly QUIET_HOURS?: string | undefined;
  readonly QUIET_WEEKENDS: boolean;
}): QuietTimes {
  const { QUIET_HOURS, QUIET_WEEKENDS } = given;
  const hours = QUIET_HOURS === undefined ? DEFAULT_QUIET.hours : hoursOf(QUIET_HOURS);
  return { hours, weekends: QUIET_WEEKENDS };
}

function hoursOf(text: string): QuietTimes['hours'] {
  const [, from, until] = HOURS.exec(text) ?? [];
  return from === undefined || until === undefined || from === until ? null : { from, until };
}
