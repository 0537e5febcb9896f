import type { Store } from '../../../src/app/ports';
import type { Attempt } from '../../../src/core/model/session';
import {
  AT,
  decision,
  LATER,
  ROLE_PLAY,
  SCORECARD,
  sampleAttempt,
  sampleSession,
  sampleTurn,
  text,
} from '../fixtures';

/** Opens a store; `again` opens a second one on the same data, as another process would. */
export interface Opened {
  readonly store: Store;
  again(): Promise<Store>;
  /** Closes all that was opened and removes the data. */
  end(): Promise<void>;
}

/** What the suites do to the store of the test at hand. Conversation `c1`, attempt `a1`, learner `anna`. */
export interface Scene {
  readonly store: Store;
  readonly again: () => Promise<Store>;
  /** Commits the first message, with which the attempt starts. */
  start(conversation?: string, id?: string, on?: Store): Promise<void>;
  /** Commits turn `number`, which is message `number + 1`. */
  say(number: number, words?: string): Promise<void>;
  /** Commits the end of the attempt on a session of this version. */
  finish(version: number): Promise<void>;
}

export type OpenScene = () => Scene;

export const active = (id = 'a1', changes: Partial<Attempt> = {}): Attempt => sampleAttempt(id, changes);

/** A scene on the store that is open when a test runs. */
export function sceneOn(opened: Opened): Scene {
  const { store } = opened;
  return {
    store,
    again: () => opened.again(),
    start: (conversation = 'c1', id = 'a1', on = store) => start(on, conversation, id),
    say: (number, words) => say(store, number, words),
    finish: (version) => finish(store, version),
  };
}

async function start(store: Store, conversation: string, id: string): Promise<void> {
  const session = sampleSession(conversation, { attempt: active(id) });
  const started = decision(session, { kind: 'attempt-started', attempt: id });
  const outcome = await store.commit(text(conversation, 'm1'), started, 0, AT);
  expect(outcome.kind).toBe('committed');
}

async function say(store: Store, number: number, words?: string): Promise<void> {
  const session = sampleSession('c1', { attempt: active() });
  const turn = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(number, words) });
  const outcome = await store.commit(text('c1', `m${number + 1}`, words), turn, number, AT);
  expect(outcome.kind).toBe('committed');
}

async function finish(store: Store, version: number): Promise<void> {
  const rolePlay = { ...ROLE_PLAY, ending: 'first-step' as const, reason: 'some-trust' };
  const session = sampleSession('c1', { stage: 'debriefing', attempt: active('a1', { rolePlay }) });
  const finished = decision(session, { kind: 'finished', attempt: 'a1', scorecard: SCORECARD });
  const outcome = await store.commit(text('c1', `m${version + 1}`), finished, version, LATER);
  expect(outcome.kind).toBe('committed');
}
