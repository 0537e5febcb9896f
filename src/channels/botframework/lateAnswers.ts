import type { UndeliveredAnswer } from '../../core/model/delivery';
import type { Conversations } from '../../core/model/message';
import { faultOf } from '../http/faults';
import { type DeliveryOutcome, deliver } from './deliver';
import { failureOf, statusOf } from './failure';
import type { InTurn } from './inTurn';
import type { BotFrameworkOptions } from './options';
import type { SpeakFirst } from './proactive';
import { render } from './render';

export interface LateAnswerParts {
  readonly speak: SpeakFirst;
  readonly inTurn: InTurn;
  readonly baseUrl: string;
  readonly options: BotFrameworkOptions;
  readonly conversations: Pick<Conversations, 'delivered'>;
}

/**
 * Brings what was decided but never wholly left: because an instance died in between, or the channel could not be
 * reached. Answers how many were brought. To who took the app away nothing is.
 */
export async function bringLateAnswers(parts: LateAnswerParts): Promise<number> {
  let brought = 0;
  for (const answer of await parts.options.home.undelivered()) {
    if (await parts.inTurn(answer.conversation, () => bringOne(parts, answer))) brought += 1;
  }
  return brought;
}

async function bringOne(parts: LateAnswerParts, late: UndeliveredAnswer): Promise<boolean> {
  const { home, log } = parts.options;
  const place = await home.whereabouts(late.learner);
  if (place?.conversation !== late.conversation) return false;
  const outcome = await bring(parts, late, place.reference);
  if (outcome.kind === 'busy') return false;
  if (outcome.kind === 'failed') {
    const { error, failure } = outcome;
    log.warn({ failure: failure.kind, status: statusOf(error), fault: faultOf(error) }, 'late-answer-failed');
    if (failure.kind === 'gone') await home.left(late.learner);
    return false;
  }
  await parts.conversations.delivered(late.conversation, late.message.id);
  return true;
}

async function bring(
  { speak, baseUrl, options }: LateAnswerParts,
  { conversation, learner, message }: UndeliveredAnswer,
  reference: string,
): Promise<DeliveryOutcome> {
  const { home, texts, teamsAppId = null } = options;
  const activities = await render(message.replies, {
    texts: async () => {
      const speech = await home.speechOf(learner);
      return texts(speech?.locale ?? 'nl', speech?.address ?? 'je');
    },
    baseUrl,
    channelId: 'msteams',
    wayIn: (path) => home.wayIn(learner, path),
    teamsAppId,
  });
  let outcome: DeliveryOutcome = { kind: 'delivered' };
  try {
    await speak(reference, async (context) => {
      outcome = await deliver(context, { conversation, message: message.id }, activities, home);
    });
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error), error };
  }
  return outcome;
}
