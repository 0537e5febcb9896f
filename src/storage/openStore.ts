import { Kysely } from 'kysely';
import type { Store } from '../app/ports';
import type { Backend } from './backend';
import { commit } from './commit';
import { forget } from './forget';
import { migrate } from './migrations/migrate';
import { openPostgres } from './postgres/openPostgres';
import { findAttempt, findAttempts, listAttempts } from './repositories/attempts';
import {
  keepCorrection,
  listAllCorrections,
  listCorrections,
  listCorrectionsOf,
  withdrawCorrection,
} from './repositories/corrections';
import { findMessage, listMessages, markMessageDelivered } from './repositories/messages';
import { findScorecard, findScorecards } from './repositories/scorecards';
import { findLatestConversation, findSession } from './repositories/sessions';
import { findContentVersion, findSetting, keepContentVersion, keepFirstSetting } from './repositories/shelf';
import { listTurns, listTurnsOf } from './repositories/turns';
import { openSqlite } from './sqlite/openSqlite';
import {
  deliveryStore,
  groupStore,
  homeworkStore,
  outboxStore,
  peopleStore,
  privacyStore,
  reportStore,
  reviewStore,
} from './stores';
import type { Db, Tables } from './tables';

/**
 * `file` may be `:memory:` for a store that is gone when it is closed. `url` is `postgres://…`; it may hold a
 * password and belongs in no log.
 */
export type StoreOptions =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** Opens the store and brings its tables up to date; throws a `StoreProblem` where the fault is not ours. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const backend = await openBackend(options);
  const db: Db = new Kysely<Tables>({ dialect: backend.dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw backend.explain(error);
  }
  return storeOn(db, backend);
}

async function openBackend(options: StoreOptions): Promise<Backend> {
  switch (options.kind) {
    case 'sqlite':
      return openSqlite(options.file);
    case 'postgres':
      return openPostgres(options.url);
  }
}

function storeOn(db: Db, backend: Backend): Store {
  return {
    session: (conversation) => findSession(db, conversation),
    recorded: (conversation, messageId) => findMessage(db, conversation, messageId),
    messages: (conversation, after) => listMessages(db, conversation, after),
    commit: (message, decision, expectedVersion, at) => commit(db, message, decision, expectedVersion, at),
    markDelivered: (conversation, messageId) => markMessageDelivered(db, conversation, messageId),
    turns: (attempt) => listTurns(db, attempt),
    attempt: (id) => findAttempt(db, id),
    attemptsOf: (learner) => listAttempts(db, learner),
    scorecard: (attempt) => findScorecard(db, attempt),
    attemptRecords: (attempts) => findAttempts(db, attempts),
    scorecards: (attempts) => findScorecards(db, attempts),
    turnsOf: (attempts) => listTurnsOf(db, attempts),
    correctionsOf: (attempts) => listCorrectionsOf(db, attempts),
    forgetAttempt: async (attempt, learner) => {
      const forgotten = await forget(db, attempt, learner);
      if (forgotten) await backend.scrub();
      return forgotten;
    },
    correct: (correction, learner) => keepCorrection(db, correction, learner),
    withdrawCorrection: async (place, learner) => {
      const withdrawn = await withdrawCorrection(db, place, learner);
      if (withdrawn) await backend.scrub();
      return withdrawn;
    },
    corrections: (attempt) => listCorrections(db, attempt),
    allCorrections: () => listAllCorrections(db),
    latestConversation: (learner) => findLatestConversation(db, learner),
    keepContent: (hash, content) => keepContentVersion(db, hash, content),
    content: (hash) => findContentVersion(db, hash),
    setting: (name) => findSetting(db, name),
    settleSetting: (name, value) => keepFirstSetting(db, name, value),
    people: peopleStore(db),
    groups: groupStore(db),
    homework: homeworkStore(db, () => backend.scrub()),
    outbox: outboxStore(db),
    deliveries: deliveryStore(db),
    reports: reportStore(db),
    reviews: reviewStore(db, () => backend.scrub()),
    privacy: privacyStore(db, () => backend.scrub()),
    close: () => db.destroy(),
  };
}
