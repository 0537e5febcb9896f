import { benchDirectLine } from './directLine';
import { benchGroups } from './groups';
import { benchGrowth } from './growth';
import { benchLiveRoom } from './liveRoom';
import { benchProcess } from './process';
import { benchTeams } from './teams';
import { benchTurn } from './turn';
import { benchUnderstanding } from './understanding';

/** `npm run bench -- [names]`: prints figures against their bars; ratios are taken within one run. */
const BENCHES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  turn: benchTurn,
  understanding: benchUnderstanding,
  'direct-line': benchDirectLine,
  teams: benchTeams,
  growth: benchGrowth,
  groups: benchGroups,
  'live-room': benchLiveRoom,
  process: benchProcess,
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const names = Object.keys(BENCHES).filter((name) => wanted.length === 0 || wanted.includes(name));
  for (const name of names) {
    console.log(`== ${name}`);
    for (const text of (await BENCHES[name]?.()) ?? []) console.log(text);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
