import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { paths } from '../../src/pages/paths';
import { openStore } from '../../src/storage/openStore';
import { type PracticeServer, samplePerson, startPracticeServer } from '../support/practiceServer';
import { bringTalk, EARLY, moveMeeting, SHARED } from '../support/reviewWorld';
import type { RoomFigures, RoomLoad } from './liveRoomClient';
import { line, spread } from './report';

const LISTENERS = 60;
const STEPS = 40;

/**
 * One meeting with sixty people in it: from the press on the button of whoever leads until the step is with each of
 * them, through the web server with everything that it checks, with SQLite on disk.
 */
export async function benchLiveRoom(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-live-'));
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'bruggesprek.db') });
  const practice = await startPracticeServer({ guests: false, store });
  // Not a minute at every reading, or the meeting is over before it began.
  practice.time.step = 1;
  try {
    const figures = await run(practice);
    const heard = spread(figures.heard);
    const drawn = spread(figures.drawn);
    return [
      line(`a step is with all of ${LISTENERS} open rooms, median`, heard.median, 'ms', { most: 300 }),
      line('  19 of 20 within', heard.p95, 'ms'),
      line('and all of them have the room anew, median', drawn.median, 'ms'),
      line('  19 of 20 within', drawn.p95, 'ms'),
    ];
  } finally {
    await practice.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(practice: PracticeServer): Promise<RoomFigures> {
  const { store, server } = practice;
  const { id } = await bringTalk(store);
  const people = Array.from({ length: LISTENERS }, (_, at) => `person-${at}`);
  for (const person of people) {
    await store.people.settlePerson(samplePerson(person));
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: EARLY });
    await store.reviews.join(id, { person, since: SHARED });
  }
  await moveMeeting(store, id, { stage: 'running', since: SHARED });
  const browsers = await Promise.all(people.map((person) => practice.browserOf(person)));
  const leader = await practice.browserOf('bram');
  const token = /name="token" value="([^"]+)"/.exec((await leader.read(paths.review(id))).text)?.[1] ?? '';
  const workerData: RoomLoad = {
    url: server.url,
    live: paths.reviewLive(id),
    room: paths.reviewRoom(id),
    step: paths.reviewStep(id),
    listeners: browsers.map(({ cookie }) => cookie),
    leader: leader.cookie,
    token,
    steps: STEPS,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'liveRoomClient.js'), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
