import type { Selectable } from 'kysely';
import type { IncomingMessage, MessageBody, RecordedMessage, Reply } from '../../core/model/message';
import { parseJson } from '../rows';
import type { Db, MessagesTable } from '../tables';
import type { Step } from './sessions';

const COLUMNS = ['conversation', 'sequence', 'id', 'body', 'replies', 'at', 'delivered'] as const;
type Row = Pick<Selectable<MessagesTable>, (typeof COLUMNS)[number]>;

const BLANK: MessageBody = { kind: 'text', text: '' };

/** Null when the conversation already has a message of this id. */
export async function addMessage(
  db: Db,
  message: IncomingMessage,
  replies: readonly Reply[],
  step: Step,
  at: string,
): Promise<RecordedMessage | null> {
  const { id, body, conversation } = message;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('messages')
    .values({
      conversation,
      sequence: step.sequence,
      id,
      body: JSON.stringify(body),
      replies: JSON.stringify(replies),
      at,
      delivered: 0,
      attempt: step.attempt,
      attempt_before: step.attemptBefore,
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return null;
  return { sequence: step.sequence, id, body, replies, at, delivered: false };
}

export async function findMessage(db: Db, conversation: string, id: string): Promise<RecordedMessage | null> {
  const row = await db
    .selectFrom('messages')
    .select(COLUMNS)
    .where('conversation', '=', conversation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? parseMessage(row) : null;
}

export async function listMessages(db: Db, conversation: string, after: number): Promise<RecordedMessage[]> {
  const rows = await db
    .selectFrom('messages')
    .select(COLUMNS)
    .where('conversation', '=', conversation)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .execute();
  return rows.map(parseMessage);
}

export async function markMessageDelivered(db: Db, conversation: string, id: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ delivered: 1 })
    .where('conversation', '=', conversation)
    .where('id', '=', id)
    .execute();
}

/** Empties what was said in and around an attempt; the messages stay, so that their numbers have no gaps. */
export async function blankMessages(db: Db, conversation: string, attempt: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ body: JSON.stringify(BLANK), replies: '[]' })
    .where('conversation', '=', conversation)
    .where((row) => row.or([row('attempt', '=', attempt), row('attempt_before', '=', attempt)]))
    .execute();
}

function parseMessage(row: Row): RecordedMessage {
  const place = { table: 'messages', key: `${row.conversation}#${row.sequence}` };
  return {
    sequence: row.sequence,
    id: row.id,
    body: parseJson<MessageBody>(place, row.body, (it) => typeof it.kind === 'string'),
    replies: parseJson<readonly Reply[]>(place, row.replies, Array.isArray),
    at: row.at,
    delivered: row.delivered === 1,
  };
}
