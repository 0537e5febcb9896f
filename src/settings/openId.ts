import { z } from 'zod';
import type { ConfigProblem } from './problem';

/** Signing in with the accounts of an organisation. */
export interface OpenIdAccess {
  /** Address of its OpenID provider. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Domains of e-mail that may come in, in small letters; empty for everybody the provider knows. */
  readonly emailDomains: readonly string[];
}

const DOMAINS = /^[a-z\d-]+(\.[a-z\d-]+)+(\s*,\s*[a-z\d-]+(\.[a-z\d-]+)+)*$/i;

export const OPENID_SETTINGS = {
  OPENID_ISSUER: z.string().refine(isIssuer).optional(),
  OPENID_CLIENT_ID: z.string().default(''),
  OPENID_CLIENT_SECRET: z.string().default(''),
  OPENID_EMAIL_DOMAINS: z.string().regex(DOMAINS).optional(),
};

export const OPENID_EXPECTED = {
  OPENID_ISSUER:
    "the https:// address of the organisation's OpenID provider, such as https://login.microsoftonline.com/<tenant>/v2.0",
  OPENID_CLIENT_ID: 'the id under which the provider knows this installation',
  OPENID_CLIENT_SECRET: 'the secret the provider gave to this installation',
  OPENID_EMAIL_DOMAINS: 'domains of e-mail with commas between them, such as example.org, example.nl',
} as const;

type Settings = z.infer<z.ZodObject<typeof OPENID_SETTINGS>>;

export function openIdOf(settings: Settings): OpenIdAccess | null {
  const { OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET, OPENID_EMAIL_DOMAINS } = settings;
  if (OPENID_ISSUER === undefined) return null;
  return {
    issuer: OPENID_ISSUER,
    clientId: OPENID_CLIENT_ID,
    clientSecret: OPENID_CLIENT_SECRET,
    emailDomains: (OPENID_EMAIL_DOMAINS?.toLowerCase().split(',') ?? []).map((domain) => domain.trim()),
  };
}

const NEEDED = ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'] as const;

/** Half of what signing in needs is a mistake, not a wish. */
export function openIdProblems(settings: Settings): readonly ConfigProblem[] {
  const missing = NEEDED.filter((name) => !settings[name]);
  const wanted = missing.length < NEEDED.length || settings.OPENID_EMAIL_DOMAINS !== undefined;
  if (!wanted) return [];
  return missing.map((name) => ({
    what: `${name} is missing.`,
    why: `People can only sign in with accounts of the organisation when we have ${OPENID_EXPECTED[name]}.`,
    fix: `Set ${name}, or leave out all OPENID settings to let people in by code only.`,
  }));
}

/** Over https, or on this machine: secrets travel there. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const safe = protocol === 'https:' || (protocol === 'http:' && local);
  return safe && search === '' && hash === '' && username === '';
}
