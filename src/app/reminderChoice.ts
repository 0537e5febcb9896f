import { NOTICE_CHANNELS, type NoticeChannel, type Person } from '../core/model/person';
import type { Store } from './ports';

type ReminderStore = Pick<Store, 'people' | 'outbox'>;

/** What somebody chose, and whether they can be reached that way at all. */
export interface ReminderChoice {
  readonly wanted: Person['reminders'];
  readonly email: string | null;
  readonly inTeams: boolean;
}

/** Null when there is nobody of that id. */
export async function readReminderChoice(
  store: ReminderStore,
  person: string,
): Promise<ReminderChoice | null> {
  const found = await store.people.person(person);
  if (found === null) return null;
  const inTeams = (await store.outbox.reference(person)) !== null;
  return { wanted: found.reminders, email: found.email, inTeams };
}

/** False when there is nobody of that id. What waits for a channel that is no longer wanted is called off. */
export async function chooseReminders(
  { people, outbox }: ReminderStore,
  person: string,
  wanted: Person['reminders'],
): Promise<boolean> {
  const changed = await people.changePerson(person, { reminders: wanted });
  if (!changed) return false;
  for (const channel of NOTICE_CHANNELS) {
    if (!wanted[channel]) await outbox.cancelOf(person, channel);
  }
  return true;
}

/** No more messages by one channel, at once. False when there is nobody of that id. */
export async function stopReminders(
  store: ReminderStore,
  person: string,
  channel: NoticeChannel,
): Promise<boolean> {
  const found = await store.people.person(person);
  if (found === null) return false;
  return chooseReminders(store, person, { ...found.reminders, [channel]: false });
}
