import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { close, listen } from '../channels/botframework/world';

const CLIENT = join(__dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js');

/** Why there is no Teams client to try with, or null when there is one. */
export function clientMissing(): string | null {
  return existsSync(CLIENT) ? null : 'no @microsoft/m365agentsplayground: run npm ci';
}

/** What the client shows, newest last. */
export interface Shown {
  readonly text: string | null;
  readonly attachments: readonly { readonly contentType: string; readonly content: unknown }[];
  readonly suggested: readonly string[];
}

/** A Teams client without a screen, in one personal chat with the bot. */
export interface Playground {
  /** Where its screen can be seen with a browser. */
  readonly base: string;
  readonly shown: Shown[];
  install(): Promise<void>;
  uninstall(): Promise<void>;
  say(text: string): Promise<void>;
  /** Says something to the bot in a channel, where others read along; answers the thread it began. */
  mention(channel: string, text: string): Promise<string>;
  /** A button of the newest card; in the personal chat, or in a thread. */
  submit(value: object, place?: string): Promise<void>;
  /** Resolves when so many messages of the bot are shown. */
  until(count: number): Promise<readonly Shown[]>;
  /** Resolves with the first message after the given number that fits. */
  find(after: number, fits: (one: Shown) => boolean): Promise<Shown>;
  close(): Promise<void>;
}

const CONVERSATION = 'practice-1';
/** As the client names the bot, and the first channel of its one team. */
const BOT = '00000000-0000-0000-0000-00000000000011';
export const CHANNEL = 'channel-announcements-id';

export async function startPlayground(botEndpoint: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const port = await freePort();
  const client = spawn(
    process.execPath,
    [
      CLIENT,
      'start',
      '-e',
      botEndpoint,
      '-c',
      'msteams',
      '-p',
      String(port),
      '--conversation-id',
      CONVERSATION,
      '--dt',
    ],
    { cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' }, stdio: 'ignore' },
  );
  const base = `http://127.0.0.1:${port}`;
  await answering(`${base}/_debug/ping`, client);
  const screen = await openScreen(base);
  const post = async (path: string, body: object) => {
    const answer = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
  const from = { id: 'user-id-0' };
  return {
    base,
    shown: screen.shown,
    install: async () => void (await post(`/_debug/conversation/${CONVERSATION}/installation`, {})),
    uninstall: async () => {
      const template = `/_internal/v1/customActivities/template?conversationId=${CONVERSATION}&type=uninstall`;
      const answer = await fetch(base + template);
      await post('/_internal/v1/customActivities', (await answer.json()) as object);
    },
    say: async (text) =>
      void (await post(`/_conversation/v1/conversations/${CONVERSATION}/messages`, {
        type: 'text',
        text,
        textFormat: 'plain',
        from,
      })),
    mention: async (channel, text) => {
      const answer = await post(`/_conversation/v1/conversations/${encodeURIComponent(channel)}/messages`, {
        type: 'text',
        text: `<at>Test Bot</at> ${text}`,
        textFormat: 'plain',
        mentions: [{ mentioned: { id: BOT }, text: '<at>Test Bot</at>' }],
        from,
      });
      return JSON.parse(answer).postConversationId;
    },
    submit: async (value, place = CONVERSATION) =>
      void (await post('/_conversation/v1/submit', {
        conversation: { id: place },
        replyToId: screen.lastId(),
        value,
        from,
      })),
    until: screen.until,
    find: screen.find,
    close: async () => {
      screen.close();
      const ended = new Promise((resolve) => client.once('exit', resolve));
      client.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = http.createServer();
  const { port } = new URL(await listen(server));
  await close(server);
  return Number(port);
}

async function answering(url: string, client: ChildProcess): Promise<void> {
  while (client.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error('The Teams client stopped before it was ready.');
}

interface Screen {
  readonly shown: Shown[];
  lastId(): string;
  until(count: number): Promise<readonly Shown[]>;
  find(after: number, fits: (one: Shown) => boolean): Promise<Shown>;
  close(): void;
}

async function openScreen(base: string): Promise<Screen> {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  const shown: Shown[] = [];
  let lastId = '';
  let wake = () => {};
  socket.on('message', (data) => {
    const event = JSON.parse(String(data));
    if (event.action !== 'createMessage' || event.message?.from?.id?.startsWith('user-id')) return;
    lastId = event.message.messageId;
    shown.push({
      text: event.message.text ?? null,
      attachments: event.message.attachments ?? [],
      suggested: (event.message.suggestedActions?.actions ?? []).map(({ title }: { title: string }) => title),
    });
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const changed = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return {
    shown,
    lastId: () => lastId,
    until: async (count) => {
      while (shown.length < count) await changed();
      return shown;
    },
    find: async (after, fits) => {
      for (;;) {
        const found = shown.slice(after).find(fits);
        if (found !== undefined) return found;
        await changed();
      }
    },
    close: () => socket.terminate(),
  };
}
