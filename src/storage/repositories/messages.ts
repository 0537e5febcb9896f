import type { Selectable } from 'kysely';
import type { IncomingMessage, MessageBody, RecordedMessage, Reply } from '../../core/model/message';
import { kept, type Slot } from '../kept';
import { parseJson } from '../rows';
import type { Db, MessagesTable } from '../tables';
import type { Step } from './sessions';

export const MESSAGE_COLUMNS = [
  'conversation',
  'sequence',
  'id',
  'body',
  'replies',
  'at',
  'delivered',
] as const;
type Row = Pick<Selectable<MessagesTable>, (typeof MESSAGE_COLUMNS)[number]>;

const BLANK: MessageBody = { kind: 'text', text: '' };

const insertMessage = kept((db, slot: Slot<Omit<MessagesTable, 'sent' | 'sender' | 'sending_until'>>) =>
  db
    .insertInto('messages')
    .values({
      conversation: slot('conversation'),
      sequence: slot('sequence'),
      id: slot('id'),
      body: slot('body'),
      replies: slot('replies'),
      at: slot('at'),
      delivered: slot('delivered'),
      attempt: slot('attempt'),
      attempt_before: slot('attempt_before'),
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'id']).doNothing()),
);

/** Null when the conversation already has a message of this id. */
export async function addMessage(
  db: Db,
  message: IncomingMessage,
  replies: readonly Reply[],
  step: Step,
  at: string,
): Promise<RecordedMessage | null> {
  const { id, body, conversation, inResponse: delivered = false } = message;
  const { sequence } = step;
  const { numAffectedRows } = await insertMessage(db, {
    conversation,
    sequence,
    id,
    body: JSON.stringify(body),
    replies: JSON.stringify(replies),
    at,
    delivered: Number(delivered),
    attempt: step.attempt,
    attempt_before: step.attemptBefore,
  });
  return numAffectedRows === 0n ? null : { sequence, id, body, replies, at, delivered };
}

const selectMessage = kept((db, slot: Slot<{ conversation: string; id: string }>) =>
  db
    .selectFrom('messages')
    .select(MESSAGE_COLUMNS)
    .where('conversation', '=', slot('conversation'))
    .where('id', '=', slot('id')),
);

export async function findMessage(db: Db, conversation: string, id: string): Promise<RecordedMessage | null> {
  const { rows } = await selectMessage(db, { conversation, id });
  return rows[0] ? parseMessage(rows[0]) : null;
}

export async function listMessages(db: Db, conversation: string, after: number): Promise<RecordedMessage[]> {
  const rows = await db
    .selectFrom('messages')
    .select(MESSAGE_COLUMNS)
    .where('conversation', '=', conversation)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .execute();
  return rows.map(parseMessage);
}

const updateDelivered = kept((db, slot: Slot<{ conversation: string; id: string }>) =>
  db
    .updateTable('messages')
    .set({ delivered: 1 })
    .where('conversation', '=', slot('conversation'))
    .where('id', '=', slot('id')),
);

export async function markMessageDelivered(db: Db, conversation: string, id: string): Promise<void> {
  await updateDelivered(db, { conversation, id });
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

export function parseMessage(row: Row): RecordedMessage {
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
