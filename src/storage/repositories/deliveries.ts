import type { MessagePlace, PartOutcome, UndeliveredAnswer } from '../../core/model/delivery';
import { kept, type Slot } from '../kept';
import type { Db } from '../tables';
import { MESSAGE_COLUMNS, parseMessage } from './messages';

/** Answers that are looked after at once; the rest comes at the next look. */
const AT_ONCE = 200;

interface Begin {
  readonly conversation: string;
  readonly id: string;
  readonly part: number;
  readonly after: number;
  readonly by: string;
  readonly now: string;
  readonly until: string;
}

const takePart = kept((db, slot: Slot<Begin>) =>
  db
    .updateTable('messages')
    .set({ sent: slot('after'), sender: slot('by'), sending_until: slot('until') })
    .where('conversation', '=', slot('conversation'))
    .where('id', '=', slot('id'))
    .where('sent', '=', slot('part'))
    .where('delivered', '=', 0)
    .where((row) =>
      row.or([
        row('sender', 'is', null),
        row('sender', '=', slot('by')),
        row('sending_until', '<=', slot('now')),
      ]),
    ),
);

/** One statement decides who sends it. */
export async function beginPart(
  db: Db,
  { conversation, message }: MessagePlace,
  part: number,
  by: string,
  now: string,
  until: string,
): Promise<PartOutcome> {
  const begin = { conversation, id: message, part, after: part + 1, by, now, until };
  const { numAffectedRows = 0n } = await takePart(db, begin);
  if (numAffectedRows > 0n) return 'begun';
  const row = await db
    .selectFrom('messages')
    .select(['sent', 'delivered'])
    .where('conversation', '=', conversation)
    .where('id', '=', message)
    .executeTakeFirst();
  return row === undefined || row.delivered === 1 || row.sent > part ? 'sent' : 'busy';
}

export async function releaseAnswer(
  db: Db,
  { conversation, message }: MessagePlace,
  sent: number,
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ sent, sender: null, sending_until: null })
    .where('conversation', '=', conversation)
    .where('id', '=', message)
    .execute();
}

export async function listUndelivered(
  db: Db,
  prefix: string,
  since: string,
  now: string,
): Promise<readonly UndeliveredAnswer[]> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('sessions', 'sessions.conversation', 'messages.conversation')
    .select(MESSAGE_COLUMNS.map((column) => `messages.${column}` as const))
    .select('sessions.learner')
    .where('messages.delivered', '=', 0)
    .where('messages.at', '>', since)
    .where('messages.conversation', 'like', `${prefix}%`)
    .where((row) => row.or([row('sender', 'is', null), row('sending_until', '<=', now)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('messages as later')
            .select('later.id')
            .whereRef('later.conversation', '=', 'messages.conversation')
            .whereRef('later.sequence', '>', 'messages.sequence')
            .where('later.delivered', '=', 1),
        ),
      ),
    )
    .orderBy('messages.at')
    .orderBy('messages.sequence')
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ learner, ...row }) => ({
    conversation: row.conversation,
    learner,
    message: parseMessage(row),
  }));
}
