import { join } from 'node:path';
import { offerOrganiserLink } from '../app/organiserLink';
import { type Config, describeProblems, readConfig } from '../config';
import { loadTexts } from '../content/texts';
import { paths } from '../pages/paths';
import { secrets } from '../secrets';
import { openStore } from '../storage/openStore';
import { storeOptionsOf } from './dataFile';
import type { CommandIo } from './io';
import { PROJECT_ROOT } from './root';

/**
 * `organiser`: prints a link by which one more person comes to run the installation, for when who did so has gone.
 * A link printed before stops working. The server may run meanwhile.
 */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
  const outcome = readConfig();
  if (outcome.kind === 'problems') {
    io.err(`${describeProblems(outcome.problems)}\n`);
    return 2;
  }
  const store = await openStore(storeOptionsOf(outcome.config));
  try {
    const clock = { now: () => new Date().toISOString() };
    const secret = await offerOrganiserLink({ store, clock, secrets }, 'also-when-there-is-one');
    const url = `${originOf(outcome.config)}${paths.organiserLink(secret ?? '')}`;
    io.out(`${loadTexts(join(PROJECT_ROOT, 'locales'))('nl', 'je')('entry.organiser.terminal', { url })}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function originOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
