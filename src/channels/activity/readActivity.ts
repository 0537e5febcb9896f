import { z } from 'zod';
import type { MessageBody } from '../../core/model/message';
import { CARD_ACTIONS } from '../../core/model/message';
import { LOCALES } from '../../core/model/session';
import { MAX_INCOMING_LENGTH } from './limits';

/** Why an activity cannot be taken; a code for the log and the answer, never the learner's words. */
export type ActivityProblem = 'not-an-activity' | 'text-too-long' | 'unknown-action' | 'bad-values';

export type ReadActivity =
  | { readonly kind: 'body'; readonly body: MessageBody }
  /** Understood, and nothing to us: typing, reactions, group talk and the like. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'invalid'; readonly code: ActivityProblem };

const account = z.object({ id: z.string() });

const activitySchema = z.object({
  type: z.string().min(1),
  text: z.string().nullish(),
  locale: z.string().nullish().catch(null),
  value: z.unknown().optional(),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z
    .object({ isGroup: z.boolean().nullish(), conversationType: z.string().nullish() })
    .nullish(),
  membersAdded: z.array(account).nullish(),
  entities: z.array(z.unknown()).nullish(),
});
type Activity = z.infer<typeof activitySchema>;

const mentionSchema = z.object({ type: z.literal('mention'), text: z.string(), mentioned: account });
const actionSchema = z.object({ action: z.enum(CARD_ACTIONS) });
/** A quick reply that was shown as a button of a card. */
const sayingSchema = z.object({
  say: z.string().max(MAX_INCOMING_LENGTH).transform(storable),
  action: z.undefined().optional(),
});
const valuesSchema = z.record(z.string(), z.string().max(MAX_INCOMING_LENGTH).transform(storable));

/**
 * Reads an activity from outside, whatever it is. What a learner types comes through as typed, without the spaces
 * around it; group conversations are ignored, because practice is nobody else's business.
 */
export function readActivity(activity: unknown): ReadActivity {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return { kind: 'invalid', code: 'not-an-activity' };
  if (inGroup(parsed.data)) return { kind: 'ignored' };
  switch (parsed.data.type) {
    case 'message':
      return readMessage(parsed.data);
    case 'conversationUpdate':
      return someoneCameIn(parsed.data) ? { kind: 'body', body: joined(parsed.data) } : { kind: 'ignored' };
    default:
      return { kind: 'ignored' };
  }
}

/** A locale such as `en-US`; what we do not speak is left out. */
function joined({ locale }: Activity): MessageBody {
  const language = LOCALES.find((known) => locale?.toLowerCase().startsWith(known));
  return { kind: 'joined', ...(language && { locale: language }) };
}

function inGroup({ conversation }: Activity): boolean {
  const type = conversation?.conversationType;
  return conversation?.isGroup === true || type === 'groupChat' || type === 'channel';
}

function someoneCameIn({ membersAdded, from, recipient }: Activity): boolean {
  return (membersAdded ?? []).some(({ id }) => id === from?.id || id === recipient?.id);
}

function readMessage(activity: Activity): ReadActivity {
  if (activity.value !== undefined && activity.value !== null) return readSubmit(activity.value);
  const text = withoutMention(activity);
  if (text.length > MAX_INCOMING_LENGTH) return { kind: 'invalid', code: 'text-too-long' };
  return { kind: 'body', body: { kind: 'text', text } };
}

function readSubmit(value: unknown): ReadActivity {
  const said = sayingSchema.safeParse(value);
  if (said.success) return { kind: 'body', body: { kind: 'text', text: said.data.say.trim() } };
  const named = actionSchema.safeParse(value);
  if (!named.success) return { kind: 'invalid', code: 'unknown-action' };
  const values = valuesSchema.safeParse(value);
  if (!values.success) return { kind: 'invalid', code: 'bad-values' };
  const { action: _, ...rest } = values.data;
  return { kind: 'body', body: { kind: 'action', action: named.data.action, values: rest } };
}

/** Teams writes a mention of the bot into the text; it is an address, not something said. */
function withoutMention({ text, entities, recipient }: Activity): string {
  let rest = text ?? '';
  for (const entity of entities ?? []) {
    const mention = mentionSchema.safeParse(entity);
    if (!mention.success || mention.data.text === '') continue;
    const own = mention.data.mentioned.id === recipient?.id;
    rest = rest.replaceAll(mention.data.text, own ? ' ' : mention.data.text.replace(/<\/?at[^>]*>/g, ''));
  }
  return storable(rest).trim();
}

/** Halves of characters and NUL are no text, and some databases refuse them. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
