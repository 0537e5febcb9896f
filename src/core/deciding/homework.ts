import type { NeedsHomework, OpenHomework } from '../model/decision';
import type { Attempt, PracticeLevel } from '../model/session';
import { PRACTICE_LEVELS } from '../model/session';
import { levelsOf } from '../rendering/cards';
import { type Desk, reply, value } from './desk';
import type { StagedScenario } from './playbook';

/** What the learner has still to do; asks for it where nobody looked yet. */
export function homeworkOf({ given }: Desk): readonly OpenHomework[] | NeedsHomework {
  return given.homework ?? { needs: 'homework' };
}

/** The homework that a talk is for, as far as one can tell: the one that is due first. */
export function homeworkWith(
  homework: readonly OpenHomework[],
  { scenario, level }: { readonly scenario: string; readonly level?: Attempt['level'] },
): OpenHomework | null {
  const fits = (one: OpenHomework) => level === undefined || one.level === null || one.level === level;
  return homework.find((one) => one.scenarios.includes(scenario) && fits(one)) ?? null;
}

/** At which level an attempt begins: as the button says, else as the homework asks. */
export function firstLevel(
  desk: Desk,
  { scenario }: StagedScenario,
  homework: readonly OpenHomework[],
): PracticeLevel {
  const asked = value(desk, 'level') ?? homeworkWith(homework, { scenario: scenario.id })?.level;
  const level = PRACTICE_LEVELS.find((name) => name === asked) ?? 'practise';
  return levelsOf(scenario).includes(level) ? level : 'practise';
}

/** Says that a level was left at which the talk would count. */
export function otherLevel(
  desk: Desk,
  homework: readonly OpenHomework[],
  scenario: string,
  level: PracticeLevel,
): readonly string[] {
  const asked = homeworkWith(homework, { scenario });
  if (!asked?.level || homeworkWith(homework, { scenario, level })) return [];
  const name = desk.texts(`cards.briefing.switch.${asked.level}`);
  return [desk.texts('homework.card.otherLevel', { title: asked.title, level: name })];
}

/** Says before the talk begins that it is homework, and what the trainer will see of it. */
export function tellHomework(desk: Desk, homework: OpenHomework | null): Desk {
  if (!homework) return desk;
  const { title, sight } = homework;
  const text = [
    desk.texts('homework.card.briefing', { title }),
    desk.texts(`homework.sight.${sight}.sees`),
    desk.texts('homework.sight.onlyHandedIn'),
  ].join(' ');
  return reply(desk, { kind: 'coach', text });
}
