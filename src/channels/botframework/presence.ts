import { z } from 'zod';
import { LOCALES, type Locale } from '../../core/model/session';
import type { Envelope, Names } from './envelope';

/** What an activity says about whether the app is there, beside what somebody says with it. */
export type Presence = 'came' | 'left' | 'talks';

const accounts = z.array(z.object({ id: z.string() })).nullish();

const presenceSchema = z.object({
  action: z.string().nullish(),
  membersAdded: accounts,
  membersRemoved: accounts,
});

/** The app comes and goes by two kinds of events; Teams sends both, in no fixed order. */
export function presenceOf(activity: unknown, { type, recipient }: Envelope): Presence {
  if (type !== 'installationUpdate' && type !== 'conversationUpdate') return 'talks';
  const parsed = presenceSchema.safeParse(activity);
  if (!parsed.success) return 'talks';
  const { action, membersAdded, membersRemoved } = parsed.data;
  if (type === 'installationUpdate') return action?.startsWith('remove') ? 'left' : 'came';
  if (membersRemoved?.some(({ id }) => id === recipient.id)) return 'left';
  return membersAdded?.some(({ id }) => id === recipient.id) ? 'came' : 'talks';
}

/** Whether others read along. */
export function inGroup({ conversation }: Envelope): boolean {
  const { conversationType } = conversation;
  return conversation.isGroup === true || conversationType === 'groupChat' || conversationType === 'channel';
}

/** The language Teams is used in; null when it does not say, or we do not speak it. */
export function localeOf({ locale }: Envelope): Locale | null {
  return LOCALES.find((known) => locale?.toLowerCase().startsWith(known)) ?? null;
}

/** Who came from where, as it is kept. */
export function visitOf(envelope: Envelope, { learner, conversation }: Names) {
  return {
    person: learner,
    name: (envelope.from.name ?? '').trim().slice(0, 200),
    locale: localeOf(envelope),
    conversation,
    reference: JSON.stringify(referenceOf(envelope)),
  };
}

/** A place where others read along, without whoever asked us there; with our card that stands there. */
export function placeOf(envelope: Envelope, announced: string): string {
  const { user: _, ...place } = referenceOf(envelope);
  return JSON.stringify({ ...place, announced });
}

/** What Bot Framework calls a conversation reference: all that is needed to speak there first. */
function referenceOf({ channelId, serviceUrl, conversation, from, recipient }: Envelope) {
  return { channelId, serviceUrl, conversation, user: from, bot: recipient };
}
