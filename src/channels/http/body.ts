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

const sentWith = new WeakMap<IncomingMessage, Readonly<Record<string, string>>>();

/** The fields that were read of a request's form, so that a refusal can give back what was typed. */
export function fieldsOf(req: IncomingMessage): Readonly<Record<string, string>> {
  return sentWith.get(req) ?? {};
}

/**
 * Reads the fields of a plain HTML form; of a field sent twice the last counts. Without the null character, which
 * nobody types and not every database takes.
 */
export async function readForm(
  req: IncomingMessage,
  maxBytes = MAX_BODY_BYTES,
): Promise<Readonly<Record<string, string>>> {
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw new Refused(413, 'too-large');
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) {
    throw new Refused(415, 'not-a-form');
  }
  const fields = [...new URLSearchParams(await readText(req, maxBytes))];
  const read = Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\0', '')]));
  sentWith.set(req, read);
  return read;
}

function readText(req: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    req.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= maxBytes) parts.push(part);
      else {
        req.pause();
        reject(new Refused(413, 'too-large'));
      }
    });
    // Every request closes, also the whole ones; an error that nobody gets is not worth its stack.
    const brokenOff = () => {
      if (!req.readableEnded) reject(new Refused(400, 'broken-off'));
    };
    req.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    req.on('close', brokenOff);
    req.on('error', brokenOff);
  });
}
