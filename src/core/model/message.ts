import type { Locale } from './session';

/** What a channel hands in: one act of one learner in one conversation. */
export interface IncomingMessage {
  /** Unique within the conversation; the same id is the same message. */
  readonly id: string;
  readonly conversation: string;
  readonly learner: string;
  readonly body: MessageBody;
  /** Its answer goes back as the response to it, and again whenever it is asked again: so it counts as delivered. */
  readonly inResponse?: boolean;
}

export type MessageBody =
  /** The learner has come in and sees nothing yet; a new conversation begins in their language. */
  | { readonly kind: 'joined'; readonly locale?: Locale }
  | { readonly kind: 'text'; readonly text: string }
  /** A button or form of a card. */
  | {
      readonly kind: 'action';
      readonly action: CardActionName;
      readonly values: Readonly<Record<string, string>>;
    };

export const CARD_ACTIONS = [
  'choose',
  'level',
  'prepare',
  'begin',
  'skip',
  'reflect',
  'again',
  'branch',
  'settings',
  'page',
  'groups',
  'reviews',
] as const;
export type CardActionName = (typeof CARD_ACTIONS)[number];

/** A quick reply: pressing it says `say`. */
export interface Choice {
  readonly label: string;
  readonly say: string;
}

/** What goes back to the learner, free of any channel. Rendered words only. */
export type Reply =
  | {
      readonly kind: 'persona';
      readonly name: string;
      readonly text: string;
      readonly choices?: readonly Choice[];
    }
  | { readonly kind: 'coach'; readonly text: string; readonly choices?: readonly Choice[] }
  | { readonly kind: 'card'; readonly card: Card; readonly choices?: readonly Choice[] };

export interface Card {
  readonly title: string;
  readonly blocks: readonly CardBlock[];
  readonly actions: readonly CardAction[];
}

export type CardBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style?: 'normal' | 'subtle' | 'heading' | 'warning';
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'input'; readonly id: string; readonly label: string; readonly value: string }
  /** One of a few. */
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly label: string; readonly value: string }[];
    }
  /** How full each of a few things is; the words say it too. */
  | {
      readonly kind: 'bars';
      readonly rows: readonly {
        readonly label: string;
        readonly words: string;
        /** How much of `of` is filled. */
        readonly filled: number;
        readonly of: number;
      }[];
    };

export type CardAction =
  | {
      readonly kind: 'submit';
      readonly label: string;
      readonly action: CardActionName;
      readonly values: Readonly<Record<string, string>>;
    }
  /** A page of ours; the channel puts its own address before it. */
  | { readonly kind: 'link'; readonly label: string; readonly path: string }
  /** The same, asked for just now: where the browser does not know this person yet, it lets them in. */
  | { readonly kind: 'entry'; readonly label: string; readonly path: string };

/** A message that was decided, with what was answered. */
export interface RecordedMessage {
  /** Place within the conversation, from 1, without gaps. */
  readonly sequence: number;
  readonly id: string;
  readonly body: MessageBody;
  readonly replies: readonly Reply[];
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly delivered: boolean;
}

/** What every channel is handed: one door in, and the record to answer from. */
export interface Conversations {
  /** Decides a message once; a repeated id is answered from the record. */
  take(message: IncomingMessage): Promise<RecordedMessage>;
  /** Decided messages after a sequence number, oldest first. */
  since(conversation: string, sequence: number): Promise<readonly RecordedMessage[]>;
  delivered(conversation: string, messageId: string): Promise<void>;
  /** The learner's conversation to go on with; a fresh one when there is none or `anew` is asked. */
  resume(learner: string, anew: boolean): Promise<string>;
}
