import type { TurnContext } from 'botbuilder';
import type { Reply } from '../../core/model/message';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { toActivities } from '../activity/toActivities';
import { Refused } from '../http/answers';
import { faultOf } from '../http/faults';
import type { Envelope, Names } from './envelope';
import { failureOf, statusOf } from './failure';
import { forChannel } from './forChannel';
import { publicWays } from './groupTalk';
import type { BotFrameworkOptions } from './options';
import { localeOf } from './presence';

/** An activity that has come in, with what is known about it. */
export interface Arrived {
  readonly envelope: Envelope;
  readonly names: Names;
  /** As it was received. */
  readonly activity: unknown;
  /** Address of our pages for this learner. */
  readonly baseUrl: string;
  /** Whether it was not answered before; for what leaves no record. */
  readonly firstTime: () => boolean;
}

/** That it did not work, in the words of whoever sent it. */
export async function apologise(
  context: TurnContext,
  why: 'failed' | 'unreadable',
  arrived: Arrived,
  options: BotFrameworkOptions,
): Promise<void> {
  const texts = await textsFor(arrived, options);
  const text = texts(`pages.chat.troubles.${why}`);
  await sendUnrecorded(context, [{ kind: 'coach', text }], arrived, texts, options);
}

/** What leaves no record is sent as it comes; answers the channel's id of the last of it. */
export async function sendUnrecorded(
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
export async function textsFor(arrived: Arrived, options: BotFrameworkOptions): Promise<Texts> {
  const { locale, address } = await speechFor(arrived, options);
  return options.texts(locale, address);
}

/** How somebody is spoken to. */
export interface Speech {
  readonly locale: Locale;
  readonly address: Address;
}

export async function speechFor(
  { envelope, names }: Arrived,
  { home }: Pick<BotFrameworkOptions, 'home'>,
): Promise<Speech> {
  const speech = await home.speechOf(names.learner).catch(() => null);
  return { locale: speech?.locale ?? localeOf(envelope) ?? 'nl', address: speech?.address ?? 'je' };
}
