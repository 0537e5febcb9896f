import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Person, PersonChanges } from '../../core/model/person';
import { LOCALES } from '../../core/model/session';
import { kept, type Slot } from '../kept';
import { broken, type Place, parseText, parseWord } from '../rows';
import type { Db, PeopleTable } from '../tables';

const selectPerson = kept((db, slot: Slot<{ id: string }>) =>
  db.selectFrom('people').selectAll().where('id', '=', slot('id')),
);

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const { rows } = await selectPerson(db, { id });
  return rows[0] ? parsePerson(rows[0]) : null;
}

export async function findPeople(db: Db, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('people').selectAll().where('id', 'in', ids).execute();
  return rows.map(parsePerson);
}

export async function settlePerson(db: Db, person: Person): Promise<Person> {
  const { id, since, ...rest } = person;
  await db
    .insertInto('people')
    .values({ id, since, ...columnsOf(rest) } as Insertable<PeopleTable>)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return parsePerson(row);
}

export async function changePerson(db: Db, id: string, changes: PersonChanges): Promise<boolean> {
  const columns = columnsOf(changes);
  if (Object.keys(columns).length === 0) return (await findPerson(db, id)) !== null;
  const { numUpdatedRows } = await db
    .updateTable('people')
    .set(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listOrganisers(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('people').select('id').where('organiser', '=', 1).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

function columnsOf(changes: PersonChanges): Updateable<PeopleTable> {
  const { name, email, organiser, locale, address, timeZone, reminders } = changes;
  return {
    ...(name !== undefined && { name: JSON.stringify(name) }),
    ...(email !== undefined && { email: JSON.stringify(email) }),
    ...(organiser !== undefined && { organiser: Number(organiser) }),
    ...(locale !== undefined && { locale }),
    ...(address !== undefined && { address }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(reminders !== undefined && {
      by_teams: Number(reminders.teams),
      by_mail: Number(reminders.mail),
    }),
  };
}

function parsePerson(row: Selectable<PeopleTable>): Person {
  const place = { table: 'people', key: row.id };
  return {
    id: row.id,
    name: parseText(place, row.name),
    email: parseEmail(place, row.email),
    organiser: row.organiser === 1,
    locale: parseWord(place, row.locale, LOCALES),
    address: parseWord(place, row.address, ['je', 'u']),
    timeZone: row.time_zone,
    reminders: { teams: row.by_teams === 1, mail: row.by_mail === 1 },
    since: row.since,
  };
}

function parseEmail(place: Place, json: string): string | null {
  if (json === 'null') return null;
  const email = parseText(place, json);
  if (email === '') throw broken(place, 'an empty address');
  return email;
}
