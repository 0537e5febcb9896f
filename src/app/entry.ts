import type { GroupRole } from '../core/model/group';
import { GUEST, type Person } from '../core/model/person';
import type { Locale } from '../core/model/session';
import { readCode } from './codes';
import type { Guesses } from './guesses';
import type { Clock, Ids, Secrets, Store } from './ports';
import type { Before, SignInKeeper } from './signIns';
import { type NameProblem, readName } from './typed';

export interface EntryParts {
  readonly store: Pick<Store, 'people' | 'groups'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly signIns: SignInKeeper;
}

/** Who stands at the door. */
export interface Comer {
  /** Who the browser is signed in as; null when it is nobody's. */
  readonly before: Before | null;
  readonly locale: Locale;
}

export const TIME_ZONE = 'Europe/Amsterdam';

/** Somebody of whom we know no more than this. */
export function newPerson(id: string, name: string, locale: Locale, since: string): Person {
  return {
    id,
    name,
    email: null,
    organiser: false,
    locale,
    address: 'je',
    timeZone: TIME_ZONE,
    reminders: { teams: true, mail: true },
    since,
  };
}

/**
 * Who somebody goes on as, when they are more than the guest of this machine. The guest is whoever sits there, so a
 * guest who enters becomes somebody of their own; several roles can then be tried on one machine.
 */
export async function personBehind(
  { store }: Pick<EntryParts, 'store'>,
  comer: Comer,
): Promise<Person | null> {
  return comer.before === null || comer.before.person === GUEST
    ? null
    : store.people.person(comer.before.person);
}

export type CodeProblem = 'missing' | 'malformed';

export type CodeEntry =
  /** `secret` is for the browser; null when it keeps the one it has. */
  | {
      readonly kind: 'entered';
      readonly group: string;
      readonly role: GroupRole;
      readonly secret: string | null;
    }
  | { readonly kind: 'unreadable'; readonly code: CodeProblem | null; readonly name: NameProblem | null }
  /** No group lets this code in; whether it ever did is not told. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Enters a group with a code, as oneself or as somebody new. `caller` is whose guesses are counted. */
export async function enterByCode(
  parts: EntryParts & { readonly guesses: Guesses },
  comer: Comer,
  typed: { readonly code: string; readonly name: string },
  caller: string,
): Promise<CodeEntry> {
  const known = await personBehind(parts, comer);
  const code = readCode(typed.code);
  const name = known ? ({ ok: true, value: known.name } as const) : readName(typed.name);
  if (code === null || !name.ok) {
    const missing = typed.code.trim() === '' ? 'missing' : 'malformed';
    return { kind: 'unreadable', code: code === null ? missing : null, name: name.ok ? null : name.problem };
  }
  const seconds = parts.guesses.tryOne(caller);
  if (seconds > 0) return { kind: 'wait', seconds };
  const now = parts.clock.now();
  const person = known ?? newPerson(parts.ids.fresh(), name.value, comer.locale, now);
  const used = await parts.store.groups.useInvitation(code, person, now);
  if (used.kind === 'refused') return { kind: 'refused' };
  parts.guesses.wasRight(caller);
  const { group, role } = used;
  const secret =
    known && comer.before
      ? await secretFor(parts, comer.before, used.kind === 'joined' && role === 'trainer')
      : await parts.signIns.begin(person.id, 'code', comer.before);
  return { kind: 'entered', group, role, secret };
}

/** Whoever may do more from now on gets a new secret, in all their browsers. */
async function secretFor({ signIns }: EntryParts, before: Before, more: boolean): Promise<string | null> {
  if (!more) return null;
  await signIns.renewSoon(before.person);
  return signIns.anew(before);
}

/** Who somebody is according to the organisation that let them sign in. */
export interface ProvenIdentity {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** Signs in who was proven elsewhere. What they wrote about themselves here stays. Answers the browser's secret. */
export async function enterProven(
  { store, clock, signIns }: EntryParts,
  comer: Comer,
  { id, name, email }: ProvenIdentity,
): Promise<string> {
  const typed = readName(name);
  const called = typed.ok ? typed.value : '';
  const person = await store.people.settlePerson({
    ...newPerson(id, called, comer.locale, clock.now()),
    email,
  });
  await store.people.changePerson(id, {
    ...(person.name === '' && called !== '' && { name: called }),
    ...(person.email === null && email !== null && { email }),
  });
  return signIns.begin(id, 'openid', comer.before);
}
