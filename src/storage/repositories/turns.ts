import type { Turn } from '../../core/model/conversation';
import { kept, type Slot } from '../kept';
import { parseJson } from '../rows';
import type { Db, TurnsTable } from '../tables';

const insertTurn = kept((db, slot: Slot<TurnsTable>) =>
  db
    .insertInto('turns')
    .values({ attempt: slot('attempt'), number: slot('number'), at: slot('at'), turn: slot('turn') }),
);

export async function addTurn(db: Db, attempt: string, turn: Turn, at: string): Promise<void> {
  await insertTurn(db, { attempt, number: turn.number, at, turn: JSON.stringify(turn) });
}

export async function listTurns(db: Db, attempt: string): Promise<Turn[]> {
  const rows = await db
    .selectFrom('turns')
    .select(['number', 'turn'])
    .where('attempt', '=', attempt)
    .orderBy('number')
    .execute();
  return rows.map((row) => parseTurn({ attempt, ...row }));
}

/** By attempt, each in the order of the talk. */
export async function listTurnsOf(
  db: Db,
  attempts: readonly string[],
): Promise<ReadonlyMap<string, readonly Turn[]>> {
  if (attempts.length === 0) return new Map();
  const rows = await db
    .selectFrom('turns')
    .select(['attempt', 'number', 'turn'])
    .where('attempt', 'in', attempts)
    .orderBy('attempt')
    .orderBy('number')
    .execute();
  const grouped = Map.groupBy(rows, ({ attempt }) => attempt);
  return new Map([...grouped].map(([attempt, own]) => [attempt, own.map(parseTurn)]));
}

function parseTurn({ attempt, number, turn }: Omit<TurnsTable, 'at'>): Turn {
  return parseJson<Turn>(
    { table: 'turns', key: `${attempt}#${number}` },
    turn,
    (it) => it.number === number && typeof it.text === 'string' && typeof it.understanding === 'object',
  );
}

/** Removes a turn with all that came after it: nothing follows on a turn that was not said. */
export async function removeTurnsFrom(db: Db, attempt: string, number: number): Promise<void> {
  await db.deleteFrom('turns').where('attempt', '=', attempt).where('number', '>=', number).execute();
}

/** When each turn was said, by its number. */
export async function listTurnTimes(db: Db, attempt: string): Promise<Readonly<Record<number, string>>> {
  const rows = await db
    .selectFrom('turns')
    .select(['number', 'at'])
    .where('attempt', '=', attempt)
    .orderBy('number')
    .execute();
  return Object.fromEntries(rows.map(({ number, at }) => [number, at]));
}
