import type { Outcome, OutcomeMember, SeenIntention } from '../../app/reviews/outcome';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { dayThere } from '../when';

/** What every page of what is taken home is drawn with. */
export interface OutcomeMeta {
  readonly t: Texts;
  readonly language: Locale;
  /** What the page's forms send along. */
  readonly token: string;
}

type Words = Pick<OutcomeMeta, 't' | 'language'>;

/** A day of the calendar in words, as `2026-12-01`. */
export function calendarDay(language: Locale, day: string): string {
  return dayThere(language, `${day}T12:00:00.000Z`, 'UTC');
}

export function nameIn(t: Texts, name: string): string {
  return name || t('outcome.nameless');
}

export function memberLine(t: Texts, { name, role }: Pick<OutcomeMember, 'name' | 'role'>): string {
  const called = nameIn(t, name);
  return role === 'team'
    ? called
    : t('outcome.member', { name: called, role: t(`methods.roles.${role}.name`) });
}

/** What stands above it all. */
export function outcomeFacts(
  { review, group, at }: Pick<Outcome, 'review' | 'group' | 'at'>,
  { t, language }: Words,
): readonly { readonly label: string; readonly value: string }[] {
  const row = (name: string, value: string) => ({ label: t(`outcome.facts.${name}`), value });
  return [
    row('talk', review.title),
    row('method', t(`methods.${review.method}.name`)),
    row('group', group.name),
    row('day', dayThere(language, at, group.timeZone)),
  ];
}

/** When, and who reminds. */
export function intentionLine(
  { day, reminds, own }: Pick<SeenIntention, 'day' | 'reminds' | 'own'>,
  { t, language }: Words,
): string {
  const when = calendarDay(language, day);
  if (reminds === null) return t('outcome.intention.when', { day: when });
  if (reminds.self) return t(`outcome.intention.${own ? 'self' : 'byYou'}`, { day: when });
  return t('outcome.intention.other', { day: when, name: nameIn(t, reminds.name) });
}
