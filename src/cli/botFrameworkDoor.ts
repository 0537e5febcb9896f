import type { Logger } from 'pino';
import type { BotFrameworkOptions } from '../channels/botframework/options';
import type { Door } from '../channels/server';
import { type Config, isLoopback } from '../config';
import type { Conversations } from '../core/model/message';
import type { Texts } from '../core/model/texts';

type Mount = typeof import('../channels/botframework/mount');

/** The way in for Teams, as far as the settings open it. Its SDK is large, so it is loaded only when it is used. */
export function botFrameworkDoors(
  config: Config,
  conversations: Conversations,
  texts: Texts,
  log: Logger,
): readonly Door[] {
  if (config.bot.kind === 'closed') return [];
  const { mountBotFramework } = require('../channels/botframework/mount') as Mount;
  const options: BotFrameworkOptions = {
    ...identityOf(config),
    development: config.bot.kind === 'development',
    loopback: isLoopback(config.host),
    baseUrl: config.publicUrl,
    coachName: texts('interface.coachName'),
    texts: {
      failed: texts('pages.chat.troubles.failed'),
      unreadable: texts('pages.chat.troubles.unreadable'),
    },
    log,
  };
  return [{ open: ({ restify }) => mountBotFramework(restify, options, conversations) }];
}

function identityOf({ bot }: Config): Partial<BotFrameworkOptions> {
  return bot.kind === 'authenticated' ? bot.identity : {};
}
