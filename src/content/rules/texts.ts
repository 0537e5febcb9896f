import type { ScenarioTextsFile } from '../schemas/scenarioTexts';
import type { Path } from '../yamlFile';
import { remembered } from './remembered';

export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Everything the persona may say. */
export const personaTexts = remembered(({ lines }: ScenarioTextsFile): readonly PlacedText[] =>
  Object.entries(lines).flatMap(([id, variants]) =>
    variants.map((text, i) => ({ path: ['lines', id, i], text })),
  ),
);

/** Everything the learner reads outside the conversation. */
export const coachTexts = remembered((texts: ScenarioTextsFile): readonly PlacedText[] => {
  const { briefing } = texts;
  return [
    { path: ['summary'], text: texts.summary },
    { path: ['briefing', 'role'], text: briefing.role },
    { path: ['briefing', 'place'], text: briefing.place },
    ...briefing.known.map((text, i) => ({ path: ['briefing', 'known', i], text })),
    { path: ['briefing', 'goal'], text: briefing.goal },
    ...(briefing.contentNote ? [{ path: ['briefing', 'contentNote'], text: briefing.contentNote }] : []),
    ...texts.hints.map(({ text }, i) => ({ path: ['hints', i, 'text'], text })),
    ...Object.entries(texts.disclosures).flatMap(([id, { told, key }]) => [
      { path: ['disclosures', id, 'told'], text: told },
      { path: ['disclosures', id, 'key'], text: key },
    ]),
    ...Object.entries(texts.concerns).map(([id, { missed }]) => ({
      path: ['concerns', id, 'missed'],
      text: missed,
    })),
    ...Object.entries(texts.endings).map(([id, { story }]) => ({
      path: ['endings', id, 'story'],
      text: story,
    })),
    ...Object.entries(texts.reasons).map(([id, text]) => ({ path: ['reasons', id], text })),
  ];
});

const STAGE_DIRECTION = /\([^)]*\)/g;

/** The sentences of a text, stage directions left out. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .replace(STAGE_DIRECTION, ' ')
    .split(/(?<=[.!?…:;])\s+|\s+[–—-]\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The first words of a text, to find it back by. */
export function beginningOf(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= 6 ? text : `${words.slice(0, 6).join(' ')} …`;
}
