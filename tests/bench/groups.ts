import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';
import { type Library, loadLibrary } from '../../src/content/library';
import { paths } from '../../src/pages/paths';
import { openStore } from '../../src/storage/openStore';
import { type Browser, startPracticeServer } from '../support/practiceServer';
import { fillCrowd, GROUPS, LEARNERS, type SampleTalk, talkedWith } from './crowd';
import { line, spread, time } from './report';

/** Turns that are stored in all, the second ten times the first: people practise on, their homework is the same. */
const SIZES = [20_000, 200_000] as const;
const RUNS = 180;

interface Measured {
  readonly matrix: number;
  readonly me: number;
  readonly picture: number;
}

/** Pages of groups as a browser asks for them, in a database of a large installation. */
export async function benchGroups(): Promise<readonly string[]> {
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) throw new Error('content has errors; run check');
  const { library } = loaded;
  const sample = talkedWith(library);
  const measured: Measured[] = [];
  for (const turns of SIZES) measured.push(await measure(library, sample, turns));
  const [few, many] = measured as [Measured, Measured];
  const size = `${LEARNERS} learners, ${GROUPS} groups, ${SIZES[1]} turns`;
  return [
    line(`the trainer's matrix, ${size}, median`, many.matrix, 'ms', { most: 150 }),
    line(`a learner's own page, ${size}, median`, many.me, 'ms', { most: 50 }),
    line(`the picture of a group, ${size}, median`, many.picture, 'ms'),
    line('the matrix as the turns grow tenfold', many.matrix / few.matrix, '×', { most: 1.5 }),
    line('the own page as the turns grow tenfold', many.me / few.me, '×', { most: 1.5 }),
    line('the picture as the turns grow tenfold', many.picture / few.picture, '×'),
  ];
}

async function measure(library: Library, sample: SampleTalk, turns: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-groups-'));
  const file = join(folder, 'bruggesprek.db');
  try {
    // Its tables.
    await (await openStore({ kind: 'sqlite', file })).close();
    fillCrowd(file, sample, turns);
    const store = await openStore({ kind: 'sqlite', file });
    const practice = await startPracticeServer({ guests: false, store, library });
    // After everything was handed in.
    practice.time.now = Date.UTC(2026, 5, 1);
    practice.time.step = 1;
    const trainers = await browsers(GROUPS, (index) => practice.browserOf(`trainer-${index}`));
    const learners = await browsers(GROUPS, (index) => practice.browserOf(`learner-${index * 7}`));
    const medianOf = async (people: readonly Browser[], path: (index: number) => string) => {
      const durations = await time(RUNS, GROUPS, async (run) => {
        const index = (run + GROUPS) % GROUPS;
        const { status } = (await people[index]?.read(path(index))) ?? { status: 0 };
        if (status !== 200) throw new Error(`${path(index)} was answered with ${status}`);
      });
      return spread(durations).median;
    };
    const found = {
      matrix: await medianOf(trainers, (index) => paths.overview(`group-${index}`)),
      me: await medianOf(learners, () => paths.me('nl')),
      picture: await medianOf(trainers, (index) => paths.picture(`group-${index}`)),
    };
    await practice.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function browsers(count: number, open: (index: number) => Promise<Browser>): Promise<Browser[]> {
  const opened: Browser[] = [];
  for (let index = 0; index < count; index++) opened.push(await open(index));
  return opened;
}
