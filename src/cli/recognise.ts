import { z } from 'zod';
import { loadUnderstanding } from '../content/understanding';
import type { MoveGuess, Reading, Recogniser, Sentence, Span } from '../core/model/understanding';
import { likeliestValence } from '../core/understanding/reading';
import { splitSentences } from '../core/understanding/split';
import { createTopicFinder } from '../core/understanding/topics';
import { readSentences } from '../core/understanding/understand';
import { type CommandIo, linesOf } from './io';
import { option } from './options';

const id = z.union([z.string(), z.number()]);
const personaLine = z.string().nullish();
const request = z.union([
  z.object({ id, text: z.string(), personaLine }),
  z.object({ id, sentences: z.array(z.string()), personaLine }),
]);

/**
 * `recognise [--folder locales/nl/understanding]`: JSON Lines `{id, text}` or `{id, sentences}` on standard input,
 * optionally with `personaLine`; the same ids in the same order on standard output. A line that does not fit gets
 * an `error` instead of `sentences`.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const recogniseLine = createLineRecogniser(option(args, 'folder') ?? 'locales/nl/understanding');
  let number = 0;
  for await (const line of linesOf(io.input)) {
    number += 1;
    if (line.trim() !== '') io.out(`${JSON.stringify(recogniseLine(line, number))}\n`);
  }
  return 0;
}

/** Answers one line of input with the object that is printed for it. */
export function createLineRecogniser(folder: string): (line: string, number: number) => object {
  const { recogniser, lexicon, known } = loadUnderstanding(folder);
  const topics = createTopicFinder(lexicon.topics, known);
  return (line, number) => {
    const json = parseJson(line);
    const parsed = request.safeParse(json);
    if (!parsed.success) return { id: idOf(json), line: number, error: problemOf(json) };
    const { data } = parsed;
    const { text, spans } =
      'text' in data ? { text: data.text, spans: splitSentences(data.text) } : joined(data.sentences);
    const context = { personaLine: data.personaLine ?? null };
    const guesses: (readonly MoveGuess[])[] = [];
    const recording: Recogniser = {
      version: recogniser.version,
      recognise(sentence) {
        const recognition = recogniser.recognise(sentence);
        guesses.push(recognition.moves);
        return recognition;
      },
    };
    const sentences = readSentences(text, spans, context, recording, topics);
    return { id: data.id, sentences: sentences.map((sentence, at) => printed(sentence, guesses[at] ?? [])) };
  };
}

/** Sentences that are given apart are taken as they are, in one text. */
function joined(sentences: readonly string[]): { text: string; spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const sentence of sentences) {
    spans.push({ start: text.length, end: text.length + sentence.length });
    text += `${sentence}\n`;
  }
  return { text, spans };
}

/** `valence` is the likeliest one over all guesses, also below the threshold; `reading` tells how sure it is. */
function printed(sentence: Sentence, guesses: readonly MoveGuess[]): object {
  return {
    text: sentence.text,
    moves: sentence.moves.map(({ move, confidence }) => ({ move, confidence: rounded(confidence) })),
    topics: sentence.topics.map(({ topic }) => topic),
    valence: likeliestValence(guesses),
    reading: printedReading(sentence.reading),
  };
}

function printedReading(reading: Reading): object {
  return reading.kind === 'unsure' ? reading : { ...reading, confidence: rounded(reading.confidence) };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function idOf(json: unknown): string | number | null {
  const parsed = z.object({ id }).safeParse(json);
  return parsed.success ? parsed.data.id : null;
}

function problemOf(json: unknown): string {
  if (json === undefined) return 'not JSON';
  return 'expected {"id", "text"} or {"id", "sentences": [...]}, optionally with "personaLine"';
}
