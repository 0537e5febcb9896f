import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { Refused, refusalOf } from '../http/answers';
import { addressed, fromOwnPage } from '../http/hosts';
import { DIRECT_LINE, markDelivered, viewOf } from './directLine';
import { feed } from './feed';
import type { Listener } from './hub';
import { type WebChatParts, withinLimit } from './parts';
import { queryOf, watermarkOf } from './requests';
import type { Identity } from './tokens';

const PATH = new RegExp(`^${DIRECT_LINE}/conversations/([^/?]+)/stream(?:\\?|$)`);
/** Clients only send empty messages, to notice a broken line. */
const MAX_INCOMING_BYTES = 1_024;
/** A client that reads slower than this is dropped; it comes back and goes on at its watermark. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
/** Screens on which one conversation may be open. */
const MAX_SCREENS = 20;
const HEARTBEAT_MS = 30_000;
const GOING_AWAY = 1001;
const CLOSE_PATIENCE_MS = 1_000;

/** The Direct Line stream: what happens in a conversation, pushed over WebSocket. */
export interface Stream {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createStream(parts: WebChatParts, publicUrl: string | null): Stream {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_INCOMING_BYTES,
    perMessageDeflate: false,
  });
  const silent = new WeakSet<WebSocket>();
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const open = (socket: WebSocket, identity: Identity, req: IncomingMessage, after: number) => {
    const stop = parts.hub.listen(listener(parts, socket, identity, req, publicUrl), after);
    const heard = () => void silent.delete(socket);
    socket.on('pong', heard);
    socket.on('message', heard);
    socket.on('close', stop);
    socket.on('error', () => socket.terminate());
  };

  return {
    upgrade(req, socket, head) {
      socket.on('error', () => socket.destroy());
      admit(parts, req, publicUrl).then(
        ({ identity, after }) =>
          sockets.handleUpgrade(req, socket, head, (opened) => open(opened, identity, req, after)),
        (error: unknown) => {
          if (!(error instanceof Refused)) parts.fault('stream-not-opened', error);
          refuse(socket, error);
        },
      );
    },
    close() {
      clearInterval(heartbeat);
      for (const socket of sockets.clients) socket.close(GOING_AWAY);
      setTimeout(
        () => sockets.clients.forEach((socket) => void socket.terminate()),
        CLOSE_PATIENCE_MS,
      ).unref();
      sockets.close();
    },
  };
}

async function admit(parts: WebChatParts, req: IncomingMessage, publicUrl: string | null) {
  const path = PATH.exec(req.url ?? '');
  if (path === null) throw new Refused(404, 'not-found');
  if (addressed(req, publicUrl) === 'foreign') throw new Refused(421, 'unknown-host');
  parts.visits.admit(req);
  if (req.headers.origin !== undefined && !fromOwnPage(req, publicUrl)) throw new Refused(403, 'other-site');
  const identity = await parts.tokens.readTicket(queryOf(req, 't'));
  if (encodeURIComponent(identity.conversation) !== path[1]) throw new Refused(403, 'other-conversation');
  withinLimit(parts, identity.learner, null);
  if (parts.hub.listeners(identity.conversation) >= MAX_SCREENS) throw new Refused(429, 'too-many-screens');
  return { identity, after: watermarkOf(req) };
}

function refuse(socket: Duplex, error: unknown): void {
  const { status, code } = refusalOf(error);
  const body = JSON.stringify({ error: { code } });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function listener(
  parts: WebChatParts,
  socket: WebSocket,
  identity: Identity,
  req: IncomingMessage,
  publicUrl: string | null,
): Listener {
  const view = viewOf(parts, identity, req, publicUrl);
  const write = (frame: unknown, sent: () => void) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
    else socket.send(JSON.stringify(frame), (error) => error ?? sent());
  };
  return {
    conversation: identity.conversation,
    messages: (messages, after) =>
      write(feed(messages, after, view), () => markDelivered(parts, identity.conversation, messages)),
    typing: () =>
      write(
        {
          activities: [
            {
              type: 'typing',
              id: parts.freshId(),
              channelId: 'directline',
              conversation: { id: identity.conversation },
              from: { id: 'bruggesprek-persona', role: 'bot' },
            },
          ],
        },
        () => undefined,
      ),
    fault: (error) => {
      parts.fault('stream-broken', error);
      socket.terminate();
    },
  };
}
