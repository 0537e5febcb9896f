import type { Debrief } from '../model/debrief';
import type { Card, CardAction, CardBlock, Reply } from '../model/message';
import { REFLECTION_QUESTIONS } from '../model/session';
import type { Texts } from '../model/texts';
import { reflectionCard } from '../rendering/cards';
import { buildDebrief } from '../rendering/debrief';
import { shortDebrief } from '../rendering/debriefCard';
import { reflectedCard, withHandIn } from '../rendering/homeworkCard';
import { withCorrections } from '../scoring/corrections';
import { score } from '../scoring/score';
import { openQuestion, withAnswer, withForm } from './answering';
import { choices } from './choosing';
import { differenceCard, inherited, takenUpFrom } from './comparing';
import {
  type Act,
  type Desk,
  isNeed,
  NEEDS_TRANSCRIPT,
  type Need,
  record,
  reply,
  staged,
  turnsSoFar,
  typed,
  value,
  withAttempt,
} from './desk';
import { homeworkOf, homeworkWith } from './homework';

/** Scores the talk and shows the short debrief; the whole one is a page. A branch is compared with what it left. */
export const debrief: Act = (desk) => {
  const now = staged(desk);
  if (!now) return desk;
  const turns = turnsSoFar(desk);
  if (!turns) return NEEDS_TRANSCRIPT;
  const earlier = takenUpFrom(desk, now.attempt);
  if (isNeed(earlier)) return earlier;
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { play, attempt } = now;
  const { rubric } = desk.playbook;
  const finished = record(desk, { kind: 'finished', attempt: attempt.id, scorecard: score(rubric, turns) });
  const meant = withCorrections(turns, inherited(attempt, earlier), play.scenario.concerns);
  const scorecard = score(rubric, meant);
  const full = buildDebrief({ scenario: play.scenario, rubric, turns, scorecard, attempt });
  const cards = [
    withHandIn(
      withAnotherTry(shortDebrief(full, desk.texts), full, desk.texts),
      homeworkWith(homework, attempt),
      attempt,
      desk.texts,
    ),
    ...(earlier ? [differenceCard(desk, { play, attempt, turns, scorecard }, earlier)] : []),
  ];
  return reply(
    finished,
    ...cards.map(
      (card, index): Reply => ({
        kind: 'card',
        card,
        ...(index === cards.length - 1 && { choices: choices(desk, ['reflect', 'again']) }),
      }),
    ),
  );
};

/** Adds the way back into the talk at its weakest moment. */
function withAnotherTry(card: Card, { attempt, weakest }: Debrief, texts: Texts): Card {
  if (!weakest) return card;
  const { turn } = weakest;
  const again: CardAction = {
    kind: 'submit',
    label: texts('pages.compare.card.again', { turn }),
    action: 'branch',
    values: { attempt, turn: String(turn) },
  };
  const typed: CardBlock = {
    kind: 'text',
    style: 'subtle',
    text: texts('pages.compare.card.typeAgain', { turn }),
  };
  return { ...card, blocks: [...card.blocks, typed], actions: [...card.actions, again] };
}

export const remindReflection: Act = (desk) =>
  reply(desk, {
    kind: 'coach',
    text: desk.texts('interface.coach.remindReflection'),
    choices: choices(desk, ['reflect', 'again', 'close']),
  });

export const askReflection: Act = (desk) => {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { attempt } = desk.session;
  const obligatory = attempt !== null && homeworkWith(homework, attempt).some((one) => one.reflection);
  return reply(desk, {
    kind: 'card',
    card: reflectionCard(obligatory, desk.texts),
    choices: choices(desk, ['skip']),
  });
};

/** Who types instead of using the form answers the first open question; the coach asks the next. */
export const noteReflection: Act = (desk) => answerNext(desk, typed(desk));

export const skipReflection: Act = (desk) => answerNext(desk, '');

export const keepReflection: Act = (desk) => {
  const given = desk.session.attempt?.reflection ?? {};
  return withAttempt(desk, {
    reflection: withForm(REFLECTION_QUESTIONS, given, (question) => value(desk, question)),
  });
};

function answerNext(desk: Desk, text: string): Desk | Need {
  const given = desk.session.attempt?.reflection ?? {};
  const question = openQuestion(REFLECTION_QUESTIONS, given);
  const reflection = question ? withAnswer(given, question, text) : given;
  const next = openQuestion(REFLECTION_QUESTIONS, reflection);
  const noted = withAttempt(desk, { reflection });
  if (!next) return closeSession({ ...noted, session: { ...noted.session, stage: 'closed' } });
  return reply(noted, {
    kind: 'coach',
    text: desk.texts('interface.coach.nextQuestion', {
      question: desk.texts(`cards.reflection.questions.${next}`),
    }),
    choices: choices(desk, ['next', 'skip']),
  });
}

/** The last words; and the way to hand in, where looking back had to be done before that. */
export const closeSession: Act = (desk) => {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { attempt } = desk.session;
  const card = attempt && reflectedCard(homeworkWith(homework, attempt), attempt, desk.texts);
  const heavy = staged(desk)?.play.scenario.heavy ?? false;
  const text = desk.texts(`interface.coach.${heavy ? 'closedHeavy' : 'closed'}`);
  const again = { choices: choices(desk, ['again']) };
  return card
    ? reply(desk, { kind: 'coach', text }, { kind: 'card', card, ...again })
    : reply(desk, { kind: 'coach', text, ...again });
};
