import type { Conversations, IncomingMessage, RecordedMessage, Reply } from '../../src/core/model/message';

export interface MemoryConversations extends Conversations {
  readonly taken: readonly IncomingMessage[];
  readonly delivered: Conversations['delivered'];
  readonly deliveredIds: ReadonlySet<string>;
}

export interface MemoryOptions {
  readonly replies?: (message: IncomingMessage, sequence: number) => readonly Reply[];
  /** Runs before a message is decided; may wait or throw. */
  readonly before?: (message: IncomingMessage) => Promise<void>;
}

/** The smallest thing that keeps the promises of `Conversations`, for testing what stands before it. */
export function memoryConversations(options: MemoryOptions = {}): MemoryConversations {
  const records = new Map<string, RecordedMessage[]>();
  const latest = new Map<string, string>();
  const taken: IncomingMessage[] = [];
  const deliveredIds = new Set<string>();
  let conversations = 0;
  const recordOf = (conversation: string) => {
    const record = records.get(conversation) ?? [];
    records.set(conversation, record);
    return record;
  };
  return {
    taken,
    deliveredIds,
    async take(message) {
      taken.push(message);
      await options.before?.(message);
      const record = recordOf(message.conversation);
      const known = record.find(({ id }) => id === message.id);
      if (known !== undefined) return known;
      const sequence = record.length + 1;
      const recorded: RecordedMessage = {
        sequence,
        id: message.id,
        body: message.body,
        replies: (options.replies ?? echoing)(message, sequence),
        at: new Date(Date.UTC(2026, 0, 1) + sequence * 1000).toISOString(),
        delivered: false,
      };
      record.push(recorded);
      latest.set(message.learner, message.conversation);
      return recorded;
    },
    since: async (conversation, sequence) => recordOf(conversation).filter((one) => one.sequence > sequence),
    async delivered(conversation, messageId) {
      deliveredIds.add(messageId);
      const record = recordOf(conversation);
      const at = record.findIndex(({ id }) => id === messageId);
      if (at >= 0) record[at] = { ...record[at]!, delivered: true };
    },
    async resume(learner, anew) {
      const known = latest.get(learner);
      if (known !== undefined && !anew) return known;
      conversations += 1;
      return `conversation-${conversations}`;
    },
  };
}

/** Coach on arrival; afterwards the persona repeats what was said. */
export function echoing({ body }: IncomingMessage): readonly Reply[] {
  switch (body.kind) {
    case 'joined':
      return [{ kind: 'coach', text: 'Welkom.', choices: [{ label: 'Begin', say: 'begin' }] }];
    case 'text':
      return [{ kind: 'persona', name: 'Meneer Amrani', text: `(kijkt op) Ik hoor: ${body.text}` }];
    case 'action':
      return [{ kind: 'coach', text: `Gekozen: ${body.action}` }];
  }
}
