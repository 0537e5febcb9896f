import { z } from 'zod';
import type { Reply } from '../../core/model/message';
import type { Texts } from '../../core/model/texts';
import type { Envelope } from './envelope';

const mentions = z.object({
  type: z.literal('message'),
  entities: z.array(z.unknown()),
});
const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

/** Where the way to the personal chat stands on the card; the channel knows the address. */
export const PERSONAL_CHAT = '/';

/** Whether somebody in a group speaks to us; nothing else that is said there is ours to read. */
export function speaksToUs(activity: unknown, { recipient }: Envelope): boolean {
  const parsed = mentions.safeParse(activity);
  if (!parsed.success) return false;
  return parsed.data.entities.some((entity) => {
    const found = mention.safeParse(entity);
    return found.success && found.data.mentioned.id === recipient.id;
  });
}

/** Practice is nobody else's business: the way to the personal chat. */
export function groupReply(texts: Texts): Reply {
  return {
    kind: 'card',
    card: {
      title: texts('teams.group.title'),
      blocks: [
        { kind: 'text', text: texts('teams.group.text') },
        { kind: 'text', style: 'subtle', text: texts('teams.group.find') },
      ],
      actions: [{ kind: 'entry', label: texts('teams.group.open'), path: PERSONAL_CHAT }],
    },
  };
}

/** The chat with us alone, as Teams opens it. */
export function personalChat({ recipient }: Envelope): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}`;
}
