import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConversations } from '../../../src/app/conversations';
import type { Store } from '../../../src/app/ports';
import { createTeamsHome } from '../../../src/app/teamsHome';
import type { BotFrameworkOptions } from '../../../src/channels/botframework/options';
import type { Conversations, IncomingMessage, Reply } from '../../../src/core/model/message';
import { secrets } from '../../../src/secrets';
import { openStore } from '../../../src/storage/openStore';
import { sampleSession } from '../../storage/fixtures';
import { type Bot, OPEN, startBot } from './world';

/** One running copy of us. */
export interface Instance {
  readonly bot: Bot;
  readonly store: Store;
  readonly conversations: Conversations;
  bringLate(): Promise<number>;
  close(): Promise<void>;
}

/** A database on disk that several instances share, and the clock they share. */
export interface Ground {
  readonly time: { now: number };
  start(name: string, options?: Partial<BotFrameworkOptions>): Promise<Instance>;
  end(): void;
}

/** Two parts a message, so that one may arrive and the other not. */
export function twoParts({ body }: IncomingMessage): readonly Reply[] {
  const words = body.kind === 'text' ? body.text : body.kind;
  return [
    { kind: 'persona', name: 'Vader', text: `Ja, ${words}.` },
    { kind: 'coach', text: `Na ${words}.` },
  ];
}

export function newGround(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'teams-'));
  const time = { now: Date.UTC(2026, 0, 5, 9) };
  const clock = { now: () => new Date(time.now).toISOString() };
  return {
    time,
    start: async (name, options = OPEN) => {
      const store = await openStore({ kind: 'sqlite', file: join(folder, 'shared.sqlite') });
      let made = 0;
      const conversations = createConversations({
        store,
        clock,
        ids: { fresh: () => `${name}-${++made}` },
        decide: (session, message) => ({ session, replies: twoParts(message), recorded: [] }),
        firstSession: ({ conversation, learner }) => sampleSession(conversation, { learner }),
        groups: async () => ({ groups: [], mayMake: false, outcome: null }),
      });
      const home = createTeamsHome({ store, clock, secrets, instance: name });
      const bot = await startBot(conversations, { ...options, home });
      return {
        bot,
        store,
        conversations,
        bringLate: () => bot.framework.bringLateAnswers(conversations, 'https://oefenen.example'),
        close: async () => {
          await bot.close();
          await store.close();
        },
      };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
