import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RecordedMessage } from '../../core/model/message';
import { Refused, sendJson } from '../http/answers';
import { readJson } from '../http/body';
import { ownOrigin } from '../http/hosts';
import type { WebServer } from '../server';
import { feed } from './feed';
import { type WebChatParts, withinLimit } from './parts';
import { identify, watermarkOf } from './requests';
import { join, takeActivity } from './takeActivity';
import { type Identity, TOKEN_SECONDS } from './tokens';

/** Where the Direct Line addresses begin. */
export const DIRECT_LINE = '/directline';

/** The part of Direct Line 3.0 that Web Chat uses, over HTTP. */
export function openDirectLine(server: WebServer, parts: WebChatParts): void {
  const conversation = `${DIRECT_LINE}/conversations/:conversation`;
  const renew = async (req: IncomingMessage, res: ServerResponse) => {
    const identity = await caller(parts, req, res);
    await stillSignedIn(parts, identity, req, res);
    sendJson(res, 200, await credentials(parts, identity));
  };
  server.route('post', `${DIRECT_LINE}/tokens/generate`, renew);
  server.route('post', `${DIRECT_LINE}/tokens/refresh`, renew);

  server.route('post', `${DIRECT_LINE}/conversations`, async (req, res) => {
    const identity = await caller(parts, req, res);
    await join(parts, identity);
    sendJson(res, 201, await connection(parts, identity, req, server.publicUrl, 0));
  });

  server.route('get', conversation, async (req, res) => {
    const identity = await caller(parts, req, res, conversationOf(req));
    const watermark = watermarkOf(req);
    await join(parts, identity);
    sendJson(res, 200, await connection(parts, identity, req, server.publicUrl, watermark));
  });

  server.route('get', `${conversation}/activities`, async (req, res) => {
    const identity = await caller(parts, req, res, conversationOf(req));
    const after = watermarkOf(req);
    const messages = await parts.conversations.since(identity.conversation, after);
    sendJson(res, 200, feed(messages, after, viewOf(parts, identity, req, server.publicUrl)));
    markDelivered(parts, identity.conversation, messages);
  });

  server.route('post', `${conversation}/activities`, async (req, res) => {
    const identity = await caller(parts, req, res, conversationOf(req));
    sendJson(res, 200, { id: await takeActivity(parts, identity, await readJson(req)) });
  });
}

/** Who asks; refuses other machines, wrong tokens and whoever asks too often. */
async function caller(
  parts: WebChatParts,
  req: IncomingMessage,
  res: ServerResponse,
  conversation?: string,
): Promise<Identity> {
  parts.visits.admit(req);
  const identity = await identify(req, parts.tokens, conversation);
  withinLimit(parts, identity.learner, res);
  return identity;
}

/** A token holds half an hour; a browser that was signed out, or is somebody else's by now, gets no other. */
async function stillSignedIn(
  parts: WebChatParts,
  { learner }: Identity,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const visit = await parts.visits.of(req, res);
  if (visit?.learner !== learner) throw new Refused(403, 'signed-out');
}

function conversationOf(req: IncomingMessage & { params?: Record<string, string> }): string {
  return req.params?.conversation ?? '';
}

/** For whom a feed is rendered. */
export function viewOf(
  parts: WebChatParts,
  identity: Identity,
  req: IncomingMessage,
  publicUrl: string | null,
) {
  return { ...identity, baseUrl: ownOrigin(req, publicUrl), coachName: parts.coachName };
}

/** What a client needs to speak for this person in this conversation. */
export async function credentials(parts: WebChatParts, identity: Identity) {
  return {
    conversationId: identity.conversation,
    token: await parts.tokens.issue(identity),
    expires_in: TOKEN_SECONDS,
  };
}

async function connection(
  parts: WebChatParts,
  identity: Identity,
  req: IncomingMessage,
  publicUrl: string | null,
  watermark: number,
) {
  const socket = ownOrigin(req, publicUrl).replace(/^http/, 'ws');
  const path = `${DIRECT_LINE}/conversations/${encodeURIComponent(identity.conversation)}/stream`;
  const ticket = await parts.tokens.issueTicket(identity);
  return {
    ...(await credentials(parts, identity)),
    streamUrl: `${socket}${path}?watermark=${watermark}&t=${ticket}`,
  };
}

/** Notes that these reached the learner; nobody waits for it, and it may be noted twice. */
export function markDelivered(
  parts: WebChatParts,
  conversation: string,
  messages: readonly RecordedMessage[],
): void {
  for (const message of messages) {
    if (message.delivered) continue;
    parts.conversations
      .delivered(conversation, message.id)
      .catch((error: unknown) => parts.fault('delivery-not-noted', error));
  }
}
