import type { Learner } from '../../app/learners';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';

/** What every page for trainers is drawn with. */
export interface TrainerMeta {
  readonly t: Texts;
  readonly language: Locale;
  /** What the page's forms send along. */
  readonly token: string;
  /** Titles of the scenarios that can be practised now, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What somebody is called; who never told a name has a number. */
export function learnerName(t: Texts, { name, number }: Learner): string {
  return name || t('trainer.nameless', { number });
}

export function titleOf({ titles }: Pick<TrainerMeta, 'titles'>, scenario: string): string {
  return titles.get(scenario) ?? scenario;
}
