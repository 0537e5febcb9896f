import type { Selectable } from 'kysely';
import type { SignInRenewal } from '../../app/ports';
import { type EntryLink, SIGN_IN_WAYS, type SignIn } from '../../core/model/person';
import { parseWord } from '../rows';
import type { Db, EntryLinksTable, SignInsTable } from '../tables';

export async function addSignIn(db: Db, signIn: SignIn): Promise<void> {
  const { renewedAt, expiresAt, ...rest } = signIn;
  await db
    .insertInto('sign_ins')
    .values({ ...rest, renewed_at: renewedAt, expires_at: expiresAt })
    .execute();
}

export async function findSignIn(db: Db, hash: string): Promise<SignIn | null> {
  const row = await db
    .selectFrom('sign_ins')
    .selectAll()
    .where((where) => where.or([where('hash', '=', hash), where('previous', '=', hash)]))
    .executeTakeFirst();
  return row ? parseSignIn(row) : null;
}

export async function listSignIns(db: Db, person: string): Promise<readonly SignIn[]> {
  const rows = await db
    .selectFrom('sign_ins')
    .selectAll()
    .where('person', '=', person)
    .orderBy('since', 'desc')
    .orderBy('visit')
    .execute();
  return rows.map(parseSignIn);
}

export async function renewSignIn(
  db: Db,
  hash: string,
  { renewedAt, expiresAt, ...rest }: SignInRenewal,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_ins')
    .set({ ...rest, renewed_at: renewedAt, expires_at: expiresAt })
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const LONG_AGO = new Date(0).toISOString();

export async function ageSignInsOf(db: Db, person: string): Promise<void> {
  await db.updateTable('sign_ins').set({ renewed_at: LONG_AGO }).where('person', '=', person).execute();
}

export async function endSignIn(db: Db, visit: string, person: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sign_ins')
    .where('visit', '=', visit)
    .where('person', '=', person)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function endSignInsOf(db: Db, person: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('person', '=', person).execute();
}

export async function addLink(db: Db, link: EntryLink): Promise<void> {
  const { expiresAt, ...rest } = link;
  await db
    .insertInto('entry_links')
    .values({ ...rest, expires_at: expiresAt })
    .execute();
}

export async function findLink(db: Db, hash: string, now: string): Promise<EntryLink | null> {
  const row = await db
    .selectFrom('entry_links')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? parseLink(row) : null;
}

export async function takeLink(db: Db, hash: string, now: string): Promise<EntryLink | null> {
  const row = await db.deleteFrom('entry_links').where('hash', '=', hash).returningAll().executeTakeFirst();
  return row && row.expires_at > now ? parseLink(row) : null;
}

export async function dropOpenLinks(db: Db, way: EntryLink['way']): Promise<void> {
  await db.deleteFrom('entry_links').where('way', '=', way).where('person', 'is', null).execute();
}

export async function tidyEntries(db: Db, now: string): Promise<void> {
  await db.deleteFrom('entry_links').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_ins').where('expires_at', '<=', now).execute();
}

function parseSignIn(row: Selectable<SignInsTable>): SignIn {
  const { renewed_at, expires_at, way, ...rest } = row;
  const place = { table: 'sign_ins', key: row.visit };
  return {
    ...rest,
    way: parseWord(place, way, SIGN_IN_WAYS),
    renewedAt: renewed_at,
    expiresAt: expires_at,
  };
}

function parseLink(row: Selectable<EntryLinksTable>): EntryLink {
  const { expires_at, way, ...rest } = row;
  const place = { table: 'entry_links', key: 'a link' };
  return { ...rest, way: parseWord(place, way, ['organiser', 'teams']), expiresAt: expires_at };
}
