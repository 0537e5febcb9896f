import type { Activity, TurnContext } from 'botbuilder';
import type { MessagePlace, TeamsHome } from '../../core/model/delivery';
import { type Failure, failureOf } from './failure';

/** What became of an answer. `busy`: another instance is bringing it. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' | 'busy' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly error: unknown };

/** A channel that asks for this much patience gets it within the turn; for more the answer is brought later. */
const PATIENCE_SECONDS = 5;

/**
 * Sends the parts of an answer in order, each at most once, whoever else is at it and whatever was sent before. A part
 * of which it is not known whether it arrived counts as sent.
 */
export async function deliver(
  context: TurnContext,
  place: MessagePlace,
  activities: readonly Partial<Activity>[],
  home: Pick<TeamsHome, 'beginPart' | 'release'>,
): Promise<DeliveryOutcome> {
  for (const [part, activity] of activities.entries()) {
    const begun = await home.beginPart(place, part);
    if (begun === 'busy') return { kind: 'busy' };
    if (begun === 'sent') continue;
    const outcome = await sendPatiently(context, activity);
    if (outcome === null) continue;
    await home.release(place, outcome.failure.kind === 'uncertain' ? part + 1 : part);
    return { kind: 'failed', ...outcome };
  }
  return { kind: 'delivered' };
}

interface Failed {
  readonly failure: Failure;
  readonly error: unknown;
}

/** Null when it was sent. Waits once when the channel asks for a moment. */
async function sendPatiently(context: TurnContext, activity: Partial<Activity>): Promise<Failed | null> {
  const first = await send(context, activity);
  if (first?.failure.kind !== 'wait') return first;
  const { seconds } = first.failure;
  if (seconds === null || seconds > PATIENCE_SECONDS) return first;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  return send(context, activity);
}

async function send(context: TurnContext, activity: Partial<Activity>): Promise<Failed | null> {
  try {
    await context.sendActivity(activity);
    return null;
  } catch (error) {
    return { failure: failureOf(error), error };
  }
}
