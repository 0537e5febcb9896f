import { z } from 'zod';
import type { ConfigProblem } from './problem';

/** How e-mail leaves this installation. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else it is begun when the server offers it. */
  readonly secure: boolean;
  /** Nothing is sent where TLS cannot be begun: a password would go over the line. */
  readonly requireTls: boolean;
  /** Not to be logged. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: Mailbox;
}

export interface Mailbox {
  /** May be ''. */
  readonly name: string;
  readonly address: string;
}

export const MAIL_SETTINGS = {
  SMTP_URL: z
    .string()
    .refine((text) => serverOf(text) !== null)
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => mailboxOf(text) !== null)
    .optional(),
};

export const MAIL_EXPECTED = {
  SMTP_URL: 'the address of a mail server, such as smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'an e-mail address to send from, such as Bruggesprek <oefenen@example.org>',
} as const;

interface Given {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/** Null when no e-mail is sent. */
export function mailOf({ SMTP_URL, MAIL_FROM }: Given): MailSettings | null {
  const server = SMTP_URL === undefined ? null : serverOf(SMTP_URL);
  const from = MAIL_FROM === undefined ? null : mailboxOf(MAIL_FROM);
  return server === null || from === null ? null : { ...server, from };
}

/** What keeps e-mail from working; `alone` when only this machine can reach the server. */
export function mailProblems(settings: Given, alone: boolean): readonly ConfigProblem[] {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = settings;
  if (SMTP_URL === undefined && MAIL_FROM === undefined) return [];
  if (SMTP_URL === undefined)
    return [missing('SMTP_URL', 'MAIL_FROM', 'There is no server to hand e-mail to.')];
  if (MAIL_FROM === undefined) {
    return [missing('MAIL_FROM', 'SMTP_URL', 'Mail servers take nothing that comes from nobody.')];
  }
  if (alone || PUBLIC_URL !== undefined) return [];
  return [missing('PUBLIC_URL', 'SMTP_URL and MAIL_FROM', 'Without it the links in an e-mail lead nowhere.')];
}

function missing(name: string, others: string, why: string): ConfigProblem {
  return {
    what: `${name} is missing.`,
    why,
    fix: `Set ${name}, or leave out ${others} to send no e-mail.`,
  };
}

function serverOf(text: string): Omit<MailSettings, 'from'> | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return null;
  if (url.hostname === '' || !['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '')
    return null;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === null || password === null || (user === '') !== (password === '')) return null;
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure,
    requireTls: !secure && user !== '' && !LOOPBACK.includes(url.hostname),
    login: user === '' ? null : { user, password },
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** `Name <address>` or the address alone. */
function mailboxOf(text: string): Mailbox | null {
  const [, name = '', address = ''] = /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>]+)>)$/.exec(text) ?? [null, '', text];
  return /^[^\s@<>",;:]+@[^\s@<>",;:]+$/.test(address) ? { name, address } : null;
}
