import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/cli/root';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium lies on this machine; null when there is none. */
export const CHROMIUM = BROWSERS.find((file) => existsSync(file)) ?? null;

/** `test`, or a skipped one with the reason printed where this machine has no browser. */
export const inBrowser: jest.It = CHROMIUM === null ? explainedSkip() : test;

function explainedSkip(): jest.It {
  process.stderr.write(
    `No browser tests: none of ${BROWSERS.join(', ')} is here. Install chromium to run them.\n`,
  );
  return test.skip;
}

/** The real server as a process of its own, on a free port. */
export interface ServedProcess {
  readonly url: string;
  readonly port: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>;
  /** What it wrote on standard error. */
  readonly log: () => string;
  /** What it wrote on standard output. */
  readonly printed: () => string;
}

export interface ServeOptions {
  readonly dataFolder: string;
  /** 0 picks a free one. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function serve({ dataFolder, port = 0, settings = {} }: ServeOptions): Promise<ServedProcess> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'src', 'main.js')], {
    cwd: PROJECT_ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      BRUGGESPREK_DATA: dataFolder,
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (part: Buffer) => {
    log += part.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let printed = '';
  child.stdout.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const url = await printedUrl(child, () => log);
  return {
    url,
    port: Number(new URL(url).port),
    log: () => log,
    printed: () => printed,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function printedUrl(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      const url = /http:\/\/\S+/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${log()}`)));
  });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bruggesprek-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ARGUMENTS });
}

/** A page with everything that went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console and requests to other hosts. */
  readonly troubles: string[];
}

export const TELEPHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1100, height: 800 };

export async function openPage(
  browser: Browser,
  url: string,
  options: {
    readonly locale?: string;
    readonly viewport?: { width: number; height: number };
    readonly colorScheme?: 'light' | 'dark';
  } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: options.locale ?? 'nl-NL',
    viewport: options.viewport ?? DESKTOP,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    if (
      !['data:', 'blob:'].some((kind) => request.url().startsWith(kind)) &&
      new URL(request.url()).host !== new URL(url).host
    ) {
      troubles.push(`request elsewhere: ${request.url()}`);
    }
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(url).host) troubles.push(`socket elsewhere: ${socket.url()}`);
  });
  await page.goto(url);
  return { page, context, troubles };
}

/** The box in which a learner types. */
export const sendBox = (page: Page) =>
  page.locator('input[data-id="webchat-sendbox-input"], textarea[data-id="webchat-sendbox-input"]');

/** What persona and coach said so far, oldest first. */
export const said = (page: Page, speaker?: 'persona' | 'coach') =>
  page.locator(speaker === undefined ? '.speaker' : `.speaker-${speaker}`);

/** Types something and waits until it is answered. */
export async function say(page: Page, words: string): Promise<void> {
  const before = await said(page).count();
  await sendBox(page).fill(words);
  await sendBox(page).press('Enter');
  await said(page).nth(before).waitFor();
}

/** Everything in the transcript, as shown. */
export async function transcript(page: Page): Promise<readonly string[]> {
  const bubbles = await page.locator('.webchat__bubble__content').allInnerTexts();
  return bubbles.map((text) => text.trim().replace(/\s+/g, ' '));
}

/** Keeps a picture to look at, under `dist/e2e`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(PROJECT_ROOT, 'dist', 'e2e');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
