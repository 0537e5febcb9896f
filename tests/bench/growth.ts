import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRolePlay } from '../../dialogs/rolePlay';
import { create } from '../../src/cli/new';
import { PROJECT_ROOT } from '../../src/cli/root';
import { cacheIn } from '../../src/content/cache';
import { loadLibrary } from '../../src/content/library';
import { openTalk, playTurn } from '../../src/core/dialogue/playTurn';
import type { Move } from '../../src/core/model/moves';
import { sentence, understood } from '../support/understood';
import { line, spread } from './report';

const LENGTHS = [10, 100, 1000] as const;
const SAMPLES = 400;
const SCENARIOS = 1000;
const NEUTRAL: readonly Move[] = [
  'explain',
  'closed-question',
  'contact',
  'other',
  'open-question',
  'give-space',
];
const TOPICS = ['hasna', 'school', 'work', 'faith', 'future', 'family'];

/** A turn costs the same however long the talk has been, and a large library is soon ready. */
export async function benchGrowth(): Promise<readonly string[]> {
  return [...lengths(), ...libraries()];
}

/** The next turn of talks of different lengths, in one run, with the session through JSON as a store keeps it. */
function lengths(): readonly string[] {
  const loaded = loadLibrary(PROJECT_ROOT);
  const staged = loaded.ok ? loaded.library.playbook.scenarios[0] : undefined;
  if (!staged) throw new Error('content has errors; run check');
  const scenario = { ...staged.scenario, maxTurns: Number.MAX_SAFE_INTEGER, endings: [] };
  const play = { scenario, machine: compileRolePlay(scenario) };
  const reply = (turn: number) =>
    understood(sentence(NEUTRAL[turn % NEUTRAL.length] ?? 'other', [TOPICS[turn % TOPICS.length] ?? '']));
  const measured = LENGTHS.map((length) => {
    let { state } = openTalk(play, 'bench');
    for (let turn = 0; turn < length; turn++) {
      state = playTurn(play, state, `reply ${turn}`, reply(turn), 0).state;
    }
    const kept = JSON.stringify(state);
    const durations: number[] = [];
    for (let turn = 0; turn < SAMPLES; turn++) {
      const from = performance.now();
      JSON.stringify(playTurn(play, JSON.parse(kept), `reply ${turn}`, reply(turn), 0).state);
      durations.push(performance.now() - from);
    }
    return { length, ms: spread(durations).median, bytes: kept.length };
  });
  const [, hundred, thousand] = measured;
  return [
    ...measured.flatMap(({ length, ms, bytes }) => [
      line(`a turn after ${length} turns, median`, ms, 'ms'),
      line(`the session after ${length} turns`, bytes / 1024, 'kB'),
    ]),
    line('a turn after 1000 turns against 100', (thousand?.ms ?? 0) / (hundred?.ms ?? 1), '×', { most: 1.5 }),
    line('the session after 1000 turns against 100', (thousand?.bytes ?? 0) / (hundred?.bytes ?? 1), '×', {
      most: 1.5,
    }),
  ];
}

/** Copies of the template scenario beside the real rubric, effects and texts. */
function libraries(): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'bruggesprek-library-'));
  try {
    copyScenarios(root);
    const load = (reading: 'to play' | 'to mend') => {
      const from = performance.now();
      const loaded = loadLibrary(root, reading === 'to play' ? cacheIn(join(root, 'cache')) : null);
      if (!loaded.ok || loaded.library.playbook.scenarios.length !== SCENARIOS)
        throw new Error('not all were loaded');
      return (performance.now() - from) / 1000;
    };
    return [
      line(`${SCENARIOS} scenarios, the first start: read from their sources`, load('to play'), 's', {
        most: 3,
      }),
      line(`${SCENARIOS} scenarios, every further start: from the cache`, load('to play'), 's', { most: 3 }),
      line(`${SCENARIOS} scenarios, all errors and warnings, as "check" finds them`, load('to mend'), 's'),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function copyScenarios(root: string): void {
  cpSync(join(PROJECT_ROOT, 'locales'), join(root, 'locales'), {
    recursive: true,
    filter: (source) => !/nl\/scenarios\/|\/corpus/.test(source),
  });
  for (const part of ['moves.yaml', 'rubric.yaml', 'methods.yaml', 'template']) {
    cpSync(join(PROJECT_ROOT, 'scenarios', part), join(root, 'scenarios', part), { recursive: true });
  }
  const quiet = { input: process.stdin, out: () => {}, err: () => {} };
  for (let number = 0; number < SCENARIOS; number++) create(root, `copy-${number}`, quiet);
}
