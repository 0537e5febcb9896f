/**
 * The part of the Activity protocol that Bruggesprek speaks, as plain JSON. Web Chat (Direct Line) and Teams
 * (Bot Framework) both carry it; nothing here needs an SDK.
 */

/** A quick reply: pressing it says `value` as if it were typed. */
export interface SuggestedAction {
  readonly type: 'imBack';
  readonly title: string;
  readonly value: string;
}

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

export interface CardAttachment {
  readonly contentType: typeof ADAPTIVE_CARD;
  readonly content: AdaptiveCard;
}

/** A message as it leaves; the channel adds ids, conversation and sender. */
export interface OutgoingActivity {
  readonly type: 'message';
  readonly text?: string;
  readonly textFormat?: 'markdown';
  /** The card in one line, for notifications. */
  readonly summary?: string;
  /** The card in plain words, for whoever listens. */
  readonly speak?: string;
  readonly inputHint: 'expectingInput';
  readonly attachments?: readonly CardAttachment[];
  readonly suggestedActions?: { readonly actions: readonly SuggestedAction[] };
  /** Who speaks, for a channel that can style it; the text itself says it too. */
  readonly channelData: { readonly speaker: 'persona' | 'coach' };
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardButton[];
}

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'large' | 'medium';
  readonly weight?: 'bolder';
  readonly color?: 'attention';
  readonly isSubtle?: true;
  readonly spacing?: 'medium';
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isMultiline: true;
  readonly maxLength: number;
}

/** One of a few, all of them in sight. */
export interface ChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded';
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** A bar: what is filled beside what is not. Without words, so a screen reader passes it by. */
export interface Bar {
  readonly type: 'ColumnSet';
  readonly spacing: 'small';
  readonly columns: readonly BarPiece[];
}

export interface BarPiece {
  readonly type: 'Column';
  readonly width: number;
  readonly style: 'accent' | 'emphasis';
  readonly minHeight: '8px';
  readonly spacing: 'none';
  readonly items: readonly [];
}

/** Buttons within the body, for quick replies where the channel shows none under a card. */
export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly CardButton[];
}

export type CardElement = TextBlock | FactSet | TextInput | ChoiceSet | Bar | ActionSet;

export type CardButton =
  | {
      readonly type: 'Action.Submit';
      readonly title: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };
