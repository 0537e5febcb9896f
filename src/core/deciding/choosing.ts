import { GUEST } from '../model/person';
import type { PracticeLevel } from '../model/session';
import { briefingCard, choosingCard, levelsOf } from '../rendering/cards';
import { withHomework } from '../rendering/homeworkCard';
import { type Act, coach, type Desk, isNeed, type Need, record, reply, staged, withAttempt } from './desk';
import { chosenHomework, firstLevel, homeworkOf, homeworkWith, otherLevel, tellHomework } from './homework';
import type { StagedScenario } from './playbook';

/** Who did not sign in has nobody to share with. */
export const welcome: Act = (desk) =>
  offerScenarios(coach(desk, desk.session.learner === GUEST ? 'welcomeGuest' : 'welcome'));

/** What is still to be done comes first. */
export const offerScenarios: Act = (desk) => {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { texts, session } = desk;
  const scenarios = desk.playbook.scenarios.map(({ scenario }) => scenario);
  return reply(
    { ...desk, session: { ...session, attempt: null } },
    {
      kind: 'card',
      card: withHomework(choosingCard(scenarios, texts), homework, scenarios, {
        texts,
        locale: session.locale,
      }),
      choices: scenarios.map(({ texts: { title } }) => ({ label: title, say: title })),
    },
  );
};

export const askAgain: Act = (desk) => offerScenarios(coach(desk, 'scenarioNotFound'));

/** Begins an attempt on a scenario, pinned to its content of this moment. */
export function startAttempt(desk: Desk, chosen: StagedScenario): Desk | Need {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const attempt = {
    id: desk.given.freshId,
    scenario: chosen.scenario.id,
    content: chosen.hash,
    level: firstLevel(desk, chosen, homework),
    preparation: {},
    reflection: {},
    rolePlay: chosen.machine.start(),
    hints: 0,
    ...chosenHomework(desk),
  };
  return record(
    { ...desk, session: { ...desk.session, attempt } },
    { kind: 'attempt-started', attempt: attempt.id },
  );
}

export const brief: Act = (desk) => {
  const now = staged(desk);
  if (!now) return offerScenarios(desk);
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const own = homeworkWith(homework, now.attempt);
  const obligatory = own.some(({ preparation }) => preparation);
  const card = briefingCard(now.play.scenario, { level: now.attempt.level, obligatory }, desk.texts);
  return reply(tellHomework(desk, own), {
    kind: 'card',
    card,
    choices: choices(desk, ['prepare', 'begin', ...levelsOf(now.play.scenario)]),
  });
};

export const remindBriefing: Act = (desk) =>
  reply(desk, {
    kind: 'coach',
    text: desk.texts('interface.coach.remindBriefing'),
    choices: choices(desk, ['prepare', 'begin']),
  });

/** Changes the level before the talk; during the talk it stays as it is. */
export function changeLevel(desk: Desk, level: PracticeLevel): Desk | Need {
  const now = staged(desk);
  const { stage } = desk.session;
  if (!now || (stage !== 'briefing' && stage !== 'preparing')) return coach(desk, 'levelOnlyBefore');
  if (!levelsOf(now.play.scenario).includes(level)) return coach(desk, 'noExamplesHere');
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const told = desk.texts(`interface.coach.level.${level}`);
  return reply(withAttempt(desk, { level }), {
    kind: 'coach',
    text: [told, ...otherLevel(desk, homework, now.attempt, level)].join(' '),
    choices: choices(desk, stage === 'briefing' ? ['prepare', 'begin'] : ['skip']),
  });
}

/** Quick replies by name; their words live in the interface texts. */
export function choices(desk: Desk, names: readonly string[]) {
  return names.map((name) => ({
    label: desk.texts(`interface.choices.${name}.label`),
    say: desk.texts(`interface.choices.${name}.say`),
  }));
}
