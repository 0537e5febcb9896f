import type { TurnContext } from 'botbuilder';
import type { Reply } from '../../core/model/message';
import { LOCALES } from '../../core/model/session';
import { faultOf } from '../http/faults';
import { groupAsk, groupReply, publicCard } from './groupTalk';
import type { BotFrameworkOptions } from './options';
import { placeOf } from './presence';
import { type Arrived, type Speech, sendUnrecorded, speechFor } from './unrecorded';

/** In a group we only speak when spoken to, and then about intervisie and where to practise. */
export async function answerGroup(
  context: TurnContext,
  arrived: Arrived,
  options: BotFrameworkOptions,
): Promise<void> {
  const { envelope, activity } = arrived;
  const ask = groupAsk(activity, envelope, reviewWords(options));
  if (ask === null || !arrived.firstTime()) return;
  const speech = await speechFor(arrived, options);
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
  { names }: Arrived,
  speech: Speech,
  { reviews, texts, teamsAppId = null, log }: BotFrameworkOptions,
): Promise<GroupAnswer> {
  const words = texts(speech.locale, speech.address);
  if (reviews === undefined) return { reply: groupReply(words), review: null };
  try {
    const ask = { person: names.learner, review, ...speech };
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
