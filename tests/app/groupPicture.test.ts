import { readGroupPicture } from '../../src/app/groupPicture';
import { readMatrix } from '../../src/app/matrix';
import type { Store } from '../../src/app/ports';
import type { CriterionId, MarkLevel } from '../../src/core/model/scoring';
import { smallLibrary } from '../support/practiceServer';
import { openSharedClass, type SharedClass } from '../support/sharedClass';

const PEOPLE = ['anna', 'bert', 'chaima', 'daan', 'eva'];
const clock = { now: () => '2026-01-20T09:00:00.000Z' };
const [staged] = smallLibrary.playbook.scenarios;

let group: SharedClass;
let assignment: string;
let attempts: ReadonlyMap<string, string>;

beforeEach(async () => {
  group = await openSharedClass();
  for (const person of PEOPLE.slice(2)) await group.join(person);
  assignment = await group.give({ sight: 'transcript' });
  const handedIn = await PEOPLE.reduce<Promise<readonly (readonly [string, string])[]>>(
    async (before, person) => [
      ...(await before),
      [person, (await group.handedIn(person, 'transcript', assignment)).attempt],
    ],
    Promise.resolve([]),
  );
  attempts = new Map(handedIn);
});

afterEach(() => group.practice.close());

/** A store that tells what is asked of it. */
function watched(store: Store): { readonly store: Store; readonly asked: string[] } {
  const asked: string[] = [];
  const watch = <T extends object>(part: T, prefix: string): T =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return watch(value, `${prefix}${String(name)}.`);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]) => {
          asked.push(`${prefix}${String(name)}`);
          return Reflect.apply(value, target, given);
        };
      },
    });
  return { store: watch(store, ''), asked };
}

const parts = (store: Store) => ({
  store,
  clock,
  rubric: smallLibrary.playbook.rubric,
  scenarioOf: async () => staged?.scenario ?? null,
});

async function peopleAt(criterion: CriterionId): Promise<Readonly<Record<MarkLevel, number>> | null> {
  const view = await readGroupPicture(parts(group.practice.store), 'tineke', 'g1', null);
  if (view?.picture.spread.kind !== 'shown') return null;
  return view.picture.spread.value.find((one) => one.criterion === criterion)?.people ?? null;
}

it('asks the store as often for many people as for few', async () => {
  const few = watched(group.practice.store);
  expect(await readGroupPicture(parts(few.store), 'tineke', 'g1', null)).not.toBeNull();
  for (const person of ['fatih', 'goran', 'hana']) {
    await group.join(person);
    await group.handedIn(person, 'transcript', assignment);
  }
  const many = watched(group.practice.store);
  expect((await readGroupPicture(parts(many.store), 'tineke', 'g1', null))?.handedIn).toBe(8);
  expect(many.asked).toEqual(few.asked);
});

it('draws the matrix without looking at any talk', async () => {
  const { store, asked } = watched(group.practice.store);
  const matrix = await readMatrix({ store, clock }, 'tineke', 'g1');
  expect(matrix?.columns.map(({ ready }) => ready)).toEqual([5]);
  expect(asked.filter((name) => !/^(groups|people|homework)\./.test(name))).toEqual([]);
  expect(asked).not.toContain('homework.attemptsAt');
});

it('counts a mark as its trainer saw it', async () => {
  expect(await peopleAt('Z1')).toMatchObject({ 'not-seen': 5, strong: 0 });
  await group.practice.store.homework.keepOverrule({
    assignment,
    attempt: attempts.get('anna') ?? '',
    criterion: 'Z1',
    machine: 'not-seen',
    level: 'strong',
    reason: 'Dat deed ze.',
    by: 'tineke',
    at: clock.now(),
  });
  expect(await peopleAt('Z1')).toMatchObject({ 'not-seen': 4, strong: 1 });
});

it('counts a sentence as it was meant', async () => {
  const before = await peopleAt('Z1');
  for (const turn of [1, 2, 3]) {
    const done = await group.practice.store.correct(
      {
        attempt: attempts.get('anna') ?? '',
        turn,
        sentence: 0,
        machine: { kind: 'unsure' },
        move: 'own-frame',
        why: '',
        by: 'anna',
        at: clock.now(),
      },
      'anna',
    );
    expect(done).toBe(true);
  }
  expect(before).toMatchObject({ 'not-seen': 5 });
  expect(await peopleAt('Z1')).toMatchObject({ 'not-seen': 4 });
});

it('is hidden again when somebody takes back, leaves, or is shown less of', async () => {
  const { store } = group.practice;
  expect(await peopleAt('Z1')).not.toBeNull();
  const given = await group.assignment(assignment);
  await store.groups.removeMember('g1', 'eva');
  expect(await peopleAt('Z1')).toBeNull();
  await group.join('eva');
  await group.handedIn('eva', 'transcript', assignment);
  expect(await peopleAt('Z1')).not.toBeNull();
  await store.homework.changeAssignment({ ...given, sight: 'done' });
  expect(await peopleAt('Z1')).toBeNull();
});
