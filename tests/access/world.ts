import type { Assignment, Sight } from '../../src/core/model/homework';
import { type Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';
import { ACTORS, type SignedIn } from './matrix';
import { addSampleReview } from './sampleReview';

export const AT = '2026-01-05T08:00:00.000Z';
const TIME_ZONE = 'Europe/Amsterdam';

/** Words of Anna that nobody else may read unless she shared them. */
export const SECRET = 'Woorden die van Anna zijn.';

const WORDS = [
  'Dag Ans, fijn dat ik mag komen.',
  `${SECRET} Hoe slaapt u de laatste tijd? Dat moet zwaar zijn. Wat doet dat met u? Ik kom van het wijkteam. Mag ik dat vragen?`,
  'U moet gewoon niet zo zeuren.',
] as const;

export interface World {
  readonly practice: PracticeServer;
  readonly attempt: string;
  /** Secret of the form tokens of somebody's browser, by the way of a page that everybody has. */
  tokenOf(browser: Browser): Promise<string>;
  browserOf(actor: SignedIn): Promise<Browser>;
  /** An address with the parts that vary filled in; `visit` is the browser that asks. */
  at(route: string, visit?: string): string;
}

/** Group `g1` with Anna, Bert and their trainer Tineke; Anna handed in. Carla trains `g2`. Olga runs it all. */
export async function openWorld(sight: Sight = 'transcript'): Promise<World> {
  const practice = await startPracticeServer({
    guests: false,
    places: { post: async () => 'sent', takeBack: async () => true },
  });
  const { store } = practice;
  for (const actor of ACTORS) {
    if (actor !== 'nobody') await practice.browserOf(actor, { organiser: actor === 'olga' });
  }
  const attempt = await practice.talk('anna', 'c-anna', 'klein', 'begin', ...WORDS, 'stop');
  for (const [id, trainer] of [
    ['g1', 'tineke'],
    ['g2', 'carla'],
  ] as const) {
    const group = { id, name: `Groep ${id}`, createdBy: trainer, createdAt: AT };
    await store.groups.addGroup({ ...group, archivedAt: null, timeZone: TIME_ZONE });
  }
  for (const person of ['anna', 'bert']) {
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: AT });
  }
  await store.groups.addInvitation({
    ...{ code: 'BCDFGH', group: 'g1', role: 'learner', createdBy: 'tineke', createdAt: AT },
    ...{ expiresAt: '2027-01-01T00:00:00.000Z', uses: 5, revokedAt: null },
  });
  await store.homework.addAssignment(sampleAssignment(sight));
  const mine = { assignment: 'h1', learner: 'anna' };
  await store.homework.keepHomework({ ...mine, state: 'handed-in', late: false, version: 0, updatedAt: AT });
  await store.homework.handIn({ ...mine, scenario: 'small', attempt, sight, at: AT });
  const about = { assignment: 'h1', attempt, by: 'tineke', at: AT };
  await store.homework.keepNote({ ...about, id: 'n1', turn: 1, text: 'Goed begonnen.' });
  await store.homework.keepOverrule({
    ...about,
    ...{ criterion: 'H1', machine: 'begin', level: 'competent', reason: 'Je vroeg door.' },
  });
  await addSampleReview(store, attempt);
  return {
    practice,
    attempt,
    tokenOf: async (browser) => {
      const { text } = await browser.read('/me/data/forget');
      return /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    },
    browserOf: (actor) => practice.browserOf(actor),
    at: (route, visit = 'none') => filled(route, { attempt, visit }),
  };
}

function sampleAssignment(sight: Sight): Assignment {
  return {
    ...{ id: 'h1', group: 'g1', title: 'Luisteren', note: '', scenarios: ['small'], level: null },
    ...{ opensAt: null, dueAt: '2026-06-01T21:59:59.000Z', timeZone: TIME_ZONE, attempts: null, focus: [] },
    ...{ preparation: false, reflection: false, sight, publishedAt: AT, closedAt: null },
    ...{ createdBy: 'tineke', createdAt: AT, version: 1 },
  };
}

function filled(route: string, known: Readonly<Record<string, string>>): string {
  const values: Readonly<Record<string, string>> = {
    ...known,
    group: 'g1',
    assignment: 'h1',
    person: 'bert',
    code: 'BCDFGH',
    turn: '1',
    sentence: '0',
    criterion: 'H1',
    note: 'n1',
    review: 'r1',
    variant: 'v1',
    insight: 's1',
    intention: 'i1',
  };
  return route.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no sample for :${name} in ${route}`);
    return value;
  });
}
