import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const CLIENT = {
  clientId: 'bruggesprek',
  clientSecret: 'a secret of at least thirty-two bytes',
} as const;

export interface TestProvider {
  readonly issuer: string;
  /** Lets an account sign in at the address our server sent the browser to; answers where it is sent back to. */
  signIn(address: string, account: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a real OpenID provider with these claims by account. */
export async function startProvider(
  claims: Readonly<Record<string, object>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestProvider> {
  const child = spawn(process.execPath, [join(__dirname, 'openIdProviderProcess.mjs')], {
    env: { PATH: process.env.PATH ?? '', CLAIMS: JSON.stringify(claims), ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    issuer: printed.toString().trim(),
    signIn,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Fills in the provider's own pages: who it is, and that it is agreed. */
async function signIn(address: string, account: string): Promise<string> {
  const jar = new Map<string, string>();
  const { origin } = new URL(address);
  let next = new URL(address);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: { Cookie: cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const text = await response.text();
    const to = response.headers.get('location');
    form = null;
    if (to !== null) {
      next = new URL(to, next);
      if (next.origin !== origin) return next.href;
      continue;
    }
    const [, action] = /<form[^>]*action="([^"]+)"/.exec(text) ?? [];
    const [, prompt] = /name="prompt" value="([^"]+)"/.exec(text) ?? [];
    if (action === undefined || prompt === undefined)
      throw new Error(`the provider answered ${response.status}`);
    next = new URL(action, next);
    form = new URLSearchParams({ prompt, login: account, password: 'any' });
  }
  throw new Error('the provider sends the browser round in circles');
}
