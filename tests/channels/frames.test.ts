import http from 'node:http';
import {
  allowFrames,
  cookieReach,
  frameAncestors,
  TEAMS_HOSTS,
  themed,
} from '../../src/channels/http/frames';
import { close, listen } from './botframework/world';

describe('pages inside Teams', () => {
  let server: http.Server;
  let url: string;
  let hosts: readonly string[];

  beforeEach(async () => {
    hosts = TEAMS_HOSTS;
    server = http.createServer((_req, res) => {
      res.setHeader('X-Frame-Options', 'DENY');
      allowFrames(res, hosts);
      res.setHeader('Content-Security-Policy', frameAncestors(res));
      res.appendHeader('Set-Cookie', `visit=1${cookieReach(res, true)}`);
      res.end(themed(res, '<html lang="nl">'));
    });
    url = await listen(server);
  });
  afterEach(() => close(server));

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, { headers });
    return { answer, text: await answer.text(), cookies: answer.headers.getSetCookie() };
  };
  const frame = { 'sec-fetch-dest': 'iframe' };

  it('may be framed by Teams, Outlook and Microsoft 365 only', async () => {
    const { answer } = await get('/', frame);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('https://teams.microsoft.com');
    expect(policy).not.toContain("'none'");
    expect(answer.headers.get('x-frame-options')).toBeNull();
  });

  it('keep a cookie of their own there, and a plain one in a window of their own', async () => {
    expect((await get('/', frame)).cookies).toEqual(['visit=1; SameSite=None; Secure; Partitioned']);
    expect((await get('/')).cookies).toEqual(['visit=1; SameSite=Lax; Secure']);
  });

  it.each(['default', 'dark', 'contrast'])('take on the colours of Teams: %s', async (theme) => {
    const first = await get(`/?theme=${theme}`, frame);
    expect(first.text).toBe(`<html data-theme="${theme}" lang="nl">`);
    const cookie = first.cookies.find((one) => one.startsWith('bruggesprek-theme='))?.split(';')[0] ?? '';
    expect((await get('/', { ...frame, cookie })).text).toContain(`data-theme="${theme}"`);
  });

  it('follow the browser with an unknown theme, and outside a frame', async () => {
    expect((await get('/?theme="><script>', frame)).text).toBe('<html lang="nl">');
    expect((await get('/?theme=dark')).text).toBe('<html lang="nl">');
  });

  it('are framed by nobody where Teams is not set up', async () => {
    hosts = [];
    const { answer, cookies } = await get('/?theme=dark', frame);
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(cookies).toEqual(['visit=1; SameSite=Lax; Secure']);
  });
});
