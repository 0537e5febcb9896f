import { randomUUID } from 'node:crypto';
import type { Conversations } from '../../core/model/message';
import { type Asset, assetHandler } from '../http/assets';
import { faultOf } from '../http/faults';
import { createLimiter, type Rate } from '../http/limiter';
import type { Door, WebServer } from '../server';
import { openDirectLine } from './directLine';
import { type ChatPageRenderer, openEntry } from './entry';
import { createFormTokens } from './formTokens';
import { announcing, createHub } from './hub';
import { type LearnerForm, openLearnerForm } from './learnerForms';
import { type LearnerPage, openLearnerPage } from './learnerPages';
import { rememberLatest, type WebChatParts } from './parts';
import { createStream, type Stream } from './stream';
import { createTokens } from './tokens';

export interface WebChatOptions {
  readonly conversations: Conversations;
  /** Signs tokens; the same after a restart, so that open screens go on. */
  readonly secret: string;
  readonly coachName: string;
  readonly renderPage: ChatPageRenderer;
  /** Files for the browser, served under `/assets/`. */
  readonly assets: readonly Asset[];
  /** Other pages of the same learner. */
  readonly pages?: readonly LearnerPage[];
  /** What their forms send to. */
  readonly forms?: readonly LearnerForm[];
  /** For each learner. */
  readonly rate?: Rate;
}

export interface WebChat extends Door {
  /** The same conversations; what is taken here also reaches every open screen. */
  readonly conversations: Conversations;
}

/** Typing is slow; this leaves room for several screens that poll. */
const DEFAULT_RATE: Rate = { perSecond: 30, burst: 120 };
const REMEMBERED_CONVERSATIONS = 10_000;

/** The web chat channel: the page, the Direct Line service behind it, and its stream. */
export function createWebChat(options: WebChatOptions): WebChat {
  const hub = createHub(options.conversations);
  const conversations = announcing(options.conversations, hub);
  let stream: Stream | null = null;
  return {
    conversations,
    open(server) {
      const parts: WebChatParts = {
        conversations,
        hub,
        tokens: createTokens(options.secret),
        formTokens: createFormTokens(options.secret),
        welcomed: rememberLatest(REMEMBERED_CONVERSATIONS),
        freshId: randomUUID,
        coachName: options.coachName,
        limited: createLimiter(options.rate ?? DEFAULT_RATE),
        fault: (code, error) => server.logger.error({ fault: faultOf(error) }, code),
      };
      openEntry(server, parts, options.renderPage);
      openDirectLine(server, parts);
      openAssets(server, options.assets);
      for (const page of options.pages ?? []) openLearnerPage(server, parts, page);
      for (const form of options.forms ?? []) openLearnerForm(server, parts, form);
      const opened = createStream(parts, server.publicUrl);
      server.restify.server.on('upgrade', opened.upgrade);
      stream = opened;
    },
    close: () => stream?.close(),
  };
}

function openAssets(server: WebServer, assets: readonly Asset[]): void {
  const send = assetHandler(assets);
  server.route('get', '/assets/:name', async (req, res) => send(req, res, String(req.params?.name)));
}
