import { type Comer, type EntryParts, newPerson, personBehind } from './entry';
import { type NameProblem, readName } from './typed';

/** How long the link for who will run the installation holds. */
const LINK_MS = 24 * 60 * 60 * 1_000;

/**
 * While nobody runs the installation (or also when somebody does): the secret of a link by which one person becomes
 * its organiser. A link made before stops working. Null when there is an organiser.
 */
export async function offerOrganiserLink(
  { store, clock, secrets }: Omit<EntryParts, 'signIns' | 'ids'>,
  when: 'while-there-is-none' | 'also-when-there-is-one' = 'while-there-is-none',
): Promise<string | null> {
  await store.people.dropOpenLinks('organiser');
  const wanted = when === 'also-when-there-is-one' || (await store.people.organisers()).length === 0;
  if (!wanted) return null;
  const secret = secrets.fresh();
  const expiresAt = new Date(Date.parse(clock.now()) + LINK_MS).toISOString();
  await store.people.addLink({
    hash: secrets.hash(secret),
    way: 'organiser',
    person: null,
    path: '/groups',
    expiresAt,
  });
  return secret;
}

/** Whether the link works; looking does not use it up. */
export async function organiserLinkHolds(
  { store, clock, secrets }: EntryParts,
  secret: string,
): Promise<boolean> {
  const link = await store.people.link(secrets.hash(secret), clock.now());
  return link?.way === 'organiser';
}

export type OrganiserEntry =
  | { readonly kind: 'entered'; readonly secret: string; readonly path: string }
  | { readonly kind: 'unreadable'; readonly name: NameProblem }
  | { readonly kind: 'refused' };

/** Uses the link up and makes an organiser, of who is signed in or of somebody new. */
export async function enterAsOrganiser(
  parts: EntryParts,
  comer: Comer,
  secret: string,
  typedName: string,
): Promise<OrganiserEntry> {
  const { store, clock, secrets, ids, signIns } = parts;
  if (!(await organiserLinkHolds(parts, secret))) return { kind: 'refused' };
  const known = await personBehind(parts, comer);
  const name = known ? ({ ok: true, value: known.name } as const) : readName(typedName);
  if (!name.ok) return { kind: 'unreadable', name: name.problem };
  const now = clock.now();
  const link = await store.people.takeLink(secrets.hash(secret), now);
  if (link?.way !== 'organiser') return { kind: 'refused' };
  await store.people.dropOpenLinks('organiser');
  if (known) {
    await store.people.changePerson(known.id, { organiser: true });
    await signIns.renewSoon(known.id);
    const path = link.path;
    return { kind: 'entered', secret: await anew(parts, comer, known.id), path };
  }
  const person = newPerson(ids.fresh(), name.value, comer.locale, now);
  await store.people.settlePerson({ ...person, organiser: true });
  return {
    kind: 'entered',
    secret: await signIns.begin(person.id, 'organiser', comer.before),
    path: link.path,
  };
}

async function anew({ signIns }: EntryParts, { before }: Comer, person: string): Promise<string> {
  const renewed = before && (await signIns.anew(before));
  return renewed ?? signIns.begin(person, 'organiser');
}
