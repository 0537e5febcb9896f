import type { Condition } from '../../core/model/condition';
import type { JargonTerm } from '../../core/model/understanding';
import type { ReplyBankFile } from '../schemas/replyBank';
import type { ScenarioFile } from '../schemas/scenario';
import type { ScenarioTextsFile } from '../schemas/scenarioTexts';
import type { Path, SourceFile } from '../yamlFile';
import { remembered } from './remembered';

/** The files of a scenario, and what the language already knows. */
export interface ScenarioSources {
  readonly scenario: SourceFile<ScenarioFile>;
  readonly texts: SourceFile<ScenarioTextsFile>;
  readonly replies: SourceFile<ReplyBankFile>;
  readonly generalTopics: ReadonlySet<string>;
  readonly language: LanguageKnowledge;
}

/** What is known about the words of a language. */
export interface LanguageKnowledge {
  readonly jargon: readonly JargonTerm[];
  /** Everyday words, in plain small letters. */
  readonly known: ReadonlySet<string>;
}

export interface Finding {
  readonly in: 'scenario' | 'texts' | 'replies';
  readonly path: Path;
  readonly what: string;
  readonly fix: string;
}

/** One diagnostic: its number, why it matters, and how to find it. */
export interface Rule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  check(sources: ScenarioSources): readonly Finding[];
}

export interface PlacedCondition {
  readonly path: Path;
  readonly when: Condition;
}

/** Every condition of a scenario with its place. */
export const conditionsOf = remembered((file: ScenarioFile): readonly PlacedCondition[] => {
  const lines = Object.entries(file.lines).flatMap(([slot, list]) =>
    list.map((line, i) => ({ path: ['lines', slot, i, 'when'], when: line.when })),
  );
  return [
    ...Object.entries(file.phases).map(([phase, when]) => ({ path: ['phases', phase], when })),
    ...file.effects.special.map((rule, i) => ({ path: ['effects', 'special', i, 'when'], when: rule.when })),
    ...file.disclosures.map((item, i) => ({ path: ['disclosures', i, 'when'], when: item.when })),
    ...file.endings.map((rule, i) => ({ path: ['endings', i, 'when'], when: rule.when })),
    ...lines,
  ];
});

/** Every reply of the bank with its place. */
export function repliesOf(file: ReplyBankFile) {
  return file.replies.map((reply, i) => ({ reply, path: ['replies', i] as Path }));
}

/** Every line of a scenario with its slot and place. */
export const linesOf = remembered((file: ScenarioFile) =>
  Object.entries(file.lines).flatMap(([slot, list]) =>
    list.map((line, i) => ({ slot, line, path: ['lines', slot, i] as Path })),
  ),
);
