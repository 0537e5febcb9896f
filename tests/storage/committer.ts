/**
 * A process that takes turns as fast as it can and prints the id of each message once it is committed.
 * Run by the SIGKILL test as `node committer.js OPTIONS CONVERSATION`, the options of the store as JSON.
 */
import { writeSync } from 'node:fs';
import { openStore, type StoreOptions } from '../../src/storage/openStore';
import { AT, decision, sampleAttempt, sampleSession, sampleTurn, text } from './fixtures';

async function commitForEver(options: StoreOptions, conversation: string): Promise<never> {
  const store = await openStore(options);
  const attempt = `attempt-of-${conversation}`;
  for (let version = (await store.session(conversation))?.version ?? 0; ; version++) {
    const session = sampleSession(conversation, { attempt: sampleAttempt(attempt) });
    const record =
      version === 0
        ? ({ kind: 'attempt-started', attempt } as const)
        : ({ kind: 'turn', attempt, turn: sampleTurn(version) } as const);
    const id = `message-${version + 1}`;
    const outcome = await store.commit(text(conversation, id), decision(session, record), version, AT);
    if (outcome.kind !== 'committed') throw new Error(`${id} was answered with ${outcome.kind}`);
    // Straight to the pipe: what is printed must have left this process before it is killed.
    writeSync(1, `${id}\n`);
  }
}

const [options, conversation] = process.argv.slice(2);
if (!options || !conversation) throw new Error('Usage: committer OPTIONS CONVERSATION');
void commitForEver(JSON.parse(options) as StoreOptions, conversation);
