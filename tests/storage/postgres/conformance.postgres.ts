import { describeKilling, type Killing } from '../conformance/killing';
import { describeOutboxKilling } from '../conformance/outboxKilling';
import { describeStore } from '../storeConformance';
import { addressOf, borrowDatabase, deserted, giveBack, openInDatabase } from './database';

describeStore('PostgreSQL', openInDatabase);

async function inDatabase(): Promise<Killing> {
  const database = await borrowDatabase();
  return {
    options: { kind: 'postgres', url: addressOf(database) },
    // The server may still be committing what it was told before its client was killed.
    settled: () => deserted(database),
    end: () => giveBack(database),
  };
}

describeKilling('PostgreSQL', inDatabase);
describeOutboxKilling('PostgreSQL', inDatabase);
