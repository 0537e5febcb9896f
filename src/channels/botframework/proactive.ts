import type { ConversationReference, TurnContext } from 'botbuilder';
import type { TurnAdapter } from './adapter';

/** Speaks first, where somebody was before. */
export type SpeakFirst = (reference: string, logic: (context: TurnContext) => Promise<void>) => Promise<void>;

/** `appId` is '' at the development door. */
export function speakFirst(adapter: TurnAdapter, appId: string): SpeakFirst {
  return (reference, logic) =>
    // What we kept ourselves, read back.
    adapter.continueConversationAsync(
      appId,
      JSON.parse(reference) as Partial<ConversationReference>,
      (context) => {
        // The SDK makes an id up, which would make everything an answer to a message that never was.
        delete context.activity.id;
        return logic(context);
      },
    );
}
