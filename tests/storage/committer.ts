/**
 * A process that takes turns as fast as it can and prints the id of each message once it is committed.
 * Run by the SIGKILL test as `node committer.js FILE CONVERSATION`.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/storage/openStore';
import { AT, decision, sampleAttempt, sampleSession, sampleTurn, text } from './fixtures';

async function commitForEver(file: string, conversation: string): Promise<never> {
  const store = await openStore({ kind: 'sqlite', file });
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

const [file, conversation] = process.argv.slice(2);
if (!file || !conversation) throw new Error('Usage: committer FILE CONVERSATION');
void commitForEver(file, conversation);
