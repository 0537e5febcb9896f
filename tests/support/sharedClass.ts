import type { Sight } from '../../src/core/model/homework';
import { paths } from '../../src/pages/paths';
import { type HomeworkClass, openHomeworkClass } from './homeworkClass';
import type { Browser } from './practiceServer';

/** Words that only who may read the talk may see. */
export const SECRET = 'Het geheime woord is kraaiennest.';

const WORDS = [
  'Dag Ans, fijn dat ik mag komen. Hoe gaat het met u?',
  `Hoe slaapt u de laatste tijd? Dat moet zwaar voor u zijn. ${SECRET}`,
  'U moet gewoon niet zo zeuren. Wat doet dat met u?',
  'Dus als ik het goed begrijp ligt u wakker, klopt dat? Mag ik vragen wat u zou helpen?',
];

export interface HandedIn {
  readonly assignment: string;
  readonly attempt: string;
  /** The page on which the trainer looks at it. */
  readonly page: string;
}

export interface SharedClass extends HomeworkClass {
  /** Somebody practises and hands in, in the way that a browser does. */
  handedIn(learner: string, sight: Sight, assignment?: string): Promise<HandedIn>;
  /** One more learner of group g1. */
  join(person: string, name?: string): Promise<Browser>;
}

export async function openSharedClass(): Promise<SharedClass> {
  const about = await openHomeworkClass();
  const { practice, give } = about;
  return {
    ...about,
    handedIn: async (learner, sight, given) => {
      const assignment = given ?? (await give({ sight }));
      const attempt = await practice.talk(
        learner,
        `c-${learner}-${assignment}`,
        'klein',
        'begin',
        ...WORDS,
        'stop',
      );
      const browser = await practice.browserOf(learner);
      const form = paths.handIn(assignment, attempt);
      const { status } = await browser.send(form, form, { consent: sight });
      if (status !== 303) throw new Error(`handing in was answered with ${status}`);
      return { assignment, attempt, page: paths.seenHandIn({ group: 'g1', assignment, attempt }) };
    },
    join: async (person, name) => {
      const browser = await practice.browserOf(person, name === undefined ? {} : { name });
      const since = '2026-01-05T09:00:00.000Z';
      await practice.store.groups.addMember({ group: 'g1', person, role: 'learner', since });
      return browser;
    },
  };
}
