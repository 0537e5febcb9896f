import { join } from 'node:path';
import type { Logger } from 'pino';
import { assetUrl, loadAsset } from '../channels/http/assets';
import type { Rate } from '../channels/http/limiter';
import { type Door, type RunningServer, startWebServer } from '../channels/server';
import { createWebChat } from '../channels/webchat';
import type { SignIns } from '../channels/webchat/visits';
import type { Conversations } from '../core/model/message';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { renderChatPage } from '../pages/chat';
import type { Pages } from './pages';

/** Everything the web side needs; whoever starts it decides where it comes from. */
export interface ServerParts {
  readonly conversations: Conversations;
  /** Signs tokens; keep it, so that open screens survive a restart. */
  readonly secret: string;
  readonly texts: (locale: Locale) => Texts;
  readonly logger: Logger;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly publicUrl: string | null;
  /** Sites that may show our pages in a frame. */
  readonly frames?: readonly string[];
  /** Folder of this project, where the files for the browser lie. */
  readonly root: string;
  /** Everything beside the chat. */
  readonly beside?: Pages;
  /** Who signed in; without it nobody can. */
  readonly signIns?: SignIns;
  /** Whether whoever sits at this machine may come in without signing in. */
  readonly guests?: boolean;
  /** Other channels; they get the conversations that also reach open screens. */
  readonly doors?: (conversations: Conversations) => readonly Door[];
  /** For each learner, and for each calling address. */
  readonly rates?: { readonly learner: Rate; readonly address: Rate };
}

/** Starts the web server with Web Chat and the other doors. */
export function startServer(parts: ServerParts): Promise<RunningServer> {
  const files = {
    webChat: loadAsset(join(parts.root, 'dist', 'public', 'webchat.js')),
    script: loadAsset(join(parts.root, 'src', 'pages', 'assets', 'chat.js')),
    style: loadAsset(join(parts.root, 'src', 'pages', 'assets', 'chat.css')),
  };
  const assets = {
    webChat: assetUrl(files.webChat),
    script: assetUrl(files.script),
    style: assetUrl(files.style),
  };
  const webChat = createWebChat({
    conversations: parts.conversations,
    secret: parts.secret,
    coachName: parts.texts('nl')('interface.coachName'),
    ...parts.beside,
    assets: [...Object.values(files), ...(parts.beside?.assets ?? [])],
    renderPage: (locale, { guest }) =>
      renderChatPage({ locale, texts: parts.texts(locale), local: parts.guests ?? true, guest, assets }),
    ...(parts.signIns && { signIns: parts.signIns }),
    ...(parts.guests !== undefined && { guests: parts.guests }),
    ...(parts.rates && { rate: parts.rates.learner }),
  });
  return startWebServer({
    logger: parts.logger,
    host: parts.host,
    port: parts.port,
    publicUrl: parts.publicUrl,
    ...(parts.frames && { frames: parts.frames }),
    doors: [webChat, ...(parts.doors?.(webChat.conversations) ?? [])],
    ...(parts.rates && { rate: parts.rates.address }),
  });
}
