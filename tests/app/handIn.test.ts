import fc from 'fast-check';
import type { AssignmentDraft } from '../../src/app/assignmentDraft';
import {
  type AssignmentParts,
  closeAssignment,
  editAssignment,
  reopenAssignment,
} from '../../src/app/assignments';
import { groupRows } from '../../src/app/exports';
import { excuse, learnersWith } from '../../src/app/givenHomework';
import { handIn, sharedBy, takeBack, visibleHandIn } from '../../src/app/handIn';
import { homeworkOf } from '../../src/app/homework';
import { statesFor } from '../../src/app/homeworkState';
import { readMatrix } from '../../src/app/matrix';
import { openHomeworkOf } from '../../src/app/openHomework';
import type { Store } from '../../src/app/ports';
import { sharedTalks } from '../../src/app/sharedTalks';
import { calendar } from '../../src/calendar';
import { isWider, SIGHTS, type Sight } from '../../src/core/model/homework';
import { openStore } from '../../src/storage/openStore';
import { decision, SCORECARD, sampleAttempt, sampleSession, text } from '../storage/fixtures';
import { sampleAssignment } from '../support/assignments';
import { samplePerson, smallLibrary } from '../support/practiceServer';

const SCENARIOS = ['hasna', 'noor'] as const;
const BEGUN = '2026-03-03T09:00:00.000Z';
const PATH = { group: 'g1', assignment: 'h1' };

interface Room {
  readonly store: Store;
  readonly parts: AssignmentParts & { readonly store: Store };
  close(): Promise<void>;
}

/** A group with one learner who practised both scenarios twice, and homework that shows everything. */
async function openRoom(sight: Sight = 'transcript'): Promise<Room> {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  for (const id of ['anna', 'tineke', 'theo']) await store.people.settlePerson(samplePerson(id));
  for (const [id, trainer] of [
    ['g1', 'tineke'],
    ['g2', 'theo'],
  ] as const) {
    const group = { id, name: id, createdBy: trainer, createdAt: BEGUN, archivedAt: null };
    await store.groups.addGroup({ ...group, timeZone: 'Europe/Amsterdam' });
  }
  await store.groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: BEGUN });
  await store.homework.addAssignment(sampleAssignment({ scenarios: SCENARIOS, sight }));
  for (const scenario of SCENARIOS) for (const n of [1, 2]) await practise(store, scenario, n);
  let minute = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 2, 4, 9, minute++)).toISOString() };
  const ids = { fresh: () => `fresh-${minute}` };
  const scenarios = SCENARIOS.map((id) => ({ id, levels: ['practise'] as const }));
  const announce = async () => {};
  return {
    store,
    parts: { store, clock, ids, calendar, scenarios, announce },
    close: () => store.close(),
  };
}

async function practise(store: Store, scenario: string, n: number): Promise<void> {
  const id = `${scenario}-${n}`;
  const attempt = sampleAttempt(id, { scenario });
  const conversation = `c-${id}`;
  const session = sampleSession(conversation, { attempt });
  const started = decision(session, { kind: 'attempt-started', attempt: id });
  await store.commit(text(conversation, 'm1'), started, 0, BEGUN);
  const finished = decision(session, { kind: 'finished', attempt: id, scorecard: SCORECARD });
  await store.commit(text(conversation, 'm2'), finished, 1, BEGUN);
}

type Step =
  | { readonly kind: 'hand-in'; readonly attempt: string; readonly consent: Sight }
  | { readonly kind: 'take-back'; readonly scenario: string }
  | { readonly kind: 'sight'; readonly sight: Sight }
  | { readonly kind: 'forget'; readonly attempt: string }
  | { readonly kind: 'close' | 'reopen' | 'excuse' | 'require' | 'leave' };

const anyAttempt = fc.constantFrom('hasna-1', 'hasna-2', 'noor-1', 'noor-2');
const anySight = fc.constantFrom(...SIGHTS);
const handsIn = fc.record({ kind: fc.constant('hand-in' as const), attempt: anyAttempt, consent: anySight });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: handsIn },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('take-back' as const),
      scenario: fc.constantFrom(...SCENARIOS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sight' as const), sight: anySight }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), attempt: anyAttempt }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('close' as const, 'reopen' as const, 'excuse' as const, 'require' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'leave' as const }) },
);

/** What must be shared after a row of steps: attempts with what was agreed to. */
type Shared = Map<string, Sight>;

async function take({ parts, store }: Room, step: Step, shared: Shared): Promise<void> {
  switch (step.kind) {
    case 'hand-in': {
      const { attempt, consent } = step;
      const outcome = await handIn(parts, 'anna', { assignment: 'h1', attempt, consent });
      if (outcome?.kind !== 'handed-in') return;
      const [scenario = ''] = attempt.split('-');
      for (const other of [...shared.keys()]) if (other.startsWith(scenario)) shared.delete(other);
      shared.set(attempt, consent);
      return;
    }
    case 'take-back':
      await takeBack(parts, 'anna', 'h1', step.scenario);
      for (const other of [...shared.keys()]) if (other.startsWith(step.scenario)) shared.delete(other);
      return;
    case 'sight': {
      const assignment = await store.homework.assignment('h1');
      const version = assignment?.version ?? 0;
      const typed = { title: 'Oefenen', note: '', dueOn: '2026-03-12', sight: step.sight };
      const draft = typed as AssignmentDraft;
      await editAssignment(parts, 'tineke', PATH, draft, { version, publish: false });
      return;
    }
    case 'forget':
      await store.forgetAttempt(step.attempt, 'anna');
      shared.delete(step.attempt);
      return;
    case 'close':
      await closeAssignment(parts, 'tineke', PATH);
      return;
    case 'reopen':
      await reopenAssignment(parts, 'tineke', PATH);
      return;
    case 'excuse':
    case 'require':
      await excuse(parts, 'tineke', { ...PATH, learner: 'anna' }, step.kind === 'excuse');
      return;
    case 'leave':
      await store.groups.removeMember('g1', 'anna');
      shared.clear();
      return;
  }
}

describe('whatever the row of steps', () => {
  it('shows exactly what is handed in, never wider than was agreed to nor than before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 10 }), async (steps) => {
        const room = await openRoom();
        const shared: Shared = new Map();
        let promised: Sight = 'transcript';
        for (const step of steps) {
          await take(room, step, shared);
          const sight = (await room.store.homework.assignment('h1'))?.sight ?? 'transcript';
          expect(isWider(sight, promised)).toBe(false);
          promised = sight;
          for (const attempt of ['hasna-1', 'hasna-2', 'noor-1', 'noor-2']) {
            const seen = await visibleHandIn(room.store, 'tineke', 'h1', attempt);
            const agreed = shared.get(attempt);
            expect([attempt, seen !== null]).toEqual([attempt, agreed !== undefined]);
            if (seen && agreed) {
              expect(isWider(seen.sight, agreed)).toBe(false);
              expect(isWider(seen.sight, sight)).toBe(false);
            }
            expect(await visibleHandIn(room.store, 'theo', 'h1', attempt)).toBeNull();
            expect(await visibleHandIn(room.store, 'anna', 'h1', attempt)).toBeNull();
          }
          const told = (await sharedBy(room.parts, 'anna')).map(({ attempt }) => attempt.id);
          expect(told.toSorted()).toEqual([...shared.keys()].toSorted());
        }
        await room.close();
      }),
      { numRuns: 12 },
    );
  });

  it('is written down as handed in exactly while all of it is, and offered while it is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 10 }), async (steps) => {
        const room = await openRoom();
        const shared: Shared = new Map();
        for (const step of steps) await take(room, step, shared);
        const { store, parts } = room;
        const assignment = await store.homework.assignment('h1');
        if (!assignment) throw new Error('the assignment is gone');
        const [seen] = await statesFor(store, [assignment], ['anna']);
        const all = shared.size === SCENARIOS.length;
        if (seen?.state !== 'excused') expect(seen?.state === 'handed-in').toBe(all);
        const [own] = await homeworkOf(parts, 'anna');
        const member = await store.groups.membership('g1', 'anna');
        expect(own === undefined).toBe(member === null);
        if (own) {
          expect(own.homework.state === 'handed-in').toBe(seen?.state === 'handed-in');
          const offered = await openHomeworkOf(store, 'anna', parts.clock.now());
          const open = own.state === 'open' && seen?.state !== 'excused' && !all;
          expect(offered).toHaveLength(open ? 1 : 0);
          expect(offered.flatMap(({ scenarios }) => scenarios)).toHaveLength(open ? 2 - shared.size : 0);
        }
        await room.close();
      }),
      { numRuns: 12 },
    );
  });
});

describe('two browsers at once', () => {
  it('hand in both scenarios, and neither is lost', async () => {
    const room = await openRoom();
    const hand = (attempt: string) =>
      handIn(room.parts, 'anna', { assignment: 'h1', attempt, consent: 'transcript' });
    await Promise.all([hand('hasna-1'), hand('noor-2')]);
    expect(await room.store.homework.handInsFor(['h1'])).toHaveLength(2);
    const [own] = await homeworkOf(room.parts, 'anna');
    expect(own?.homework.state).toBe('handed-in');
    await room.close();
  });
});

describe('somebody who becomes a trainer later', () => {
  const LATER = '2026-03-04T09:30:00.000Z';

  /** A learner handed in, and then a fellow learner was made a trainer. */
  async function withNewTrainer(): Promise<Room> {
    const room = await openRoom('transcript');
    await room.store.people.settlePerson(samplePerson('bert'));
    await room.store.groups.addMember({ group: 'g1', person: 'bert', role: 'learner', since: BEGUN });
    await handIn(room.parts, 'anna', { assignment: 'h1', attempt: 'hasna-1', consent: 'transcript' });
    await room.store.groups.changeRole('g1', 'bert', 'trainer', LATER);
    return room;
  }

  it('sees that it is there, and opens nothing of it', async () => {
    const room = await withNewTrainer();
    const { store, parts } = room;
    const given = { store, clock: parts.clock };
    expect(await visibleHandIn(store, 'bert', 'h1', 'hasna-1')).toBeNull();
    expect(await visibleHandIn(store, 'tineke', 'h1', 'hasna-1')).not.toBeNull();
    const [cell] = (await readMatrix(given, 'bert', 'g1'))?.rows[0]?.cells ?? [];
    expect(cell).toMatchObject({ state: 'partly', handIns: [], before: true });
    expect(await learnersWith(given, 'bert', PATH)).toMatchObject([{ handedIn: 1, handIns: [] }]);
    const assignment = await store.homework.assignment('h1');
    const talks = { store, rubric: smallLibrary.playbook.rubric, scenarioOf: async () => null };
    const drawn = (since: string) => sharedTalks(talks, assignment ? [assignment] : [], ['anna'], { since });
    expect([(await drawn(BEGUN)).length, (await drawn(LATER)).length]).toEqual([1, 0]);
    const rows = await groupRows(talks, 'g1', 'bert');
    expect(rows).toMatchObject([{ handIn: null, levels: null }]);
    await room.close();
  });

  it('is named to the learner as such, and among the others once it is handed in anew', async () => {
    const room = await withNewTrainer();
    const [before] = await sharedBy(room.parts, 'anna');
    expect([before?.trainers.length, before?.later.length]).toEqual([1, 1]);
    await room.store.groups.changeRole('g1', 'bert', 'learner', LATER);
    await room.store.groups.changeRole('g1', 'bert', 'trainer', '2026-03-04T09:00:30.000Z');
    await handIn(room.parts, 'anna', { assignment: 'h1', attempt: 'hasna-2', consent: 'transcript' });
    const [after] = await sharedBy(room.parts, 'anna');
    expect([after?.trainers.length, after?.later.length]).toEqual([2, 0]);
    expect(await visibleHandIn(room.store, 'bert', 'h1', 'hasna-2')).not.toBeNull();
    await room.close();
  });
});
