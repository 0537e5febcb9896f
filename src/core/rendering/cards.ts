import type { Card, CardAction, CardBlock } from '../model/message';
import type { Scenario } from '../model/scenario';
import {
  type Answers,
  PRACTICE_LEVELS,
  PREPARATION_QUESTIONS,
  type PracticeLevel,
  type PreparationQuestion,
  REFLECTION_QUESTIONS,
} from '../model/session';
import type { Texts } from '../model/texts';

/** The list to choose from. */
export function choosingCard(scenarios: readonly Scenario[], texts: Texts): Card {
  return {
    title: texts('cards.choosing.title'),
    blocks: scenarios.flatMap((scenario): CardBlock[] => [
      { kind: 'text', style: 'heading', text: scenario.texts.title },
      { kind: 'text', text: scenario.texts.summary },
      { kind: 'text', style: 'subtle', text: texts('cards.choosing.facts', { minutes: scenario.minutes }) },
    ]),
    actions: scenarios.map((scenario) => ({
      kind: 'submit',
      label: texts('cards.choosing.choose', { title: scenario.texts.title }),
      action: 'choose',
      values: { scenario: scenario.id },
    })),
  };
}

/** How a talk is about to begin. */
export interface Begun {
  readonly level: PracticeLevel;
  /** Preparing belongs to the homework it is for. */
  readonly obligatory: boolean;
}

/** Role, place, what is known, goal; the content note and the numbers to call where the subject is heavy. */
export function briefingCard(scenario: Scenario, { level, obligatory }: Begun, texts: Texts): Card {
  const { briefing, title } = scenario.texts;
  return {
    title,
    blocks: [
      ...(briefing.contentNote ? [warning(briefing.contentNote)] : []),
      ...(scenario.heavy ? [warning(helpLines(scenario, texts))] : []),
      {
        kind: 'facts',
        rows: [
          { label: texts('cards.briefing.role'), value: briefing.role },
          { label: texts('cards.briefing.place'), value: briefing.place },
          { label: texts('cards.briefing.goal'), value: briefing.goal },
        ],
      },
      { kind: 'text', style: 'heading', text: texts('cards.briefing.known') },
      { kind: 'list', items: briefing.known },
      { kind: 'text', style: 'heading', text: texts('cards.briefing.levels') },
      { kind: 'list', items: levelsOf(scenario).map((name) => texts(`cards.levels.${name}`)) },
      {
        kind: 'text',
        style: 'subtle',
        text: texts('cards.briefing.level', { level: texts(`cards.briefing.switch.${level}`) }),
      },
      ...(obligatory ? [warning(texts('cards.briefing.obligatory'))] : []),
    ],
    actions: [
      ...levelsOf(scenario).map(
        (name): CardAction => ({
          kind: 'submit',
          label: texts('cards.briefing.pick', { level: texts(`cards.briefing.switch.${name}`) }),
          action: 'level',
          values: { level: name },
        }),
      ),
      { kind: 'submit', label: texts('cards.briefing.prepare'), action: 'prepare', values: {} },
      {
        kind: 'submit',
        label: texts(`cards.briefing.${obligatory ? 'beginAnyway' : 'begin'}`),
        action: 'begin',
        values: {},
      },
    ],
  };
}

/** The levels a scenario can be practised at; guided needs examples. */
export function levelsOf(scenario: Scenario): readonly PracticeLevel[] {
  return PRACTICE_LEVELS.filter((level) => level !== 'guided' || scenario.replies.length > 0);
}

/** The questions of the case-discussion tool (KIS 2021, Bijlage 1, 1–4) as one form. */
export function preparationCard(
  given: Answers<PreparationQuestion>,
  obligatory: boolean,
  texts: Texts,
): Card {
  return {
    title: texts('cards.preparation.title'),
    blocks: [
      intro('preparation', obligatory, texts),
      ...PREPARATION_QUESTIONS.map(
        (id): CardBlock => ({
          kind: 'input',
          id,
          label: texts(`cards.preparation.questions.${id}`),
          value: given[id] ?? '',
        }),
      ),
    ],
    actions: [
      { kind: 'submit', label: texts('cards.preparation.done'), action: 'prepare', values: {} },
      {
        kind: 'submit',
        label: texts(`cards.preparation.${obligatory ? 'skipAnyway' : 'skip'}`),
        action: 'skip',
        values: {},
      },
    ],
  };
}

/** The bridge model in three questions (Haags Steunsysteem 2023). */
export function reflectionCard(obligatory: boolean, texts: Texts): Card {
  return {
    title: texts('cards.reflection.title'),
    blocks: [
      intro('reflection', obligatory, texts),
      ...REFLECTION_QUESTIONS.map(
        (id): CardBlock => ({
          kind: 'input',
          id,
          label: texts(`cards.reflection.questions.${id}`),
          value: '',
        }),
      ),
    ],
    actions: [
      { kind: 'submit', label: texts('cards.reflection.done'), action: 'reflect', values: {} },
      {
        kind: 'submit',
        label: texts(`cards.reflection.${obligatory ? 'skipAnyway' : 'skip'}`),
        action: 'skip',
        values: {},
      },
    ],
  };
}

function intro(step: 'preparation' | 'reflection', obligatory: boolean, texts: Texts): CardBlock {
  return { kind: 'text', text: texts(`cards.${step}.${obligatory ? 'obligatory' : 'intro'}`) };
}

/** The numbers to call, in one sentence. */
export function helpLines(scenario: Scenario, texts: Texts): string {
  const lines = scenario.helpLines.map((line) => texts(`interface.helpLines.${line}`));
  return `${texts('interface.helpLines.intro')} ${lines.join(' ')}`;
}

function warning(text: string): CardBlock {
  return { kind: 'text', style: 'warning', text };
}
