import type { Conversations, MessageBody } from '../../core/model/message';
import { renderReply } from './renderReply';

export interface ConsoleParts {
  readonly conversations: Conversations;
  readonly conversation: string;
  readonly learner: string;
  readonly coachName: string;
  /** What is typed, line by line. */
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
}

/** A conversation in a terminal: the same door as every other channel. */
export async function runConsole(parts: ConsoleParts, first: readonly MessageBody[]): Promise<void> {
  let number = 0;
  const take = async (body: MessageBody) => {
    number += 1;
    const { conversation, learner } = parts;
    const message = await parts.conversations.take({ id: `line-${number}`, conversation, learner, body });
    for (const reply of message.replies) parts.write(`\n${renderReply(reply, parts.coachName)}\n`);
    await parts.conversations.delivered(conversation, message.id);
  };
  for (const body of first) await take(body);
  parts.write('\n> ');
  for await (const line of parts.lines) {
    await take({ kind: 'text', text: line });
    parts.write('\n> ');
  }
}
