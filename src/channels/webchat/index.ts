import { randomUUID } from 'node:crypto';
import type { Conversations } from '../../core/model/message';
import { Refused, wantsPage } from '../http/answers';
import { type Asset, assetHandler } from '../http/assets';
import { faultOf } from '../http/faults';
import { createLimiter, type Rate } from '../http/limiter';
import type { Door, WebServer } from '../server';
import { openDirectLine } from './directLine';
import { type ChatPageRenderer, openEntry } from './entry';
import { createFormTokens } from './formTokens';
import { announcing, createHub } from './hub';
import { type OpenForm, type OpenPage, openOpenForm, openOpenPage } from './openPages';
import { rememberLatest, type WebChatParts } from './parts';
import { openPersonFile, type PersonFile } from './personFiles';
import { openPersonForm, type PersonForm } from './personForms';
import { openPersonPage, type PersonPage, seeOther } from './personPages';
import { openPersonStream, type PersonStream } from './personStreams';
import { type RefusalRenderer, refusalPage } from './refusals';
import { createRepeats } from './repeats';
import { placesOfForms } from './standing';
import { createStream, type Stream } from './stream';
import { createTokens } from './tokens';
import { createVisits, type SignIns } from './visits';

export interface WebChatOptions {
  readonly conversations: Conversations;
  /** Signs tokens; the same after a restart, so that open screens go on. */
  readonly secret: string;
  readonly coachName: string;
  readonly renderPage: ChatPageRenderer;
  /** Files for the browser, served under `/assets/`. */
  readonly assets: readonly Asset[];
  /** Other pages of the same learner. */
  readonly pages?: readonly PersonPage[];
  /** What their forms send to. */
  readonly forms?: readonly PersonForm[];
  /** What they can download. */
  readonly files?: readonly PersonFile[];
  /** What their open pages listen to. */
  readonly streams?: readonly PersonStream[];
  /** Pages and forms for people who did not sign in. */
  readonly openPages?: readonly OpenPage[];
  readonly openForms?: readonly OpenForm[];
  /** How refusals look to people; without it they read what programs read. */
  readonly refusals?: RefusalRenderer;
  /** Who signed in; without it nobody can. */
  readonly signIns?: SignIns;
  /** Whether whoever sits at this machine may come in without signing in. */
  readonly guests?: boolean;
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
  let endStreams: readonly (() => void)[] = [];
  return {
    conversations,
    open(server) {
      const tokens = createTokens(options.secret);
      const secure = server.publicUrl?.startsWith('https:') === true && options.guests === false;
      const parts: WebChatParts = {
        conversations,
        hub,
        tokens,
        visits: createVisits({
          tokens,
          signIns: options.signIns ?? null,
          guests: options.guests ?? true,
          secure,
          freshId: randomUUID,
        }),
        repeats: createRepeats(),
        placeOfForm: placesOfForms(formsOf(options), pagesOf(options)),
        formTokens: createFormTokens(options.secret),
        welcomed: rememberLatest(REMEMBERED_CONVERSATIONS),
        freshId: randomUUID,
        coachName: options.coachName,
        publicUrl: server.publicUrl,
        secure,
        limited: createLimiter(options.rate ?? DEFAULT_RATE),
        fault: (code, error) => server.logger.error({ fault: faultOf(error) }, code),
      };
      if (options.refusals) server.refuseWith(refusalPage(parts, options.refusals));
      openEntry(server, parts, options.renderPage);
      openDirectLine(server, parts);
      openAssets(server, options.assets);
      for (const page of options.pages ?? []) openPersonPage(server, parts, page);
      for (const form of options.forms ?? []) openPersonForm(server, parts, form);
      for (const file of options.files ?? []) openPersonFile(server, parts, file);
      endStreams = (options.streams ?? []).map((one) => openPersonStream(server, parts, one));
      for (const page of options.openPages ?? []) openOpenPage(server, parts, page);
      for (const form of options.openForms ?? []) openOpenForm(server, parts, form);
      openWaysBack(server, parts, options);
      const opened = createStream(parts, server.publicUrl);
      server.restify.server.on('upgrade', opened.upgrade);
      stream = opened;
    },
    close: () => {
      stream?.close();
      for (const end of endStreams) end();
    },
  };
}

const formsOf = ({ forms = [], openForms = [] }: WebChatOptions) => [...forms, ...openForms];
const pagesOf = ({ pages = [], openPages = [] }: WebChatOptions) => [...pages, ...openPages];

/** Whoever asks for an address that a form is sent to, e.g. in the address bar, gets the page of the form. */
function openWaysBack(server: WebServer, parts: WebChatParts, options: WebChatOptions): void {
  const shown = new Set(
    [...pagesOf(options), ...(options.files ?? []), ...(options.streams ?? [])].map(({ path }) => path),
  );
  for (const path of new Set(formsOf(options).map((form) => form.path))) {
    if (shown.has(path)) continue;
    server.route('get', path, async (req, res) => {
      parts.visits.admit(req);
      const place = parts.placeOfForm(req.url ?? '');
      if (place === null || !wantsPage(req)) {
        res.setHeader('Allow', 'POST');
        throw new Refused(405, 'method-not-allowed');
      }
      seeOther(res, place);
    });
  }
}

function openAssets(server: WebServer, assets: readonly Asset[]): void {
  const send = assetHandler(assets);
  server.route('get', '/assets/:name', async (req, res) => send(req, res, String(req.params?.name)));
}
