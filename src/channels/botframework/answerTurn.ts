import type { Activity, TurnContext } from 'botbuilder';
import type { Conversations, MessageBody, RecordedMessage } from '../../core/model/message';
import { readActivity } from '../activity/readActivity';
import { Refused } from '../http/answers';
import { faultOf } from '../http/faults';
import { answerGroup } from './answerGroup';
import { deliver } from './deliver';
import type { Names } from './envelope';
import { statusOf } from './failure';
import { type BotFrameworkOptions, TYPING_AFTER_MS } from './options';
import { inGroup, presenceOf, visitOf } from './presence';
import { render } from './render';
import { type Arrived, apologise, textsFor } from './unrecorded';

/** Answers one activity: decide, send in order, mark as delivered. */
export async function answerTurn(
  context: TurnContext,
  arrived: Arrived,
  options: BotFrameworkOptions,
  conversations: Conversations,
): Promise<void> {
  if (inGroup(arrived.envelope)) return answerGroup(context, arrived, options);
  const read = readActivity(arrived.activity);
  if (read.kind === 'invalid') {
    options.log.warn({ code: read.code }, 'activity-refused');
    return apologise(context, 'unreadable', arrived, options);
  }
  let record: RecordedMessage | null;
  try {
    record = await whileTyping(context, options.typingAfterMs ?? TYPING_AFTER_MS, async () => {
      const body = await heard(arrived, read.kind === 'body' ? read.body : null, options);
      return body === null
        ? null
        : await take(conversations, arrived.names, body, answersInResponse(context));
    });
  } catch (error) {
    options.log.error({ fault: faultOf(error) }, 'turn-failed');
    return apologise(context, 'failed', arrived, options);
  }
  if (record !== null) await answer(context, record, arrived, options, conversations);
}

/** What somebody does in their own chat; null when there is nothing to answer. Keeps where they can be reached. */
async function heard(
  { envelope, names, activity }: Arrived,
  body: MessageBody | null,
  { home }: BotFrameworkOptions,
): Promise<MessageBody | null> {
  const presence = presenceOf(activity, envelope);
  if (presence === 'left') {
    await home.left(names.learner);
    return null;
  }
  const visit = visitOf(envelope, names);
  const { fresh } = await home.came(visit);
  if (presence === 'talks' || envelope.channelId !== 'msteams') return body;
  // Both events that say so are sent; the first of them welcomes.
  if (!fresh) return null;
  const speech = await home.speechOf(names.learner);
  return { kind: 'joined', ...(speech && { locale: speech.locale }) };
}

function take(
  conversations: Conversations,
  { message, conversation, learner }: Names,
  body: MessageBody,
  inResponse: boolean,
): Promise<RecordedMessage> {
  return conversations.take({ id: message, conversation, learner, body, inResponse });
}

async function answer(
  context: TurnContext,
  record: RecordedMessage,
  arrived: Arrived,
  options: BotFrameworkOptions,
  conversations: Conversations,
): Promise<void> {
  const inResponse = answersInResponse(context);
  // Where the answer travels with the response, a caller that asks again did not get it.
  if (record.delivered && !inResponse) return;
  const { envelope, baseUrl } = arrived;
  const { conversation, learner } = arrived.names;
  const activities = await render(record.replies, {
    texts: () => textsFor(arrived, options),
    baseUrl,
    channelId: envelope.channelId,
    wayIn: (path) => options.home.wayIn(learner, path),
    teamsAppId: options.teamsAppId ?? null,
  });
  if (inResponse) await context.sendActivities([...activities]);
  else if (!(await bring(context, { conversation, message: record.id }, activities, options))) return;
  if (!record.delivered) await conversations.delivered(conversation, record.id);
}

/** False when another instance brings it. */
async function bring(
  context: TurnContext,
  place: { readonly conversation: string; readonly message: string },
  activities: readonly Partial<Activity>[],
  options: BotFrameworkOptions,
): Promise<boolean> {
  const outcome = await deliver(context, place, activities, options.home);
  if (outcome.kind !== 'failed') return outcome.kind === 'delivered';
  const { error, failure } = outcome;
  options.log.error({ status: statusOf(error), failure: failure.kind, fault: faultOf(error) }, 'send-failed');
  throw new Refused(502, 'not-delivered');
}

function answersInResponse(context: TurnContext): boolean {
  return context.activity.deliveryMode === 'expectReplies';
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
