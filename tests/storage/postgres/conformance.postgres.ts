import { describeKilling } from '../conformance/killing';
import { describeStore } from '../storeConformance';
import { addressOf, borrowDatabase, deserted, giveBack, openInDatabase } from './database';

describeStore('PostgreSQL', openInDatabase);

describeKilling('PostgreSQL', async () => {
  const database = await borrowDatabase();
  return {
    options: { kind: 'postgres', url: addressOf(database) },
    // The server may still be committing what it was told before its client was killed.
    settled: () => deserted(database),
    end: () => giveBack(database),
  };
});
