import type { Assignment } from '../../src/core/model/homework';
import { type Browser, type PracticeServer, samplePerson, startPracticeServer } from './practiceServer';

export const TOKEN = /name="token" value="([^"]+)"/;

/** A group with a trainer and two learners, and somebody of another group, each with a browser. */
export interface HomeworkClass {
  readonly practice: PracticeServer;
  readonly tineke: Browser;
  readonly anna: Browser;
  readonly bert: Browser;
  /** Trains group g2. */
  readonly theo: Browser;
  /** What is in a form for homework that is fine. */
  readonly fine: Readonly<Record<string, string>>;
  /** Fills in the form for new homework and hands it out; answers its id. */
  give(filled?: Readonly<Record<string, string>>): Promise<string>;
  assignment(id: string): Promise<Assignment>;
  /** Practises the small scenario to its end; answers the attempt. */
  practised(learner: string, level?: string): Promise<string>;
}

export async function openHomeworkClass(): Promise<HomeworkClass> {
  const practice = await startPracticeServer({ guests: false });
  const { store } = practice;
  const since = '2026-01-05T09:00:00.000Z';
  for (const id of ['tineke', 'theo', 'anna', 'bert']) await store.people.settlePerson(samplePerson(id));
  for (const [id, trainer] of [
    ['g1', 'tineke'],
    ['g2', 'theo'],
  ] as const) {
    const group = { id, name: `Groep <${id}>`, createdBy: trainer, createdAt: since, archivedAt: null };
    await store.groups.addGroup({ ...group, timeZone: 'Europe/Amsterdam' });
  }
  for (const person of ['anna', 'bert'])
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since });
  const [tineke, anna, bert, theo] = await Promise.all(
    ['tineke', 'anna', 'bert', 'theo'].map((id) => practice.browserOf(id)),
  );
  if (!tineke || !anna || !bert || !theo) throw new Error('a browser is missing');
  const fine = {
    title: 'Oefenen voor donderdag',
    note: 'Neem de tijd.',
    'scenarios.small': 'yes',
    level: '',
    dueOn: '2026-01-22',
    opensOn: '',
    attempts: '',
    sight: 'levels',
    step: 'publish',
  };
  let talks = 0;
  return {
    practice,
    tineke,
    anna,
    bert,
    theo,
    fine,
    give: async (filled = {}) => {
      const path = '/groups/g1/assignments/new';
      const { location } = await tineke.send(path, path, { ...fine, ...filled });
      return /assignments\/([^/?]+)\?/.exec(location ?? '')?.[1] ?? '';
    },
    assignment: async (id) => {
      const found = await store.homework.assignment(id);
      if (!found) throw new Error(`no assignment ${id}`);
      return found;
    },
    practised: (learner, level = 'practise') => {
      const choose = { kind: 'action', action: 'choose', values: { scenario: 'small', level } } as const;
      const words = ['begin', 'Hoe slaapt u de laatste tijd?', 'stop'];
      return practice.talk(learner, `c-${learner}-${++talks}`, choose, ...words);
    },
  };
}
