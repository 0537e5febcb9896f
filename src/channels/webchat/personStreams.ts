import type { ServerResponse } from 'node:http';
import { Refused } from '../http/answers';
import type { WebServer } from '../server';
import { type WebChatParts, withinLimit } from './parts';
import { type PageView, viewOf } from './personPages';

/** Brings one event to the browser; the data becomes JSON. */
export type SendEvent = (event: string, data: unknown) => void;

/** Server-sent events for somebody who is signed in. The browser comes back by itself when the line is lost. */
export interface PersonStream {
  readonly path: string;
  /** Begins to send, what holds now first; the answer ends it. Null when there is nothing for this person here. */
  open(view: PageView, send: SendEvent, end: () => void): Promise<(() => void) | null>;
}

/** Screens that one person may have open at once. */
const MOST_SCREENS = 20;
/** Keeps the line open through proxies, and finds out that nobody listens any more. */
const HEARTBEAT_MS = 20_000;
/** After this the browser comes back, and shows again who it is. */
const LONGEST_MS = 30 * 60_000;
/** Who reads slower than this is let go; it catches up when it comes back. */
const MAX_WAITING_BYTES = 256 * 1024;

/** Opens an address for a stream. The answer ends all its streams. */
export function openPersonStream(server: WebServer, parts: WebChatParts, stream: PersonStream): () => void {
  const open = new Map<ServerResponse, string>();
  server.route('get', stream.path, async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.of(req, res);
    if (visit === null) throw new Refused(401, 'no-visit');
    withinLimit(parts, visit.learner, res);
    if ([...open.values()].filter((who) => who === visit.learner).length >= MOST_SCREENS)
      throw new Refused(429, 'too-many-screens');
    open.set(res, visit.learner);
    const line = writerOn(res);
    res.on('close', () => void open.delete(res));
    try {
      const stop = await stream.open(viewOf(req, parts, visit), line.send, () => res.end());
      if (stop === null) throw new Refused(404, 'not-found');
      if (res.destroyed || res.writableEnded) return stop();
      line.begin();
      res.on('close', stop);
    } catch (error) {
      open.delete(res);
      throw error;
    }
  });
  return () => {
    for (const res of open.keys()) res.end();
  };
}

/** Holds back what is sent until it is sure that there will be a stream. */
function writerOn(res: ServerResponse): { readonly send: SendEvent; begin(): void } {
  const early: string[] = [];
  let begun = false;
  const write = (text: string) => {
    if (!begun) return void early.push(text);
    if (res.writableEnded || res.destroyed) return;
    if (res.writableLength > MAX_WAITING_BYTES) res.destroy();
    else res.write(text);
  };
  return {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    begin() {
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
        Connection: 'keep-alive',
      });
      begun = true;
      write('retry: 2000\n\n');
      for (const text of early.splice(0)) write(text);
      const beat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS);
      const last = setTimeout(() => res.end(), LONGEST_MS);
      res.on('close', () => {
        clearInterval(beat);
        clearTimeout(last);
      });
    },
  };
}
