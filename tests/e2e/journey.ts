import type { Browser, Page } from 'playwright-core';
import { fits, violations } from './axe';
import {
  CHROMIUM,
  openBrowser,
  openPage,
  picture,
  removeFolder,
  type ServedProcess,
  serve,
  temporaryFolder,
} from './harness';

/** People who go through the real product together, each in a browser of their own. */
export interface Journey {
  readonly server: () => ServedProcess;
  readonly browser: () => Browser;
  /** Ends the server as a power cut would, and starts it again at the same address. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  /** A fresh browser on a page of ours. */
  somebody(path: string): Promise<Page>;
  /** Whoever follows the first link of the organiser. */
  organiser(name: string): Promise<Page>;
  /** Comes into a group by its code. */
  enter(code: string, name: string): Promise<Page>;
  /** Takes a picture, and finds nothing against WCAG and nothing wider than the screen. */
  seen(page: Page, name: string): Promise<void>;
}

/** Starts and ends server and browser around the tests of a file. */
export function journey(prefix: string): Journey {
  let dataFolder: string;
  let server: ServedProcess;
  let browser: Browser;

  beforeAll(async () => {
    if (CHROMIUM === null) return;
    dataFolder = temporaryFolder();
    server = await serve({ dataFolder });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (dataFolder) removeFolder(dataFolder);
  });

  const somebody = async (path: string) => (await openPage(browser, `${server.url}${path}`)).page;
  const seen = async (page: Page, name: string) => {
    await picture(page, `${prefix}-${name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
    expect([name, await fits(page)]).toEqual([name, true]);
  };
  return {
    server: () => server,
    browser: () => browser,
    somebody,
    seen,
    async restart(meanwhile) {
      const { port } = server;
      await server.kill();
      await meanwhile();
      server = await serve({ dataFolder, port });
    },
    async organiser(name) {
      const page = await somebody(organiserPath(server));
      await seen(page, 'organiser');
      await page.getByLabel('Hoe wil je heten?').fill(name);
      await press(page, 'Ik word organisator');
      await page.waitForURL(/\/groups/);
      return page;
    },
    async enter(code, name) {
      const page = await somebody('/enter');
      await page.getByLabel('Code van de groep').fill(code);
      await page.getByLabel('Hoe wil je heten?').fill(name);
      await seen(page, `enter-${name}`);
      await press(page, 'Naar de groep');
      await page.waitForURL(/\/groups\//);
      return page;
    },
  };
}

/** Where the first link leads that the server printed. */
export function organiserPath(server: ServedProcess): string {
  const link = /http:\S+\/organiser\/\S+/.exec(server.printed())?.[0] ?? '';
  return new URL(link).pathname;
}

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

/** Makes a group and stays on its page. */
export async function makeGroup(organiser: Page, name: string): Promise<void> {
  await organiser.goto(new URL('/groups/new', organiser.url()).href);
  await organiser.getByLabel('Naam van de groep').fill(name);
  await press(organiser, 'Groep maken');
  await organiser.waitForURL(/\/groups\/[^/]+$/);
}

/** A code for the group whose page is open. */
export async function invite(trainer: Page, role: 'trainer' | 'learner'): Promise<string> {
  await trainer.check(`input[name="role"][value="${role}"]`);
  await press(trainer, 'Code maken');
  await trainer.getByRole('status').waitFor();
  return ((await trainer.locator('.big-code').first().textContent()) ?? '').trim();
}

/** The day of next week, as a form wants it. */
export function nextWeek(): string {
  return new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
