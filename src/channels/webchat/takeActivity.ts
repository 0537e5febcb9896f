import { z } from 'zod';
import type { MessageBody, RecordedMessage } from '../../core/model/message';
import type { Locale } from '../../core/model/session';
import { readActivity } from '../activity/readActivity';
import { Refused } from '../http/answers';
import { echoId } from './feed';
import type { WebChatParts } from './parts';
import type { Identity } from './tokens';

/** The message by which a conversation begins; raised by the server, once. */
const JOINED_ID = 'joined';

/** How long a turn may take before the learner sees that somebody is typing. */
const TYPING_AFTER_MS = 1_000;

const idSchema = z.string().min(1).max(200);
const idsSchema = z.object({
  id: idSchema.nullish(),
  channelData: z.looseObject({ clientActivityID: idSchema.nullish() }).nullish(),
});

/** Takes one activity of an identified learner; answers the id under which it appears in the feed. */
export async function takeActivity(
  parts: WebChatParts,
  identity: Identity,
  activity: unknown,
): Promise<string> {
  const read = readActivity(activity);
  switch (read.kind) {
    case 'invalid':
      throw new Refused(400, read.code);
    case 'ignored':
      return `${identity.conversation}|ignored`;
    case 'body': {
      const id = messageId(activity, parts.freshId);
      // Only the server says that somebody came in.
      if (read.body.kind === 'joined') return `${identity.conversation}|ignored`;
      await join(parts, identity);
      const { sequence } = await take(parts, identity, id, read.body);
      return echoId(identity.conversation, sequence);
    }
  }
}

/** Raises the welcome of a conversation where it was not raised yet. */
export async function join(parts: WebChatParts, identity: Identity, locale?: Locale): Promise<void> {
  if (parts.welcomed.has(identity.conversation)) return;
  await take(parts, identity, JOINED_ID, { kind: 'joined', ...(locale && { locale }) });
  parts.welcomed.add(identity.conversation);
}

async function take(
  parts: WebChatParts,
  { conversation, learner }: Identity,
  id: string,
  body: MessageBody,
): Promise<RecordedMessage> {
  const typing = setTimeout(() => parts.hub.typing(conversation), TYPING_AFTER_MS);
  try {
    return await parts.conversations.take({ id, conversation, learner, body });
  } finally {
    clearTimeout(typing);
  }
}

function messageId(activity: unknown, freshId: () => string): string {
  const ids = idsSchema.safeParse(activity);
  if (!ids.success) throw new Refused(400, 'bad-id');
  const id = ids.data.channelData?.clientActivityID ?? ids.data.id ?? freshId();
  if (id === JOINED_ID) throw new Refused(400, 'reserved-id');
  return id;
}
