import type { IncomingMessage } from 'node:http';
import { Refused } from './answers';

/** Bytes of a request that are read at most. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Reads a request's JSON; an absent body is undefined. Never more than the limit is kept in memory. */
export async function readJson(req: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw new Refused(413, 'too-large');
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Refused(415, 'encoded-body');
  const text = await readText(req, maxBytes);
  if (text === '') return undefined;
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(req.headers['content-type'] ?? '')) {
    throw new Refused(415, 'not-json');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'bad-json');
  }
}

async function readText(req: IncomingMessage, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of req as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes) break;
      parts.push(part);
    }
  } catch {
    throw new Refused(400, 'broken-off');
  }
  if (size > maxBytes) throw new Refused(413, 'too-large');
  return Buffer.concat(parts).toString('utf8');
}
