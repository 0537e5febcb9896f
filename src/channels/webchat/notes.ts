import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieOf } from './requests';

const NOTE_COOKIE = 'bruggesprek-note';
/** Only the pages under it see the note. */
const NOTE_PATH = '/openid';
/** Long enough to sign in elsewhere, with a code on a telephone. */
const NOTE_SECONDS = 10 * 60;

/** What a browser keeps for us while it is at a site of others. Whoever writes it seals it. */
export function keepNote(res: ServerResponse, note: string, secure: boolean): void {
  set(res, note, NOTE_SECONDS, secure);
}

export function dropNote(res: ServerResponse, secure: boolean): void {
  set(res, '', 0, secure);
}

export function noteOf(req: IncomingMessage): string | null {
  return cookieOf(req, NOTE_COOKIE);
}

function set(res: ServerResponse, note: string, seconds: number, secure: boolean): void {
  const end = secure ? '; Secure' : '';
  res.appendHeader(
    'Set-Cookie',
    `${NOTE_COOKIE}=${note}; Path=${NOTE_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${end}`,
  );
}
