import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where Teams, Outlook and Microsoft 365 show the tabs of an app. */
export const TEAMS_HOSTS: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** What Teams calls its colours. */
const THEMES = ['default', 'dark', 'contrast'] as const;
type Theme = (typeof THEMES)[number];

const THEME_COOKIE = 'bruggesprek-theme';
/** A year: Teams says it again whenever the tab opens. */
const THEME_SECONDS = 365 * 24 * 60 * 60;

const hostsOf = new WeakMap<ServerResponse, readonly string[]>();

/** Lets these sites show what this answers in a frame of theirs. */
export function allowFrames(res: ServerResponse, hosts: readonly string[]): void {
  if (hosts.length > 0) hostsOf.set(res, hosts);
}

/** The rule for a page's policy. The older header, which knows no list, gives way to it. */
export function frameAncestors(res: ServerResponse): string {
  const hosts = hostsOf.get(res);
  if (hosts === undefined) return "frame-ancestors 'none'";
  res.removeHeader('X-Frame-Options');
  return `frame-ancestors 'self' ${hosts.join(' ')}`;
}

/** Whether a frame of an allowed site asks, as far as the browser tells. */
function inFrame(res: ServerResponse): boolean {
  return hostsOf.has(res) && res.req.headers['sec-fetch-dest'] === 'iframe';
}

/** What a cookie must say so that it works there; a browser that knows no partitions may still block it. */
export function cookieReach(res: ServerResponse, secure: boolean): string {
  if (secure && inFrame(res)) return '; SameSite=None; Secure; Partitioned';
  return `; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The document in the colours of the Teams around it. The address says them when the tab opens, a cookie later. */
export function themed(res: ServerResponse, html: string): string {
  if (!inFrame(res)) return html;
  const said = themeIn(res.req);
  if (said !== null) {
    const cookie = `${THEME_COOKIE}=${said}; Path=/; Max-Age=${THEME_SECONDS}; HttpOnly`;
    res.appendHeader('Set-Cookie', `${cookie}${cookieReach(res, true)}`);
  }
  const theme = said ?? themeKept(res.req);
  return theme === null ? html : html.replace('<html ', `<html data-theme="${theme}" `);
}

function themeIn({ url = '' }: IncomingMessage): Theme | null {
  const at = url.indexOf('?');
  return at < 0 ? null : asTheme(new URLSearchParams(url.slice(at)).get('theme'));
}

function themeKept({ headers }: IncomingMessage): Theme | null {
  const found = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(\\w+)`).exec(headers.cookie ?? '');
  return asTheme(found?.[1]);
}

function asTheme(text: string | null | undefined): Theme | null {
  return THEMES.find((theme) => theme === text) ?? null;
}
