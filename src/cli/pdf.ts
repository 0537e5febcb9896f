import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a Chromium usually lies. */
export const BROWSERS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The first that is on this machine; null when there is none. */
export function findBrowser(candidates: readonly string[] = BROWSERS): string | null {
  return candidates.find((file) => existsSync(file)) ?? null;
}

const PATIENCE_MS = 60_000;

/** It shows one page of ours, and nothing is asked of any network. */
const ARGUMENTS: readonly string[] = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * A page as PDF, by its print styles. What is in it lies on disk meanwhile, in a folder that only this user can read
 * and that is removed afterwards, whatever happens. Null when the browser could not do it.
 */
export async function printed(html: string, browser: string): Promise<Buffer | null> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html, { mode: 0o600 });
    await done(browser, [
      ...ARGUMENTS,
      // Chromium does not start as root with its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'browser')}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return existsSync(pdf) ? readFileSync(pdf) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** When the browser has ended, however it did. */
function done(browser: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(browser, args, { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once('error', end);
    child.once('exit', end);
  });
}
