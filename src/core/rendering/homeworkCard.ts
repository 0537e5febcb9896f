import type { OpenHomework } from '../model/decision';
import type { Card, CardAction, CardBlock } from '../model/message';
import type { Scenario } from '../model/scenario';
import type { Attempt, Locale } from '../model/session';
import type { Texts } from '../model/texts';

/** More than this is on the learner's own page: a card must not grow with the work. */
const SHOWN = 3;

export interface HomeworkWords {
  readonly texts: Texts;
  readonly locale: Locale;
}

/** The list to choose from with what is still to be done first. */
export function withHomework(
  card: Card,
  homework: readonly OpenHomework[],
  scenarios: readonly Scenario[],
  words: HomeworkWords,
): Card {
  if (homework.length === 0) return card;
  const shown = homework.slice(0, SHOWN);
  return {
    ...card,
    blocks: [
      ...shown.flatMap((one) => blocksOf(one, words)),
      ...others(homework.length - shown.length, words),
      ...card.blocks,
    ],
    actions: [
      ...shown.flatMap((one) => actionsOf(one, scenarios, words)),
      ...(homework.length > SHOWN ? [allOf(words)] : []),
      ...card.actions,
    ],
  };
}

/** What of an attempt decides whether it counts for homework. */
export type Answered = Pick<Attempt, 'preparation' | 'reflection'>;

/** The end of a talk that was homework: the way to hand it in, or what is missing before that. */
export function withHandIn(
  card: Card,
  homework: readonly OpenHomework[],
  answers: Answered,
  texts: Texts,
): Card {
  const missing = homework.flatMap((one): CardBlock[] => {
    const step = missingStep(one, answers);
    const text = step && texts(`homework.card.missing.${step}`, { title: one.title });
    return text ? [{ kind: 'text', style: 'warning', text }] : [];
  });
  const ready = homework.filter((one) => missingStep(one, answers) === null).slice(0, SHOWN);
  return {
    ...card,
    blocks: [...card.blocks, ...missing],
    actions: [...card.actions, ...ready.map((one) => handInLink(one, texts))],
  };
}

/** After looking back, where that had to be done first: now it can be handed in. Null when there is nothing to say. */
export function reflectedCard(
  homework: readonly OpenHomework[],
  answers: Answered,
  texts: Texts,
): Card | null {
  const asking = homework.filter(({ reflection }) => reflection);
  if (asking.length === 0) return null;
  const card = withHandIn(
    { title: texts('homework.card.done'), blocks: [], actions: [] },
    asking,
    answers,
    texts,
  );
  const ready = asking.find((one) => missingStep(one, answers) === null);
  return ready
    ? { ...card, blocks: [...card.blocks, { kind: 'text', text: texts('homework.card.canHandIn') }] }
    : card;
}

/** What the trainer asked for and the learner did not do; the first that is missing. */
function missingStep(
  { preparation, reflection }: OpenHomework,
  answers: Answered,
): 'preparation' | 'reflection' | null {
  if (preparation && !answered(answers.preparation)) return 'preparation';
  return reflection && !answered(answers.reflection) ? 'reflection' : null;
}

/** A question that was skipped has an empty answer. */
function answered(answers: Readonly<Record<string, string>>): boolean {
  return Object.values(answers).some((answer) => answer.trim() !== '');
}

/** The titles of homework, in one breath. */
export function named(homework: readonly OpenHomework[], texts: Texts): string {
  const titles = homework.map(({ title }) => texts('homework.card.quoted', { title }));
  const last = titles.at(-1) ?? '';
  const others = titles.slice(0, -1).join(', ');
  return others === '' ? last : texts('homework.who.and', { names: others, last });
}

function handInLink(homework: OpenHomework, texts: Texts): CardAction {
  const label = texts('homework.card.handIn', { title: homework.title });
  return { kind: 'link', label, path: pathOf(homework) };
}

function blocksOf(homework: OpenHomework, { texts, locale }: HomeworkWords): readonly CardBlock[] {
  const { title, overdue, level, preparation, reflection, sight } = homework;
  const key = overdue ? 'past' : 'by';
  const asked = [
    texts(`homework.card.${key}`, { day: dayOf(homework, locale) }),
    ...(level === null
      ? []
      : [texts('homework.card.level', { level: texts(`cards.briefing.switch.${level}`) })]),
    ...(preparation ? [texts('homework.card.prepare')] : []),
    ...(reflection ? [texts('homework.card.reflect')] : []),
  ];
  return [
    { kind: 'text', style: 'heading', text: texts('homework.card.heading', { title }) },
    { kind: 'text', text: asked.join(' ') },
    { kind: 'text', style: 'subtle', text: texts(`homework.sight.${sight}.sees`) },
  ];
}

function actionsOf(
  homework: OpenHomework,
  scenarios: readonly Scenario[],
  { texts }: HomeworkWords,
): readonly CardAction[] {
  const level = homework.level === null ? {} : { level: homework.level };
  const begin = scenarios
    .filter(({ id }) => homework.scenarios.includes(id))
    .slice(0, SHOWN)
    .map(
      (scenario): CardAction => ({
        kind: 'submit',
        label: texts('homework.card.start', { title: scenario.texts.title }),
        action: 'choose',
        values: { scenario: scenario.id, homework: homework.assignment, ...level },
      }),
    );
  const label = texts('homework.card.open', { title: homework.title });
  return [...begin, { kind: 'link', label, path: pathOf(homework) }];
}

function others(count: number, { texts }: HomeworkWords): readonly CardBlock[] {
  return count > 0 ? [{ kind: 'text', text: texts('homework.card.more', { count }) }] : [];
}

function allOf({ texts }: HomeworkWords): CardAction {
  return { kind: 'link', label: texts('homework.card.all'), path: '/me' };
}

function pathOf({ assignment }: OpenHomework): string {
  return `/me/homework/${encodeURIComponent(assignment)}`;
}

const TONGUES: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The last day, as the group lives it. */
function dayOf({ dueAt, timeZone }: OpenHomework, locale: Locale): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(TONGUES[locale], options).format(new Date(dueAt));
}
