import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock, Secrets, Store } from '../../app/ports';
import { createReviewsInPublic } from '../../app/reviews/inPublic';
import { createTeamsHome } from '../../app/teamsHome';
import { PERSONAL_CHAT } from '../../channels/botframework/groupTalk';
import type { BotFrameworkOptions } from '../../channels/botframework/options';
import type { Door } from '../../channels/server';
import { type Config, isLoopback } from '../../config';
import type { Courier, PlaceCourier } from '../../core/model/letter';
import type { Conversations } from '../../core/model/message';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { repeat } from '../repeat';

type Mount = typeof import('../../channels/botframework/mount');

export interface TeamsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly texts: (locale: Locale, address: Address) => Texts;
  readonly log: Logger;
}

/** Teams, as far as this installation is in it. */
export interface Teams {
  doors(conversations: Conversations): readonly Door[];
  /** `baseUrl` is where our pages are, without a slash at the end. */
  courier(baseUrl: string): Courier;
  /** Speaks first where somebody had something announced. */
  readonly places: PlaceCourier;
  /** Brings what never wholly left, now and from time to time. */
  bringLateAnswers(conversations: Pick<Conversations, 'delivered'>, baseUrl: string): Running;
}

export interface Running {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 15_000;

/** Null where the settings leave Teams closed. Its SDK is large, so it is loaded only when it is used. */
export function openTeams(config: Config, { store, clock, secrets, texts, log }: TeamsParts): Teams | null {
  if (config.bot.kind === 'closed') return null;
  const { createBotFramework } = require('../../channels/botframework/mount') as Mount;
  const framework = createBotFramework({
    ...identityOf(config),
    development: config.bot.kind === 'development',
    loopback: isLoopback(config.host),
    baseUrl: config.publicUrl,
    texts,
    home: createTeamsHome({ store, clock, secrets, instance: randomUUID() }),
    reviews: createReviewsInPublic({
      ...{ store, clock, texts, personal: PERSONAL_CHAT },
      places: { takeBack: (reference) => framework.places.takeBack(reference) },
    }),
    teamsAppId: config.teamsAppId,
    log,
  });
  const bring = async (conversations: Pick<Conversations, 'delivered'>, baseUrl: string) => {
    const count = await framework.bringLateAnswers(conversations, baseUrl);
    if (count > 0) log.info({ count }, 'late-answers-brought');
  };
  return {
    doors: (conversations) => [{ open: ({ restify }) => framework.mount(restify, conversations) }],
    courier: (baseUrl) => framework.courier(baseUrl),
    places: framework.places,
    bringLateAnswers: (conversations, baseUrl) => ({
      stop: repeat(LOOK_EVERY_MS, () => bring(conversations, baseUrl), log),
    }),
  };
}

function identityOf({ bot }: Config): Partial<BotFrameworkOptions> {
  return bot.kind === 'authenticated' ? bot.identity : {};
}
