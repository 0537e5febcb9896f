import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../../src/app/ports';
import { openStore } from '../../src/storage/openStore';
import { AT, decision, sampleAttempt, sampleCorrection, sampleSession, sampleTurn, text } from './fixtures';
import { describeStore, type Opened } from './storeConformance';

/** Undoes the migrations from 0004 on. */
const WITHOUT_PEOPLE = [
  ...['review_places', 'review_consents', 'review_items', 'review_members', 'reviews', 'intentions'],
  ...['trainer_notes', 'overrules', 'hand_ins', 'homework', 'assignments', 'invitations', 'memberships'],
  ...['removals', 'reported_hand_ins', 'groups', 'notices', 'teams_references', 'sign_ins', 'entry_links'],
]
  .map((table) => `drop table ${table};`)
  .concat(
    ['name', 'email', 'locale', 'address', 'time_zone', 'organiser', 'by_teams', 'by_mail'].map(
      (column) => `alter table people drop column ${column};`,
    ),
    'alter table people rename to learners;',
    'drop index messages_undelivered;',
    ...['sent', 'sender', 'sending_until'].map((column) => `alter table messages drop column ${column};`),
  )
  .join(' ');

async function openInFolder(): Promise<Opened & { readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-store-'));
  const file = join(folder, 'new', 'bruggesprek.db');
  const stores: Store[] = [];
  const again = async () => {
    const store = await openStore({ kind: 'sqlite', file });
    stores.push(store);
    return store;
  };
  return {
    file,
    store: await again(),
    again,
    end: async () => {
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openInMemory(): Promise<Opened> {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  // Memory belongs to one store: the same store stands in for the second one.
  return { store, again: async () => store, end: () => store.close() };
}

describeStore('a SQLite file', openInFolder);
describeStore('SQLite in memory', openInMemory);

describe('a SQLite file of ours', () => {
  let opened: Awaited<ReturnType<typeof openInFolder>>;

  beforeEach(async () => {
    opened = await openInFolder();
  });

  afterEach(() => opened.end());

  async function startWith(words: string): Promise<void> {
    const session = sampleSession('c1', { attempt: sampleAttempt('a1', { preparation: { facts: words } }) });
    const recorded = [
      { kind: 'attempt-started', attempt: 'a1' },
      { kind: 'turn', attempt: 'a1', turn: sampleTurn(1, words) },
    ] as const;
    await opened.store.commit(text('c1', 'm1', words), decision(session, ...recorded), 0, AT);
  }

  function alter(sql: string): void {
    const database = new Database(opened.file);
    database.exec(sql);
    database.close();
  }

  function bytes(): string {
    const folder = join(opened.file, '..');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
  }

  it('keeps what was written when it is opened again', async () => {
    await startWith('Hoe gaat het?');
    await opened.store.close();
    const again = await opened.again();
    expect((await again.session('c1'))?.version).toBe(1);
    expect(await again.turns('a1')).toEqual([sampleTurn(1, 'Hoe gaat het?')]);
  });

  it('can be opened by several at the same time while it is still empty', async () => {
    const file = join(opened.file, '..', 'other.db');
    const open = () => openStore({ kind: 'sqlite', file });
    const stores = await Promise.all([open(), open(), open()]);
    expect(await Promise.all(stores.map((store) => store.session('c1')))).toEqual([null, null, null]);
    for (const store of stores) await store.close();
  });

  it('takes all of a migration back when a part of it fails', async () => {
    const file = join(opened.file, '..', 'half.db');
    const database = new Database(file);
    database.exec('create table settings (in_the_way text)');
    await expect(openStore({ kind: 'sqlite', file })).rejects.toThrow('settings');
    const tables = database.prepare("select name from sqlite_master where name in ('sessions', 'turns')");
    expect(tables.all()).toEqual([]);
    database.exec('drop table settings');
    database.close();
    const store = await openStore({ kind: 'sqlite', file });
    expect(await store.setting('secret')).toBeNull();
    await store.close();
  });

  it('is readable by its owner only', () => {
    expect(statSync(opened.file).mode & 0o777).toBe(0o600);
    expect(statSync(join(opened.file, '..')).mode & 0o777).toBe(0o700);
  });

  it('holds no byte of a forgotten attempt', async () => {
    const long = `Zwanenhals ${'tussen ons gezegd en gezwegen '.repeat(400)}`;
    await startWith(long);
    expect(bytes().includes('Zwanenhals')).toBe(true);
    await opened.store.forgetAttempt('a1', 'anna');
    expect(bytes().includes('Zwanenhals')).toBe(false);
    expect(bytes().includes('tussen ons gezegd')).toBe(false);
  });

  it('holds no byte of what was written with a correction that is taken back', async () => {
    await startWith('Hoe gaat het?');
    await opened.store.correct(
      sampleCorrection({ why: `Ooievaarsnest ${'zo bedoeld '.repeat(900)}` }),
      'anna',
    );
    expect(bytes().includes('Ooievaarsnest')).toBe(true);
    await opened.store.withdrawCorrection(sampleCorrection(), 'anna');
    expect(bytes().includes('Ooievaarsnest')).toBe(false);
    expect(bytes().includes('zo bedoeld')).toBe(false);
  });

  it('brings the tables of an earlier version up to date, with what is in them', async () => {
    await startWith('Hoe gaat het?');
    await opened.store.close();
    alter(`${WITHOUT_PEOPLE} drop table corrections; drop index branches_of_attempt;
      alter table attempts drop column branch_attempt; alter table attempts drop column branch_turn;
      delete from kysely_migration where name >= '0002'`);
    const again = await opened.again();
    expect(await again.attempt('a1')).toMatchObject({ id: 'a1', branchOf: null });
    expect(await again.correct(sampleCorrection(), 'anna')).toBe(true);
  });

  it('keeps the corrections that an earlier version wrote as they are', async () => {
    await startWith('Hoe gaat het?');
    const corrections = [
      sampleCorrection({ why: 'Het was een "groet".' }),
      sampleCorrection({ turn: 2, why: '' }),
    ];
    for (const one of corrections) await opened.store.correct(one, 'anna');
    await opened.store.close();
    alter(`update corrections set why = 'Het was een "groet".' where turn = 1;
      update corrections set why = '' where turn = 2;
      ${WITHOUT_PEOPLE} delete from kysely_migration where name >= '0003'`);
    expect(await (await opened.again()).corrections('a1')).toEqual(corrections);
  });

  it.each([
    ['sessions', "update sessions set version = 9 where conversation = 'c1'", 'c1'],
    ['sessions', "update sessions set state = '{\"secret words' where conversation = 'c1'", 'c1'],
    ['messages', "update messages set replies = '{}' where id = 'm1'", 'c1#1'],
    ['turns', 'update turns set turn = \'{"number": 2, "text": "secret words"}\'', 'a1#1'],
    ['turns', "update turns set turn = 'null'", 'a1#1'],
    ['attempts', "update attempts set level = 'secret words'", 'a1'],
    ['corrections', "update corrections set move = 'secret words'", 'a1#1.0'],
    ['corrections', "update corrections set why = 'secret words'", 'a1#1.0'],
    ['attempts', "update attempts set preparation = '[]'", 'a1'],
  ])('says which row of %s is broken, without its words (%s)', async (table, sql, key) => {
    await startWith('Hoe gaat het?');
    await opened.store.correct(sampleCorrection(), 'anna');
    alter(sql);
    const { store } = opened;
    const read = async () => {
      await store.session('c1');
      await store.messages('c1', 0);
      await store.turns('a1');
      await store.attempt('a1');
      await store.corrections('a1');
    };
    const error: unknown = await read().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'BrokenRowError', table, key });
    expect(String(error)).not.toContain('secret');
  });
});
