import type { Activity, TurnContext } from 'botbuilder';
import type { Conversations, MessageBody, RecordedMessage, Reply } from '../../core/model/message';
import { readActivity } from '../activity/readActivity';
import { toActivities } from '../activity/toActivities';
import { Refused } from '../http/answers';
import { faultOf } from '../http/faults';
import { conversationOf, type Envelope, learnerOf, messageIdOf } from './envelope';
import { forChannel } from './forChannel';
import { type BotFrameworkOptions, TYPING_AFTER_MS } from './options';

/** An activity that has come in, with what is known about it. */
export interface Arrived {
  readonly envelope: Envelope;
  /** As it was received. */
  readonly activity: unknown;
  /** Address of our pages for this learner. */
  readonly baseUrl: string;
}

/** Answers one activity: decide, send in order, mark as delivered. */
export async function answerTurn(
  context: TurnContext,
  arrived: Arrived,
  options: BotFrameworkOptions,
  conversations: Conversations,
): Promise<void> {
  const read = readActivity(arrived.activity);
  switch (read.kind) {
    case 'ignored':
      return;
    case 'invalid':
      options.log.warn({ code: read.code }, 'activity-refused');
      return send(context, [{ kind: 'coach', text: options.texts.unreadable }], arrived, options);
    case 'body':
      return answerBody(context, read.body, arrived, options, conversations);
  }
}

async function answerBody(
  context: TurnContext,
  body: MessageBody,
  arrived: Arrived,
  options: BotFrameworkOptions,
  conversations: Conversations,
): Promise<void> {
  const { envelope } = arrived;
  const id = messageIdOf(envelope);
  const conversation = conversationOf(envelope);
  let record: RecordedMessage;
  try {
    record = await whileTyping(context, options.typingAfterMs ?? TYPING_AFTER_MS, () =>
      conversations.take({ id, conversation, learner: learnerOf(envelope), body }),
    );
  } catch (error) {
    options.log.error({ fault: faultOf(error) }, 'turn-failed');
    return send(context, [{ kind: 'coach', text: options.texts.failed }], arrived, options);
  }
  // Where the answer travels with the response, a caller that asks again did not get it.
  if (record.delivered && !answersInResponse(context)) return;
  await send(context, record.replies, arrived, options);
  await conversations.delivered(conversation, id);
}

function answersInResponse(context: TurnContext): boolean {
  return context.activity.deliveryMode === 'expectReplies';
}

async function send(
  context: TurnContext,
  replies: readonly Reply[],
  { envelope, baseUrl }: Arrived,
  options: BotFrameworkOptions,
): Promise<void> {
  try {
    for (const activity of toActivities(replies, { baseUrl, coachName: options.coachName })) {
      await context.sendActivity(forChannel(activity, envelope.channelId));
    }
  } catch (error) {
    options.log.error({ status: statusOf(error), fault: faultOf(error) }, 'send-failed');
    throw new Refused(502, 'not-delivered');
  }
}

function statusOf(error: unknown): number | null {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

/** Shows that somebody is typing when a job takes long. That it cannot be shown is no reason to stop. */
async function whileTyping<T>(context: TurnContext, afterMs: number, job: () => Promise<T>): Promise<T> {
  if (answersInResponse(context)) return job();
  let shown: Promise<unknown> = Promise.resolve();
  const typing: Partial<Activity> = { type: 'typing' };
  const timer = setTimeout(() => {
    shown = context.sendActivity(typing).catch(() => undefined);
  }, afterMs);
  try {
    return await job();
  } finally {
    clearTimeout(timer);
    await shown;
  }
}
