import type { NeedsHomework, OpenHomework } from '../model/decision';
import { isWider, type Sight } from '../model/homework';
import type { Attempt, PracticeLevel } from '../model/session';
import { PRACTICE_LEVELS } from '../model/session';
import { levelsOf } from '../rendering/cards';
import { named } from '../rendering/homeworkCard';
import { type Desk, reply, value } from './desk';
import type { StagedScenario } from './playbook';

/** What the learner has still to do; asks for it where nobody looked yet. */
export function homeworkOf({ given }: Desk): readonly OpenHomework[] | NeedsHomework {
  return given.homework ?? { needs: 'homework' };
}

/** What is known of a talk that may be homework. */
type ForHomework = Pick<Attempt, 'scenario' | 'homework'> & { readonly level?: Attempt['level'] };

/** What a talk is homework for: what it was begun for, else all that it fits; without a level, at whichever level. */
export function homeworkWith(
  homework: readonly OpenHomework[],
  { scenario, level, homework: chosen }: ForHomework,
): readonly OpenHomework[] {
  return homework.filter(
    (one) =>
      one.scenarios.includes(scenario) &&
      (chosen === undefined || one.assignment === chosen) &&
      (level === undefined || one.level === null || one.level === level),
  );
}

/** The assignment that a button or page names. */
export function chosenHomework(desk: Desk): Pick<Attempt, 'homework'> {
  const asked = value(desk, 'homework');
  return asked ? { homework: asked } : {};
}

/** At which level an attempt begins: as the button says, else as the homework asks. */
export function firstLevel(
  desk: Desk,
  { scenario }: StagedScenario,
  homework: readonly OpenHomework[],
): PracticeLevel {
  const [first] = homeworkWith(homework, { scenario: scenario.id, ...chosenHomework(desk) });
  const asked = value(desk, 'level') ?? first?.level;
  const level = PRACTICE_LEVELS.find((name) => name === asked) ?? 'practise';
  return levelsOf(scenario).includes(level) ? level : 'practise';
}

/** Says for which homework a talk does not count at this level. */
export function otherLevel(
  desk: Desk,
  homework: readonly OpenHomework[],
  { scenario, homework: chosen }: Attempt,
  level: PracticeLevel,
): readonly string[] {
  const asked = homeworkWith(homework, { scenario, ...(chosen !== undefined && { homework: chosen }) });
  return asked.flatMap((one) => {
    if (one.level === null || one.level === level) return [];
    const name = desk.texts(`cards.briefing.switch.${one.level}`);
    return [desk.texts('homework.card.otherLevel', { title: one.title, level: name })];
  });
}

/** Says before the talk begins that it is homework, what belongs to it, and what the trainer will see of it. */
export function tellHomework(desk: Desk, homework: readonly OpenHomework[]): Desk {
  const [first, ...others] = homework;
  if (!first) return desk;
  const { texts } = desk;
  const widest = others.reduce<Sight>(
    (sight, one) => (isWider(one.sight, sight) ? one.sight : sight),
    first.sight,
  );
  const text = [
    texts('homework.card.briefing', { titles: named(homework, texts) }),
    ...(['preparation', 'reflection'] as const).flatMap((step) => {
      const asking = homework.filter((one) => one[step]);
      const titles = named(asking, texts);
      return asking.length > 0 ? [texts(`homework.card.obligatory.${step}`, { titles })] : [];
    }),
    ...(homework.some(({ sight }) => sight !== first.sight) ? [texts('homework.card.mostSeen')] : []),
    texts(`homework.sight.${widest}.sees`),
    texts('homework.sight.onlyHandedIn'),
  ].join(' ');
  return reply(desk, { kind: 'coach', text });
}
