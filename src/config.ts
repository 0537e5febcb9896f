import { z } from 'zod';
import type { QuietTimes } from './app/quietHours';
import { MAIL_EXPECTED, MAIL_SETTINGS, type MailSettings, mailOf, mailProblems } from './settings/mail';
import {
  OPENID_EXPECTED,
  OPENID_SETTINGS,
  type OpenIdAccess,
  openIdOf,
  openIdProblems,
} from './settings/openId';
import type { ConfigProblem } from './settings/problem';
import { QUIET_EXPECTED, QUIET_SETTINGS, quietOf } from './settings/quiet';

export type { ConfigProblem } from './settings/problem';

import { DEFAULT_RETENTION_DAYS } from './app/retention';

export const BOT_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
export type BotType = (typeof BOT_TYPES)[number];

/** Who the bot is towards Teams and other Bot Framework channels. */
export interface BotIdentity {
  readonly appId: string;
  readonly type: BotType;
  /** Empty for a managed identity. */
  readonly password: string;
  /** Empty for a multi-tenant bot. */
  readonly tenantId: string;
}

/** The Bot Framework door: closed, open to proven callers only, or open to anyone on this machine. */
export type BotDoor =
  | { readonly kind: 'closed' }
  | { readonly kind: 'authenticated'; readonly identity: BotIdentity }
  | { readonly kind: 'development' };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder with everything that must survive. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database, with its password: not to be logged. Null keeps everything in the folder. */
  readonly databaseUrl: string | null;
  readonly bot: BotDoor;
  /** The app's id in Teams; null without one. */
  readonly teamsAppId: string | null;
  /** Address by which the outside world reaches this server, without a slash at the end; null on loopback. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** Days that what nobody touches is kept; null for as long as nobody deletes it. */
  readonly retentionDays: number | null;
  /** Where the organisation collects what people learned; null when it does not. */
  readonly recordStore: RecordStoreAccess | null;
  /** Null when no e-mail is sent. */
  readonly mail: MailSettings | null;
  /** Null when nobody signs in with an account of an organisation. */
  readonly openId: OpenIdAccess | null;
  /** When nobody is sent anything. */
  readonly quiet: QuietTimes;
}

/** The endpoint of a learning record store (xAPI), without a slash at the end, and the key it gave us. */
export interface RecordStoreAccess {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

export type ConfigOutcome =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Whether only this machine can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host);
}

const SETTINGS = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  BRUGGESPREK_DATA: z.string().default('./data'),
  BRUGGESPREK_DATABASE_URL: z.string().refine(isDatabaseUrl).optional(),
  BRUGGESPREK_DEV: z
    .enum(['1', 'true', '0', 'false'])
    .default('0')
    .transform((flag) => flag === '1' || flag === 'true'),
  MICROSOFT_APP_ID: z.guid().optional(),
  MICROSOFT_APP_PASSWORD: z.string().default(''),
  MICROSOFT_APP_TENANT_ID: z.guid().optional(),
  MICROSOFT_APP_TYPE: z.enum(BOT_TYPES).default('MultiTenant'),
  TEAMS_APP_ID: z.guid().optional(),
  PUBLIC_URL: z
    .string()
    .refine((text) => originOf(text) !== null)
    .transform((text) => originOf(text) as string)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  RETENTION_DAYS: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .default(DEFAULT_RETENTION_DAYS),
  LRS_URL: z.string().refine(isEndpoint).optional(),
  LRS_KEY: z.string().default(''),
  LRS_SECRET: z.string().default(''),
  ...OPENID_SETTINGS,
  ...MAIL_SETTINGS,
  ...QUIET_SETTINGS,
});
type Settings = z.infer<typeof SETTINGS>;

const EXPECTED: Readonly<Record<keyof Settings, string>> = {
  PORT: 'a port number, 0 to 65535; 0 picks a free one',
  HOST: 'an address of this machine, such as 127.0.0.1',
  BRUGGESPREK_DATA: 'a folder',
  BRUGGESPREK_DATABASE_URL: 'an address such as postgres://user:password@host:5432/database',
  BRUGGESPREK_DEV: '1 or 0',
  MICROSOFT_APP_ID: "the bot registration's id (a GUID)",
  MICROSOFT_APP_PASSWORD: "the bot registration's secret",
  MICROSOFT_APP_TENANT_ID: "the tenant's id (a GUID)",
  MICROSOFT_APP_TYPE: BOT_TYPES.join(', '),
  TEAMS_APP_ID: "the app's id in Teams (a GUID); that of the bot where it is left out",
  PUBLIC_URL: 'an https:// address without a path, such as https://oefenen.example.org',
  LOG_LEVEL: LOG_LEVELS.join(', '),
  RETENTION_DAYS: 'a number of days; 0 to remove nothing by itself',
  LRS_URL: 'the xAPI endpoint of a learning record store, such as https://lrs.example.org/xapi',
  LRS_KEY: 'the key of the learning record store',
  LRS_SECRET: 'the secret of the learning record store',
  ...OPENID_EXPECTED,
  ...MAIL_EXPECTED,
  ...QUIET_EXPECTED,
};

/** Variables of the environment by name; empty ones count as absent. */
export function given(
  names: readonly string[],
  environment: Environment = process.env,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => [name, environment[name]?.trim() ?? ''] as const).filter(([, value]) => value !== ''),
  );
}

/** Reads the settings. */
export function readConfig(environment: Environment = process.env): ConfigOutcome {
  const parsed = SETTINGS.safeParse(given(Object.keys(EXPECTED), environment));
  if (!parsed.success) return { kind: 'problems', problems: malformed(parsed.error) };
  const settings = parsed.data;
  const problems = distinct([
    ...botProblems(settings),
    ...exposureProblems(settings),
    ...openIdProblems(settings),
    ...recordStoreProblems(settings),
    ...mailProblems(settings, isLoopback(settings.HOST)),
  ]);
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'config', config: configOf(settings) };
}

/** What two parts miss is said once. */
function distinct(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}

function configOf(settings: Settings): Config {
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: settings.BRUGGESPREK_DATA,
    databaseUrl: settings.BRUGGESPREK_DATABASE_URL ?? null,
    bot: botDoor(settings),
    teamsAppId: settings.TEAMS_APP_ID ?? settings.MICROSOFT_APP_ID ?? null,
    publicUrl: settings.PUBLIC_URL ?? null,
    // On one's own machine the terminal stays quiet.
    retentionDays: settings.RETENTION_DAYS === 0 ? null : settings.RETENTION_DAYS,
    recordStore: recordStoreOf(settings),
    openId: openIdOf(settings),
    mail: mailOf(settings),
    quiet: quietOf(settings),
    logLevel: settings.LOG_LEVEL ?? (isLoopback(settings.HOST) ? 'warn' : 'info'),
  };
}

function recordStoreOf({ LRS_URL, LRS_KEY, LRS_SECRET }: Settings): RecordStoreAccess | null {
  if (LRS_URL === undefined) return null;
  return { url: LRS_URL.replace(/\/$/, ''), key: LRS_KEY, secret: LRS_SECRET };
}

function botDoor(settings: Settings): BotDoor {
  if (settings.MICROSOFT_APP_ID === undefined) {
    return settings.BRUGGESPREK_DEV ? { kind: 'development' } : { kind: 'closed' };
  }
  const identity: BotIdentity = {
    appId: settings.MICROSOFT_APP_ID,
    type: settings.MICROSOFT_APP_TYPE,
    password: settings.MICROSOFT_APP_PASSWORD,
    tenantId: settings.MICROSOFT_APP_TENANT_ID ?? '',
  };
  return { kind: 'authenticated', identity };
}

function malformed(error: z.ZodError): readonly ConfigProblem[] {
  const names = [...new Set(error.issues.map((issue) => issue.path[0] as keyof Settings))];
  return names.map((name) => ({
    what: `${name} cannot be read.`,
    why: `Expected: ${EXPECTED[name]}.`,
    fix: `Correct ${name}, or leave it out for the default.`,
  }));
}

/** Half of what a learning record store needs is a mistake, not a wish. */
function recordStoreProblems(settings: Settings): readonly ConfigProblem[] {
  const names = ['LRS_URL', 'LRS_KEY', 'LRS_SECRET'] as const;
  const missing = names.filter((name) => !settings[name]);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map((name) => ({
    what: `${name} is missing.`,
    why: `What people learned can only be told to a learning record store with ${EXPECTED[name]}.`,
    fix: `Set ${name}, or leave out ${names.filter((other) => other !== name).join(' and ')}.`,
  }));
}

function botProblems(settings: Settings): readonly ConfigProblem[] {
  if (settings.MICROSOFT_APP_ID === undefined) return orphanProblems(settings);
  const missing: string[] = [];
  if (settings.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' && settings.MICROSOFT_APP_PASSWORD === '') {
    missing.push('MICROSOFT_APP_PASSWORD');
  }
  if (settings.MICROSOFT_APP_TYPE !== 'MultiTenant' && settings.MICROSOFT_APP_TENANT_ID === undefined) {
    missing.push('MICROSOFT_APP_TENANT_ID');
  }
  const contradictions = [...reachProblems(settings), ...identityProblems(settings)];
  return [...missing.map((name) => missingProblem(settings, name)), ...contradictions];
}

/** Teams comes in by our public name, and its links lead there. */
function reachProblems({ PUBLIC_URL }: Settings): readonly ConfigProblem[] {
  if (PUBLIC_URL?.startsWith('https:')) return [];
  return [
    {
      what: PUBLIC_URL === undefined ? 'PUBLIC_URL is missing.' : 'PUBLIC_URL is not an https:// address.',
      why: 'Teams reaches the bot by that name, and the links in its cards open there.',
      fix: 'Set PUBLIC_URL to the https:// address of this installation, or leave out MICROSOFT_APP_ID.',
    },
  ];
}

/** A managed identity proves itself without a password; one that is given was meant for another type. */
function identityProblems({
  MICROSOFT_APP_TYPE,
  MICROSOFT_APP_PASSWORD,
}: Settings): readonly ConfigProblem[] {
  if (MICROSOFT_APP_TYPE !== 'UserAssignedMSI' || MICROSOFT_APP_PASSWORD === '') return [];
  return [
    {
      what: 'MICROSOFT_APP_PASSWORD is set beside MICROSOFT_APP_TYPE=UserAssignedMSI.',
      why: 'A managed identity has no password, so one of the two is a mistake.',
      fix: 'Leave out MICROSOFT_APP_PASSWORD, or set MICROSOFT_APP_TYPE=SingleTenant.',
    },
  ];
}

function missingProblem(settings: Settings, name: string): ConfigProblem {
  return {
    what: `${name} is missing.`,
    why: `A bot of type ${settings.MICROSOFT_APP_TYPE} cannot prove who it is without ${EXPECTED[name as keyof Settings]}.`,
    fix: `Set ${name}, or leave out MICROSOFT_APP_ID to run without Teams.`,
  };
}

function orphanProblems(settings: Settings): readonly ConfigProblem[] {
  if (settings.MICROSOFT_APP_PASSWORD === '' && settings.MICROSOFT_APP_TENANT_ID === undefined) return [];
  return [
    {
      what: 'MICROSOFT_APP_ID is missing.',
      why: 'A password or tenant was given, which only means something together with the id of the bot.',
      fix: 'Set MICROSOFT_APP_ID, or leave out the other MICROSOFT_APP settings to run without Teams.',
    },
  ];
}

function exposureProblems(settings: Settings): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const loopback = isLoopback(settings.HOST);
  const signingIn = settings.OPENID_ISSUER !== undefined && settings.PUBLIC_URL !== undefined;
  if (!loopback && settings.MICROSOFT_APP_ID === undefined && !signingIn) {
    problems.push({
      what: `HOST is ${settings.HOST}, which others can reach.`,
      why: 'Without MICROSOFT_APP_ID, or OPENID_ISSUER and PUBLIC_URL, nobody can show who they are.',
      fix: 'Leave out HOST (only this machine), or set MICROSOFT_APP_ID, or OPENID_ISSUER and PUBLIC_URL, and what belongs to it.',
    });
  }
  if (!loopback && settings.BRUGGESPREK_DEV) {
    problems.push({
      what: `BRUGGESPREK_DEV is on while HOST is ${settings.HOST}.`,
      why: 'The development door asks nobody who they are; it may only open on this machine.',
      fix: 'Leave out BRUGGESPREK_DEV, or leave out HOST.',
    });
  }
  if (settings.BRUGGESPREK_DEV && settings.MICROSOFT_APP_ID !== undefined) {
    problems.push({
      what: 'BRUGGESPREK_DEV and MICROSOFT_APP_ID are both set.',
      why: 'The one asks nobody who they are, the other asks everybody.',
      fix: 'Leave out BRUGGESPREK_DEV to work with Teams, or MICROSOFT_APP_ID to develop.',
    });
  }
  return problems;
}

/** The bare origin of an https address (http on loopback only), or null. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '';
  const safe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname.replace(/[[\]]/g, '')));
  return bare && safe && url.username === '' ? url.origin : null;
}

/** Whether it is an address to send to in secret: https, or http on this machine. */
function isEndpoint(text: string): boolean {
  return URL.canParse(text) && originOf(new URL(text).origin) !== null;
}

/** Whether it names a PostgreSQL database, in the form its driver can read. */
function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, username, password } = new URL(text);
  const named = /^\/[^/]+$/.test(pathname);
  return /^postgres(ql)?:$/.test(protocol) && named && [pathname, username, password].every(isDecodable);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Problems as lines for a terminal. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  return problems.map(({ what, why, fix }) => `✗ ${what}\n  why: ${why}\n  fix: ${fix}`).join('\n');
}
