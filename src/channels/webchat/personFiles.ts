import { Refused } from '../http/answers';
import type { WebServer } from '../server';
import { type WebChatParts, withinLimit } from './parts';
import { type PageView, toSignIn, viewOf } from './personPages';

/** Something to download. */
export interface Download {
  /** Plain letters, digits, dots and dashes. */
  readonly name: string;
  /** E.g. `text/csv; charset=utf-8`. */
  readonly type: string;
  readonly content: string | Buffer;
}

/** A file for somebody who is signed in. */
export interface PersonFile {
  readonly path: string;
  /** Null when there is nothing for this person at this address. */
  make(view: PageView): Promise<Download | null>;
}

export function openPersonFile(server: WebServer, parts: WebChatParts, file: PersonFile): void {
  server.route('get', file.path, async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.orGuest(req, res);
    if (visit === null) return toSignIn(req, res);
    withinLimit(parts, visit.learner, res);
    const download = await file.make(viewOf(req, parts, visit));
    if (download === null) throw new Refused(404, 'not-found');
    const content = Buffer.from(download.content);
    res.writeHead(200, {
      'Content-Type': download.type,
      'Content-Length': content.length,
      'Content-Disposition': `attachment; filename="${download.name.replace(/[^\w.-]/g, '-')}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    res.end(content);
  });
}
