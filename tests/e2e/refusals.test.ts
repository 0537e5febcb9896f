import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/cli/root';
import { loadTexts } from '../../src/content/texts';
import { renderChatPage } from '../../src/pages/chat';
import { type PracticeServer, startPracticeServer } from '../support/practiceServer';
import { fits, violations } from './axe';
import { CHROMIUM, DESKTOP, inBrowser, openBrowser, openPage } from './harness';

let browser: Browser;
let practice: PracticeServer;
const url = () => practice.server.url;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  practice = await startPracticeServer({ guests: false });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await practice?.close();
});

const LOOK = { locale: 'nl-NL', viewport: DESKTOP } as const;

async function organiser() {
  const { cookie } = await practice.browserOf('olga', { organiser: true });
  const { page, context } = await openPage(browser, `${url()}/enter`, LOOK);
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: url() }]);
  return { page, context };
}

inBrowser('somebody can go back to a refused form, and finds what they typed', async () => {
  const { page } = await organiser();
  await page.goto(`${url()}/groups/new`);
  await page.fill('#name', 'x'.repeat(100));
  await page.locator('form[action="/groups/new"] button').click();
  await page.getByRole('alert').waitFor();
  await page.goto(`${url()}/me`);
  await page.goBack();
  await page.getByRole('alert').waitFor();
  expect(await page.inputValue('#name')).toBe('x'.repeat(100));
});

inBrowser('whoever logged out in another tab reads so, with what they typed', async () => {
  const { page, context } = await organiser();
  await page.goto(`${url()}/groups/new`);
  await page.fill('#name', 'Mijn nieuwe groep');
  await context.clearCookies();
  await page.locator('form[action="/groups/new"] button').click();
  await page.getByRole('heading', { name: 'Log opnieuw in' }).waitFor();
  expect(await page.inputValue('#typed-name')).toBe('Mijn nieuwe groep');
  expect([await violations(page), await fits(page)]).toEqual([[], true]);
  await page.goto(`${url()}/nergens`);
  expect([await violations(page), await fits(page)]).toEqual([[], true]);
  await page.goto(`${url()}/signed-out?wiped=yes`);
  expect([await violations(page), await fits(page)]).toEqual([[], true]);
});

/** The page as it is when the browser came to rest: going back to a form leads on to where people sign in. */
async function arrived(page: Page): Promise<string> {
  for (;;) {
    try {
      await page.waitForLoadState('networkidle');
      return await page.content();
    } catch (error) {
      if (!/navigat|destroyed/.test(String(error))) throw error;
    }
  }
}

inBrowser('nobody can go back to a form of somebody who logged out', async () => {
  const { page } = await organiser();
  await page.goto(`${url()}/groups/new`);
  await page.fill('#name', `Geheim${'x'.repeat(100)}`);
  await page.locator('form[action="/groups/new"] button').click();
  await page.getByRole('alert').waitFor();
  await page.goto(`${url()}/leave`);
  await page.locator('form[action="/leave"] button').click();
  await page.getByRole('heading', { name: 'Uitgelogd' }).waitFor();
  for (const _ of ['the question', 'the form']) {
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    expect(await arrived(page)).not.toContain('Geheim');
  }
});

inBrowser('without script the chat says that it needs it, and not that it is opening', async () => {
  const assets = { style: '/chat.css', webChat: '/webchat.js', script: '/chat.js' };
  const texts = loadTexts(join(PROJECT_ROOT, 'locales'))('nl', 'je');
  const chat = { locale: 'nl' as const, texts, local: false, guest: false, assets };
  const css = readFileSync(join(PROJECT_ROOT, 'src', 'pages', 'assets', 'chat.css'), 'utf8');
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled });
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: renderChatPage(chat) });
      return pathname === '/chat.css'
        ? route.fulfill({ contentType: 'text/css', body: css })
        : route.fulfill({ contentType: 'text/javascript', body: '' });
    });
    const page = await context.newPage();
    await page.goto('http://chat.test/');
    const opening = page.getByText(texts('pages.chat.opening'));
    expect([javaScriptEnabled, await opening.isVisible()]).toEqual([javaScriptEnabled, javaScriptEnabled]);
    const note = page.locator('noscript p');
    expect([javaScriptEnabled, await note.isVisible()]).toEqual([javaScriptEnabled, !javaScriptEnabled]);
    await context.close();
  }
});
