import type { ConversationReference, TurnContext } from 'botbuilder';
import type { TurnAdapter } from './adapter';

/** Speaks first, where somebody was before. */
export type SpeakFirst = (reference: string, logic: (context: TurnContext) => Promise<void>) => Promise<void>;

/** `appId` is '' at the development door. */
export function speakFirst(adapter: TurnAdapter, appId: string): SpeakFirst {
  // What we kept ourselves, read back.
  return (reference, logic) =>
    adapter.continueConversationAsync(appId, JSON.parse(reference) as Partial<ConversationReference>, logic);
}
