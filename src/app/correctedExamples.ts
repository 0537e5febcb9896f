import type { Turn } from '../core/model/conversation';
import type { Correction } from '../core/model/correction';
import type { Move } from '../core/model/moves';
import type { BroughtTalk, TeamLabel } from '../core/model/review';
import type { Reading, Span } from '../core/model/understanding';
import { findPersonalData } from '../core/understanding/personalData';
import type { AttemptRecord, Store } from './ports';

/**
 * One corrected sentence as labelled data, in the form of the corpus, with what the machine had read. Nothing in it
 * tells who said it.
 */
export interface CorrectedExample {
  /** What the persona had said just before; '' where that was not shared. */
  readonly persona: string;
  readonly segments: readonly [{ readonly text: string; readonly labels: readonly [Move] }];
  readonly origin: {
    /** Whether whoever said it says what was meant, or a team that looked at the talk together. */
    readonly kind: 'correction' | 'team';
    readonly scenario: string;
    /** A move, `family:…` or `unsure`. */
    readonly machine: string;
  };
}

/**
 * The corrected sentences of everybody that are still there, each once however often it was copied into a branch.
 * Sentences with personal data in them stay behind. `opening` is what the persona says when an attempt begins.
 */
export async function* correctedExamples(
  store: Store,
  opening: (attempt: AttemptRecord) => Promise<string>,
): AsyncGenerator<CorrectedExample> {
  const seen = new Set<string>();
  for (const [id, corrections] of Map.groupBy(await store.allCorrections(), ({ attempt }) => attempt)) {
    const [attempt, turns] = await Promise.all([store.attempt(id), store.turns(id)]);
    if (!attempt) continue;
    const first = await opening(attempt);
    for (const correction of corrections) {
      const example = exampleOf(attempt.scenario, first, turns, correction);
      const key = JSON.stringify([attempt.learner, correction.turn, example]);
      if (!example || seen.has(key)) continue;
      seen.add(key);
      yield example;
    }
  }
}

/**
 * What teams call sentences of talks they look at together, from the talk as it was shared: no word in it tells who
 * anybody is. A real talk that somebody pasted stays out: whoever spoke there never agreed to teach a machine.
 */
export async function* teamExamples({ reviews }: Pick<Store, 'reviews'>): AsyncGenerator<CorrectedExample> {
  const seen = new Set<string>();
  for (const [id, labels] of Map.groupBy(await reviews.allItems('label'), ({ review }) => review)) {
    const [review, talk] = await Promise.all([reviews.review(id), reviews.talk(id)]);
    if (!review || !talk) continue;
    for (const { value } of labels) {
      const example = teamExampleOf(talk, value);
      const key = JSON.stringify([review.source, value.turn, example]);
      if (!example || seen.has(key)) continue;
      seen.add(key);
      yield example;
    }
  }
}

function teamExampleOf(
  { scenario, opening, turns }: BroughtTalk,
  { turn: number, sentence, move, machine }: TeamLabel,
): CorrectedExample | null {
  const turn = turns.find((item) => item.number === number);
  const span = turn?.sentences[sentence]?.span;
  if (scenario === null || !turn || !span) return null;
  const text = turn.text.slice(span.start, span.end);
  if (findPersonalData(text).length > 0) return null;
  const before = turns.find((item) => item.number === number - 1)?.answer;
  return {
    persona: before ?? (number === 1 ? opening : ''),
    segments: [{ text, labels: [move] }],
    origin: { kind: 'team', scenario: scenario.id, machine: nameOf(machine) },
  };
}

function exampleOf(
  scenario: string,
  opening: string,
  turns: readonly Turn[],
  { turn: number, sentence, move, machine }: Correction,
): CorrectedExample | null {
  const turn = turns.find((item) => item.number === number);
  const said = turn?.understanding.sentences[sentence];
  if (!turn || !said || isPersonal(turn, said.span)) return null;
  const before = turns.find((item) => item.number === number - 1);
  return {
    persona: before ? before.persona.map(({ text }) => text).join(' ') : opening,
    segments: [{ text: said.text, labels: [move] }],
    origin: { kind: 'correction', scenario, machine: nameOf(machine) },
  };
}

function isPersonal({ understanding }: Turn, span: Span): boolean {
  return understanding.signals.personalData.some(
    (found) => found.span.start < span.end && span.start < found.span.end,
  );
}

function nameOf(reading: Reading): string {
  switch (reading.kind) {
    case 'move':
      return reading.move;
    case 'family':
      return `family:${reading.family}`;
    case 'unsure':
      return 'unsure';
  }
}
