import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Who somebody is, as their organisation says. */
export interface OpenIdIdentity {
  readonly id: string;
  /** '' when it says none. */
  readonly name: string;
  readonly email: string | null;
}

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  given_name: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
  tid: z.guid().optional(),
  oid: z.guid().optional(),
});
type Claims = z.infer<typeof claims>;

const MICROSOFT = ['login.microsoftonline.com', 'sts.windows.net', 'login.microsoftonline.us'];

/**
 * Who the claims of a sign-in speak of; null when they come from outside the allowed domains of e-mail. People of
 * Microsoft 365 get the same id as in Teams, but only where Microsoft itself says so.
 */
export function identityOf(given: unknown, domains: readonly string[]): OpenIdIdentity | null {
  const read = claims.safeParse(given);
  if (!read.success) return null;
  const { data } = read;
  const entra = entraIdOf(data);
  const email = data.email?.trim() || null;
  if (domains.length > 0 && !isWithin(email, entra !== null || isVerified(data), domains)) return null;
  return { id: entra ?? otherIdOf(data), name: data.name ?? data.given_name ?? '', email };
}

function entraIdOf({ iss, tid, oid }: Claims): string | null {
  if (tid === undefined || oid === undefined || !URL.canParse(iss)) return null;
  const { protocol, host, pathname } = new URL(iss);
  const ofTenant = pathname.toLowerCase().split('/').includes(tid.toLowerCase());
  return protocol === 'https:' && MICROSOFT.includes(host) && ofTenant
    ? `aad:${tid.toLowerCase()}:${oid.toLowerCase()}`
    : null;
}

/** The same person of the same organisation always gets the same id. */
function otherIdOf({ iss, sub }: Claims): string {
  return `openid:${createHash('sha256')
    .update(JSON.stringify([iss, sub]))
    .digest('hex')
    .slice(0, 40)}`;
}

function isVerified({ email_verified }: Claims): boolean {
  return email_verified === true || email_verified === 'true';
}

/** An address that nobody verified could be anybody's. */
function isWithin(email: string | null, verified: boolean, domains: readonly string[]): boolean {
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return verified && domain !== undefined && domains.includes(domain);
}
