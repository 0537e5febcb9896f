import type { TeamsHome, TeamsVisit } from '../core/model/delivery';
import type { Clock, Secrets, Store } from './ports';

/** How long a way in from the chat holds. */
const WAY_IN_MS = 5 * 60_000;
/** How long one instance may take over one part of an answer before another goes on: longer than a channel gets. */
const SENDING_MS = 30_000;
/** Answers older than this are not brought any more: nobody remembers what they were to. */
const WORTH_BRINGING_MS = 24 * 60 * 60_000;
/** What the names of conversations in Teams begin with. */
const TEAMS_CONVERSATIONS = 'teams:';

export interface TeamsHomeParts {
  readonly store: Pick<Store, 'people' | 'outbox' | 'deliveries'>;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Tells this instance from others. */
  readonly instance: string;
}

/** Keeps it in the store. */
export function createTeamsHome({ store, clock, secrets, instance }: TeamsHomeParts): TeamsHome {
  const { people, outbox, deliveries } = store;
  return {
    async came(visit) {
      const { person, conversation, reference } = visit;
      const before = await outbox.reference(person);
      if (before?.reference === reference && before.conversation === conversation) return { fresh: false };
      const now = clock.now();
      if (before === null) await introduce(people, visit, now);
      const fresh = await outbox.keepReference({ person, conversation, reference, updatedAt: now });
      return { fresh };
    },
    left: (person) => outbox.removeReference(person),
    whereabouts: (person) => outbox.reference(person),
    speechOf: (person) => people.person(person),
    async wayIn(person, path) {
      const secret = secrets.fresh();
      const expiresAt = plus(clock.now(), WAY_IN_MS);
      await people.addLink({ hash: secrets.hash(secret), way: 'teams', person, path, expiresAt });
      return secret;
    },
    beginPart(place, part) {
      const now = clock.now();
      return deliveries.beginPart(place, part, instance, now, plus(now, SENDING_MS));
    },
    release: (place, sent) => deliveries.release(place, sent),
    undelivered() {
      const now = clock.now();
      return deliveries.undelivered(TEAMS_CONVERSATIONS, plus(now, -WORTH_BRINGING_MS), now);
    },
  };
}

/** Somebody new begins with the name and language Teams knows; who is known already stays as they are. */
async function introduce(people: Store['people'], visit: TeamsVisit, now: string): Promise<void> {
  const known = await people.settlePerson({
    id: visit.person,
    name: visit.name,
    email: null,
    organiser: false,
    locale: visit.locale ?? 'nl',
    address: 'je',
    timeZone: 'Europe/Amsterdam',
    reminders: { teams: true, mail: true },
    since: now,
  });
  if (known.name === '' && visit.name !== '') await people.changePerson(visit.person, { name: visit.name });
}

function plus(iso: string, milliseconds: number): string {
  return new Date(Date.parse(iso) + milliseconds).toISOString();
}
