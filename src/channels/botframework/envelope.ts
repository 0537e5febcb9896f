import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readServiceUrl } from './serviceUrl';

const id = z.string().min(1).max(1_000);

const envelopeSchema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().transform((text, context) => {
    const read = readServiceUrl(text);
    if (read !== null) return read.address;
    context.addIssue('no address of a connector');
    return z.NEVER;
  }),
  conversation: z.object({
    id,
    tenantId: id.nullish(),
    conversationType: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  from: z.object({ id, aadObjectId: id.nullish(), name: z.string().max(1_000).nullish() }),
  recipient: z.object({ id, name: z.string().max(1_000).nullish() }),
  deliveryMode: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  channelData: z
    .object({ tenant: z.object({ id }).nullish() })
    .nullish()
    .catch(undefined),
});

/** Who sends what kind of activity from where: all that Bot Framework needs to know to carry the answer back. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** The envelope of an activity, or null when it is not one that can be answered. */
export function readEnvelope(activity: unknown): Envelope | null {
  const parsed = envelopeSchema.safeParse(activity);
  return parsed.success ? parsed.data : null;
}

/** The organisation the learner belongs to, as far as the channel tells. */
export function tenantOf(envelope: Envelope): string | null {
  return envelope.conversation.tenantId ?? envelope.channelData?.tenant?.id ?? null;
}

/** What we call what an activity is about. */
export interface Names {
  readonly conversation: string;
  readonly learner: string;
  readonly message: string;
}

export function namesOf(envelope: Envelope): Names {
  return {
    conversation: conversationOf(envelope),
    learner: learnerOf(envelope),
    message: messageIdOf(envelope),
  };
}

/** Our name for the conversation: short, fit for an address, and the same for ever. */
function conversationOf(envelope: Envelope): string {
  return `teams:${hash(envelope.channelId, envelope.conversation.id)}`;
}

/** The same person has the same name in every conversation, and on our pages after signing in. */
function learnerOf(envelope: Envelope): string {
  const tenant = tenantOf(envelope);
  const person = envelope.from.aadObjectId;
  return tenant && person ? `aad:${tenant}:${person}` : `${envelope.channelId}:${envelope.from.id}`;
}

/** The activity's own id; some channels give none to somebody coming in, which happens once. */
function messageIdOf(envelope: Envelope): string {
  return envelope.id ?? `${envelope.type}:${hash(envelope.conversation.id, envelope.from.id)}`;
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
