import type { Activity, TurnContext } from 'botbuilder';
import type { Conversations, MessageBody, RecordedMessage, Reply } from '../../core/model/message';
import { LOCALES } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { readActivity } from '../activity/readActivity';
import { toActivities } from '../activity/toActivities';
import { Refused } from '../http/answers';
import { faultOf } from '../http/faults';
import { deliver } from './deliver';
import { conversationOf, type Envelope, learnerOf, messageIdOf } from './envelope';
import { failureOf, statusOf } from './failure';
import { forChannel } from './forChannel';
import { groupAsk, groupReply, publicCard, publicWays } from './groupTalk';
import { type BotFrameworkOptions, TYPING_AFTER_MS } from './options';
import { inGroup, localeOf, placeOf, presenceOf, visitOf } from './presence';
import { render } from './render';

/** An activity that has come in, with what is known about it. */
export interface Arrived {
  readonly envelope: Envelope;
  /** As it was received. */
  readonly activity: unknown;
  /** Address of our pages for this learner. */
  readonly baseUrl: string;
  /** Whether it was not answered before; for what leaves no record. */
  readonly firstTime: () => boolean;
}

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
      return body === null ? null : await take(conversations, arrived.envelope, body);
    });
  } catch (error) {
    options.log.error({ fault: faultOf(error) }, 'turn-failed');
    return apologise(context, 'failed', arrived, options);
  }
  if (record !== null) await answer(context, record, arrived, options, conversations);
}

/** What somebody does in their own chat; null when there is nothing to answer. Keeps where they can be reached. */
async function heard(
  { envelope, activity }: Arrived,
  body: MessageBody | null,
  { home }: BotFrameworkOptions,
): Promise<MessageBody | null> {
  const presence = presenceOf(activity, envelope);
  if (presence === 'left') {
    await home.left(learnerOf(envelope));
    return null;
  }
  const visit = visitOf(envelope);
  const { fresh } = await home.came(visit);
  if (presence === 'talks' || envelope.channelId !== 'msteams') return body;
  // Both events that say so are sent; the first of them welcomes.
  if (!fresh) return null;
  const speech = await home.speechOf(visit.person);
  return { kind: 'joined', ...(speech && { locale: speech.locale }) };
}

function take(conversations: Conversations, envelope: Envelope, body: MessageBody): Promise<RecordedMessage> {
  return conversations.take({
    id: messageIdOf(envelope),
    conversation: conversationOf(envelope),
    learner: learnerOf(envelope),
    body,
  });
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
  const conversation = conversationOf(envelope);
  const activities = await render(record.replies, {
    texts: await textsFor(envelope, options),
    baseUrl,
    channelId: envelope.channelId,
    wayIn: (path) => options.home.wayIn(learnerOf(envelope), path),
    teamsAppId: options.teamsAppId ?? null,
  });
  if (inResponse) await context.sendActivities([...activities]);
  else if (!(await bring(context, { conversation, message: record.id }, activities, options))) return;
  await conversations.delivered(conversation, record.id);
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

/** In a group we only speak when spoken to, and then about intervisie and where to practise. */
async function answerGroup(
  context: TurnContext,
  arrived: Arrived,
  options: BotFrameworkOptions,
): Promise<void> {
  const { envelope, activity } = arrived;
  const ask = groupAsk(activity, envelope, reviewWords(options));
  if (ask === null || !arrived.firstTime()) return;
  const speech = await speechFor(envelope, options);
  const texts = options.texts(speech.locale, speech.address);
  const { reply, review } =
    ask.kind === 'reviews'
      ? await reviewReply(ask.review, arrived, speech, options)
      : { reply: groupReply(texts), review: null };
  const sent = await sendUnrecorded(context, [reply], arrived, texts, options);
  if (review !== null && sent !== null) await keepCard(review, placeOf(envelope, sent), options);
}

/** Without it the card stays when the review is withdrawn; that is no reason to say that something went wrong. */
async function keepCard(
  review: string,
  place: string,
  { reviews, log }: Pick<BotFrameworkOptions, 'reviews' | 'log'>,
): Promise<void> {
  try {
    await reviews?.stands(review, place);
  } catch (error) {
    log.error({ fault: faultOf(error) }, 'announcement-not-kept');
  }
}

interface GroupAnswer {
  readonly reply: Reply;
  /** The one that it announces. */
  readonly review: string | null;
}

/** A review as it is announced; as for anybody else where there are none here, or they cannot be read now. */
async function reviewReply(
  review: string | null,
  { envelope }: Arrived,
  speech: Speech,
  { reviews, texts, teamsAppId = null, log }: BotFrameworkOptions,
): Promise<GroupAnswer> {
  const words = texts(speech.locale, speech.address);
  if (reviews === undefined) return { reply: groupReply(words), review: null };
  try {
    const ask = { person: learnerOf(envelope), review, reference: placeOf(envelope), ...speech };
    const { card, review: announced } = await reviews.asked(ask);
    return { reply: publicCard(card, words, teamsAppId), review: announced };
  } catch (error) {
    log.error({ fault: faultOf(error) }, 'announcement-failed');
    return { reply: { kind: 'coach', text: words('pages.chat.troubles.failed') }, review: null };
  }
}

/** What asks for reviews, in both languages. */
function reviewWords({ texts }: BotFrameworkOptions): readonly string[] {
  return LOCALES.flatMap((locale) =>
    texts(
      locale,
      'je',
    )('interface.commands.reviews')
      .split(',')
      .map((word) => word.trim().toLowerCase()),
  );
}

async function apologise(
  context: TurnContext,
  why: 'failed' | 'unreadable',
  arrived: Arrived,
  options: BotFrameworkOptions,
): Promise<void> {
  const texts = await textsFor(arrived.envelope, options);
  const text = texts(`pages.chat.troubles.${why}`);
  await sendUnrecorded(context, [{ kind: 'coach', text }], arrived, texts, options);
}

/** What leaves no record is sent as it comes; answers the channel's id of the last of it. */
async function sendUnrecorded(
  context: TurnContext,
  replies: readonly Reply[],
  { envelope, baseUrl }: Arrived,
  texts: Texts,
  options: BotFrameworkOptions,
): Promise<string | null> {
  const ways = replies.flatMap((reply) => [...publicWays(reply, envelope, options.teamsAppId ?? null)]);
  const entries = new Map(ways);
  const coachName = texts('interface.coachName');
  let last: string | null = null;
  try {
    for (const activity of toActivities(replies, { baseUrl, coachName, entries })) {
      const sent = await context.sendActivity(forChannel(activity, envelope.channelId));
      last = sent?.id ?? null;
    }
    return last;
  } catch (error) {
    options.log.error(
      { status: statusOf(error), failure: failureOf(error).kind, fault: faultOf(error) },
      'send-failed',
    );
    throw new Refused(502, 'not-delivered');
  }
}

/** The words of this learner's language; that of their Teams where nothing is known of them, or nothing can be read. */
async function textsFor(envelope: Envelope, options: BotFrameworkOptions): Promise<Texts> {
  const { locale, address } = await speechFor(envelope, options);
  return options.texts(locale, address);
}

type Speech = NonNullable<Awaited<ReturnType<BotFrameworkOptions['home']['speechOf']>>>;

async function speechFor(
  envelope: Envelope,
  { home }: Pick<BotFrameworkOptions, 'home'>,
): Promise<Pick<Speech, 'locale' | 'address'>> {
  const speech = await home.speechOf(learnerOf(envelope)).catch(() => null);
  return { locale: speech?.locale ?? localeOf(envelope) ?? 'nl', address: speech?.address ?? 'je' };
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
