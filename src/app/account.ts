import { GUEST, type SignIn, type SignInWay } from '../core/model/person';
import { LOCALES } from '../core/model/session';
import type { Calendar, Store } from './ports';
import { type EmailProblem, type NameProblem, readEmail, readName } from './typed';

/** What somebody filled in about themselves. */
export interface AccountTyped {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly address: string;
  readonly timeZone: string;
  readonly byMail: boolean;
  readonly byTeams: boolean;
}

export interface AccountProblems {
  readonly name: NameProblem | null;
  readonly email: EmailProblem | null;
  readonly timeZone: 'unknown' | null;
}

export type AccountOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly problems: AccountProblems };

/** Changes somebody's own details. Null for who has none, such as the guest of this machine. */
export async function changeAccount(
  { store, calendar }: { readonly store: Pick<Store, 'people'>; readonly calendar: Calendar },
  person: string,
  typed: AccountTyped,
): Promise<AccountOutcome | null> {
  const known = person === GUEST ? null : await store.people.person(person);
  if (!known) return null;
  const [name, email] = [readName(typed.name), readEmail(typed.email)];
  const zoned = calendar.knows(typed.timeZone);
  if (!name.ok || !email.ok || !zoned) {
    const problems: AccountProblems = {
      name: name.ok ? null : name.problem,
      email: email.ok ? null : email.problem,
      timeZone: zoned ? null : 'unknown',
    };
    return { kind: 'unreadable', problems };
  }
  await store.people.changePerson(person, {
    name: name.value,
    email: email.value,
    locale: LOCALES.find((one) => one === typed.locale) ?? known.locale,
    address: (['je', 'u'] as const).find((one) => one === typed.address) ?? known.address,
    timeZone: typed.timeZone,
    reminders: { mail: typed.byMail, teams: typed.byTeams },
  });
  return { kind: 'done' };
}

export interface BrowserOfMine {
  readonly visit: string;
  readonly way: SignInWay;
  readonly since: string;
  /** To the day: secrets are renewed that often. */
  readonly lastUsed: string;
  readonly here: boolean;
}

/** The browsers in which somebody is signed in, the one at hand first. */
export async function readBrowsers(
  { people }: Pick<Store, 'people'>,
  person: string,
  visit: string,
  now: string,
): Promise<readonly BrowserOfMine[]> {
  const all = (await people.signInsOf(person)).filter(({ expiresAt }) => expiresAt > now);
  const views = all.map((signIn) => browserOf(signIn, visit));
  return [...views.filter(({ here }) => here), ...views.filter(({ here }) => !here)];
}

function browserOf({ visit, way, since, renewedAt }: SignIn, here: string): BrowserOfMine {
  return { visit, way, since, lastUsed: renewedAt > since ? renewedAt : since, here: visit === here };
}
