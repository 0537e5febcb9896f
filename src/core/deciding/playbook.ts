import type { RolePlayMachine } from '../dialogue/rolePlay';
import type { SessionMachine } from '../dialogue/session';
import type { Scenario } from '../model/scenario';
import type { Rubric } from '../model/scoring';
import type { Address, Locale } from '../model/session';
import type { Texts } from '../model/texts';
import type { Lexicon, Recogniser } from '../model/understanding';
import type { TopicFinder } from '../understanding/topics';

/** A scenario ready to be played. */
export interface StagedScenario {
  /** Hash of its content; pinned on every attempt. */
  readonly hash: string;
  readonly scenario: Scenario;
  readonly machine: RolePlayMachine;
  readonly topics: TopicFinder;
  /** Names that its own texts bring: nobody's personal data. */
  readonly names: ReadonlySet<string>;
}

/** Everything deciding needs, checked and compiled at boot. */
export interface Playbook {
  /** What can be chosen now. */
  readonly scenarios: readonly StagedScenario[];
  /** By content hash, older content included, so that a talk goes on as it began. */
  readonly pinned: ReadonlyMap<string, StagedScenario>;
  readonly session: SessionMachine;
  readonly rubric: Rubric;
  readonly recogniser: Recogniser;
  readonly lexicon: Lexicon;
  readonly texts: (locale: Locale, address: Address) => Texts;
}
