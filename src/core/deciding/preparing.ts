import { PREPARATION_QUESTIONS } from '../model/session';
import { preparationCard } from '../rendering/cards';
import { openQuestion, withAnswer, withForm } from './answering';
import { choices } from './choosing';
import { type Act, type Desk, isNeed, reply, typed, value, withAttempt } from './desk';
import { homeworkOf, homeworkWith } from './homework';
import { openTalk } from './talking';

export const askPreparation: Act = (desk) => {
  const homework = homeworkOf(desk);
  if (isNeed(homework)) return homework;
  const { attempt } = desk.session;
  const obligatory = attempt !== null && homeworkWith(homework, attempt).some((one) => one.preparation);
  return reply(desk, {
    kind: 'card',
    card: preparationCard(attempt?.preparation ?? {}, obligatory, desk.texts),
    choices: choices(desk, ['skip']),
  });
};

/** Who types instead of using the form answers the first open question; the coach asks the next. */
export const notePreparation: Act = (desk) => answerNext(desk, typed(desk));

/** Goes on to the next question of preparation. */
export const skipPreparation: Act = (desk) => answerNext(desk, '');

export const keepPreparation: Act = (desk) => {
  const given = desk.session.attempt?.preparation ?? {};
  return withAttempt(desk, {
    preparation: withForm(PREPARATION_QUESTIONS, given, (question) => value(desk, question)),
  });
};

function answerNext(desk: Desk, text: string): ReturnType<Act> {
  const given = desk.session.attempt?.preparation ?? {};
  const question = openQuestion(PREPARATION_QUESTIONS, given);
  const preparation = question ? withAnswer(given, question, text) : given;
  const next = openQuestion(PREPARATION_QUESTIONS, preparation);
  const noted = withAttempt(desk, { preparation });
  if (!next) return openTalk({ ...noted, session: { ...noted.session, stage: 'playing' } });
  return reply(noted, {
    kind: 'coach',
    text: desk.texts('interface.coach.nextQuestion', {
      question: desk.texts(`cards.preparation.questions.${next}`),
    }),
    choices: choices(desk, ['next', 'skip']),
  });
}
