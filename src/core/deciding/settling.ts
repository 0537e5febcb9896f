import type { NeedsPerson, Recorded } from '../model/decision';
import { NOTICE_CHANNELS, type PersonSettings } from '../model/person';
import { type Address, LOCALES } from '../model/session';
import { settingsCard } from '../rendering/settingsCard';
import { coach, type Desk, type Need, record, reply, value } from './desk';

const NEEDS_PERSON: NeedsPerson = { needs: 'person' };

const ADDRESSES: readonly Address[] = ['je', 'u'];

/** Where somebody stands who never chose anything. */
const NOTHING_CHOSEN = { reminders: { teams: true, mail: true }, email: null };

/** Shows what can be set; a card that comes back with choices is kept. */
export function settle(desk: Desk): Desk | Need {
  const { person } = desk.given;
  if (person === undefined) return NEEDS_PERSON;
  const known = person ?? NOTHING_CHOSEN;
  const asked = askedSettings(desk, known.reminders);
  if (asked === null) {
    const { locale, address } = desk.session;
    return reply(desk, { kind: 'card', card: settingsCard({ ...known, locale, address }, desk.texts) });
  }
  return keepSettings(desk, asked);
}

/** Keeps what the learner chose, for this conversation and wherever else they come. */
export function keepSettings(desk: Desk, settings: PersonSettings): Desk {
  const { locale = desk.session.locale, address = desk.session.address } = settings;
  const kept: Recorded = { kind: 'settings', settings };
  const now: Desk = {
    ...desk,
    session: { ...desk.session, locale, address },
    texts: desk.playbook.texts(locale, address),
  };
  return coach(record(now, kept), wordsFor(settings));
}

/** One thing that changed is named; more than one is a form that was sent. */
function wordsFor({ locale, address, reminders }: PersonSettings): string {
  if (locale && !address && !reminders) return 'languageSet';
  if (address && !locale && !reminders) return 'addressSet';
  if (reminders && !locale && !address) return reminders.teams ? 'remindersSet' : 'remindersOff';
  return 'settingsKept';
}

/** What a card asks for; null when it asks for nothing, and so only wants to see. */
function askedSettings(desk: Desk, before: NonNullable<PersonSettings['reminders']>): PersonSettings | null {
  const locale = LOCALES.find((one) => one === value(desk, 'language'));
  const address = ADDRESSES.find((one) => one === value(desk, 'address'));
  const changed = NOTICE_CHANNELS.filter((channel) => switched(desk, channel) !== null);
  const reminders = { ...before, ...Object.fromEntries(changed.map((one) => [one, switched(desk, one)])) };
  if (!locale && !address && changed.length === 0) return null;
  return { ...(locale && { locale }), ...(address && { address }), ...(changed.length > 0 && { reminders }) };
}

function switched(desk: Desk, channel: string): boolean | null {
  const asked = value(desk, channel);
  return asked === 'on' ? true : asked === 'off' ? false : null;
}
