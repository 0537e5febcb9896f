import type { Db } from '../tables';

/** Content is named by its hash: what is there under a hash is the same, so it is written once. */
export async function keepContentVersion(db: Db, hash: string, content: string): Promise<void> {
  await db
    .insertInto('content_versions')
    .values({ hash, content })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

export async function findContentVersion(db: Db, hash: string): Promise<string | null> {
  const row = await db
    .selectFrom('content_versions')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function findSetting(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

/** The first to write wins; everybody reads what the first one wrote. */
export async function keepFirstSetting(db: Db, name: string, value: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
    .then((row) => row.value);
}
