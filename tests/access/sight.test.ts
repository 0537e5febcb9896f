import type { Sight } from '../../src/core/model/homework';
import { MATRIX } from './matrix';
import { openWorld, SECRET, type World } from './world';

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.practice.close())));

async function worldAt(sight: Sight): Promise<World> {
  const world = await openWorld(sight);
  worlds.push(world);
  return world;
}

/** Everything a trainer can look at, as one text. */
async function everythingSeenBy(world: World, trainer: 'tineke' | 'carla'): Promise<string> {
  const browser = await world.browserOf(trainer);
  const texts: string[] = [];
  for (const { method, route } of MATRIX) {
    if (method === 'get' && route.includes('group')) texts.push((await browser.read(world.at(route))).text);
  }
  return texts.join('\n');
}

it('shows a trainer the words of a talk only when all of it was shared', async () => {
  expect(await everythingSeenBy(await worldAt('transcript'), 'tineke')).toContain(SECRET);
  expect(await everythingSeenBy(await worldAt('levels'), 'tineke')).not.toContain(SECRET);
  expect(await everythingSeenBy(await worldAt('done'), 'tineke')).not.toContain(SECRET);
});

it('shows no level when only being done was shared', async () => {
  const shown = async (sight: Sight) => {
    const world = await worldAt(sight);
    const browser = await world.browserOf('tineke');
    return (await browser.read(world.at('/groups/:group/assignments/:assignment/seen/:attempt'))).text;
  };
  expect(await shown('levels')).toContain('●');
  expect(await shown('done')).not.toMatch(/[●○]{4}/);
});

it.each([
  ['takes it back', (world: World) => world.practice.store.homework.takeBack('h1', 'anna', 'small')],
  ['deletes it', (world: World) => world.practice.store.forgetAttempt(world.attempt, 'anna')],
  ['leaves the group', (world: World) => world.practice.store.groups.removeMember('g1', 'anna')],
  ['asks for less', (world: World) => narrow(world)],
])('shows nothing of it any more at once when the learner %s', async (_, act) => {
  const world = await worldAt('transcript');
  await act(world);
  expect(await everythingSeenBy(world, 'tineke')).not.toContain(SECRET);
});

/** Here it is the trainer who asks for less. */
async function narrow({ practice }: World): Promise<void> {
  const assignment = await practice.store.homework.assignment('h1');
  if (assignment) await practice.store.homework.changeAssignment({ ...assignment, sight: 'done' });
}

it('gives nothing for ids of one group under the address of another', async () => {
  const world = await worldAt('transcript');
  const browser = await world.browserOf('carla');
  for (const { method, route } of MATRIX) {
    if (!/:group\/.*:(?:assignment|attempt|person|code)/.test(route)) continue;
    const path = world.at(route).replace('/groups/g1/', '/groups/g2/');
    const answer =
      method === 'get'
        ? await browser.read(path)
        : await browser.post(path, { token: await world.tokenOf(browser) });
    expect([method, path, answer.status]).toEqual([method, path, 404]);
  }
  expect((await world.practice.store.groups.members('g1')).map(({ person }) => person)).toContain('bert');
});

it.each([
  ['from another site', { Origin: 'https://evil.example.org' }],
  ['that does not say where it comes from', {}],
])('takes no form %s', async (_, headers) => {
  const world = await worldAt('transcript');
  const browser = await world.browserOf('tineke');
  const token = await world.tokenOf(browser);
  for (const { method, route } of MATRIX.filter((row) => row.method === 'post')) {
    const response = await fetch(`${world.practice.server.url}${world.at(route)}`, {
      method,
      redirect: 'manual',
      headers: { Cookie: browser.cookie, ...headers },
      body: new URLSearchParams({ token }),
    });
    expect([route, response.status]).toEqual([route, 403]);
  }
});

it('takes no form with the token of somebody else', async () => {
  const world = await worldAt('transcript');
  const token = await world.tokenOf(await world.browserOf('carla'));
  const browser = await world.browserOf('tineke');
  for (const { route } of MATRIX.filter((row) => row.method === 'post')) {
    expect([route, (await browser.post(world.at(route), { token })).status]).toEqual([route, 403]);
  }
});
