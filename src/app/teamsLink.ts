import type { EntryLink, Person } from '../core/model/person';
import type { Comer, EntryParts } from './entry';

type LinkParts = Pick<EntryParts, 'store' | 'clock' | 'secrets' | 'signIns'>;

export interface TeamsLink {
  readonly person: Person;
  /** Page of ours that it opens. */
  readonly path: string;
}

/** Whom a link from the chat lets in; looking does not use it up. Null when it was used, or is too old. */
export async function lookAtTeamsLink(parts: LinkParts, secret: string): Promise<TeamsLink | null> {
  const { store, clock, secrets } = parts;
  return linkOf(parts, await store.people.link(secrets.hash(secret), clock.now()));
}

/** Uses the link up: the browser belongs from now on to whom the chat knows. Null when it does not work. */
export async function enterFromTeams(
  parts: LinkParts,
  { before }: Comer,
  secret: string,
): Promise<{ readonly secret: string; readonly path: string } | null> {
  const { store, clock, secrets, signIns } = parts;
  if ((await lookAtTeamsLink(parts, secret)) === null) return null;
  const link = await linkOf(parts, await store.people.takeLink(secrets.hash(secret), clock.now()));
  if (link === null) return null;
  return { secret: await signIns.begin(link.person.id, 'teams', before), path: link.path };
}

async function linkOf({ store }: LinkParts, link: EntryLink | null): Promise<TeamsLink | null> {
  if (link?.way !== 'teams' || link.person === null) return null;
  const person = await store.people.person(link.person);
  return person && { person, path: link.path };
}
