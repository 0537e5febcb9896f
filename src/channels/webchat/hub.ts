import type { Conversations, RecordedMessage } from '../../core/model/message';

/** One open socket of a conversation. */
export interface Listener {
  readonly conversation: string;
  /** Sends messages in order; `after` is the sequence before the first. */
  messages(messages: readonly RecordedMessage[], after: number): void;
  typing(): void;
  fault(error: unknown): void;
}

/** Brings what is recorded to whoever has the conversation open, each message once and in order. */
export interface Hub {
  /** Starts with everything after `sequence`; the answer ends it. */
  listen(listener: Listener, sequence: number): () => void;
  announce(conversation: string, message: RecordedMessage): void;
  typing(conversation: string): void;
  listeners(conversation: string): number;
}

interface Seat {
  readonly listener: Listener;
  /** Last sequence that was sent. */
  sent: number;
  /** Reading the record right now; what is announced meanwhile only asks for another look. */
  reading: boolean;
  again: boolean;
  open: boolean;
}

export function createHub(conversations: Pick<Conversations, 'since'>): Hub {
  const seats = new Map<string, Set<Seat>>();

  const catchUp = async (seat: Seat): Promise<void> => {
    if (seat.reading) {
      seat.again = true;
      return;
    }
    seat.reading = true;
    try {
      do {
        seat.again = false;
        const messages = await conversations.since(seat.listener.conversation, seat.sent);
        if (seat.open) send(seat, messages);
      } while (seat.again && seat.open);
    } catch (error) {
      seat.listener.fault(error);
    } finally {
      seat.reading = false;
    }
  };

  return {
    listen(listener, sequence) {
      const seat: Seat = { listener, sent: sequence, reading: false, again: false, open: true };
      const together = seats.get(listener.conversation) ?? new Set();
      seats.set(listener.conversation, together.add(seat));
      void catchUp(seat);
      return () => {
        seat.open = false;
        together.delete(seat);
        if (together.size === 0) seats.delete(listener.conversation);
      };
    },
    announce(conversation, message) {
      for (const seat of seats.get(conversation) ?? []) {
        if (message.sequence <= seat.sent) continue;
        // Next in line goes out at once; anything else means the record holds more than this.
        if (!seat.reading && message.sequence === seat.sent + 1) send(seat, [message]);
        else void catchUp(seat);
      }
    },
    typing(conversation) {
      for (const seat of seats.get(conversation) ?? []) seat.listener.typing();
    },
    listeners: (conversation) => seats.get(conversation)?.size ?? 0,
  };
}

/** The same conversations; what is taken is also brought to every open screen. */
export function announcing(conversations: Conversations, hub: Hub): Conversations {
  return {
    take: async (message) => {
      const recorded = await conversations.take(message);
      hub.announce(message.conversation, recorded);
      return recorded;
    },
    since: (conversation, sequence) => conversations.since(conversation, sequence),
    delivered: (conversation, messageId) => conversations.delivered(conversation, messageId),
    resume: (learner, anew) => conversations.resume(learner, anew),
  };
}

function send(seat: Seat, messages: readonly RecordedMessage[]): void {
  const fresh = messages.filter((message) => message.sequence > seat.sent);
  const last = fresh.at(-1);
  if (last === undefined) return;
  const after = seat.sent;
  seat.sent = last.sequence;
  seat.listener.messages(fresh, after);
}
