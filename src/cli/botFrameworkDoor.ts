import type { Logger } from 'pino';
import { mountBotFramework } from '../channels/botframework/mount';
import type { BotFrameworkOptions } from '../channels/botframework/options';
import type { Door } from '../channels/server';
import { type Config, isLoopback } from '../config';
import type { Conversations } from '../core/model/message';
import type { Texts } from '../core/model/texts';

/** The way in for Teams, as far as the settings open it. */
export function botFrameworkDoors(
  config: Config,
  conversations: Conversations,
  texts: Texts,
  log: Logger,
): readonly Door[] {
  if (config.bot.kind === 'closed') return [];
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
