import type { IncomingMessage, ServerResponse } from 'node:http';
import { themed } from './frames';

/** What went wrong, as a caller may know it: a short code for programs, kind words for people, no internals. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Thrown by handlers to refuse a request; expected, so it never counts as a fault. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/** Whether a browser asks for something to show to a person. */
export function wantsPage(req: IncomingMessage): boolean {
  return /\btext\/html\b/i.test(req.headers.accept ?? '');
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'This request cannot be understood.',
  401: 'Open the start page again to sign in.',
  403: 'This is not allowed, or no longer. Open the start page again.',
  404: 'There is nothing at this address.',
  405: 'This address cannot be used in that way.',
  413: 'This message is too long. Make it shorter and send it again.',
  415: 'This kind of content is not accepted here.',
  421: 'This server is not known under that name.',
  429: 'That is a lot at once. Wait a moment and try again.',
  500: 'Something went wrong on our side. Nothing is lost: please send it again.',
  503: 'The server is closing down. Try again in a moment.',
};

/** The refusal for an error of any kind; what is not a refusal is a fault of ours. */
export function refusalOf(error: unknown): Refusal {
  const status = statusOf(error);
  const code = error instanceof Refused ? error.code : codeOf(status);
  return { status, code, message: WORDS[status] ?? WORDS[500]! };
}

function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (error instanceof Refused) return error.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function codeOf(status: number): string {
  switch (status) {
    case 404:
      return 'not-found';
    case 405:
      return 'method-not-allowed';
    case 413:
      return 'too-large';
    default:
      return status < 500 ? 'bad-request' : 'internal-error';
  }
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  res.end(text);
}

export function sendRefusal(res: ServerResponse, error: unknown): void {
  const { status, code, message } = refusalOf(error);
  // What is left of a body that is too large is not waited for.
  if (status === 413) res.setHeader('Connection', 'close');
  sendJson(res, status, { error: { code, message } });
}

/** Leaves no trace anywhere. */
const NOT_KEPT = 'no-store';
/** Kept by the reader's own browser alone, and asked for anew except when they go back to it. */
const KEPT_FOR_GOING_BACK = 'private, no-cache';

/**
 * A page. What a form answers can be had again only by sending the form again, so a browser has to keep it to be able
 * to go back to it.
 */
export function sendHtml(res: ServerResponse, status: number, page: string, answersForm = false): void {
  const html = themed(res, page);
  res.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': answersForm ? KEPT_FOR_GOING_BACK : NOT_KEPT,
  });
  res.end(html);
}
