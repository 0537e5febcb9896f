import { join } from 'node:path';
import { UNDERSTANDING_FILES } from '../../content/understanding';
import { readCorpus } from '../../content/understanding/corpus';
import type { StagedScenario } from '../../core/deciding/playbook';
import type { Move } from '../../core/model/moves';
import type { BankReply } from '../../core/model/replyBank';
import type { TopicHit } from '../../core/model/understanding';
import { splitSentences } from '../../core/understanding/split';
import { wordsOf } from '../../core/understanding/words';

/** A sentence that somebody wrote and somebody labelled, with what it is about in this scenario. */
export interface BankSentence {
  readonly text: string;
  readonly move: Move;
  readonly topics: readonly TopicHit[];
  /** When it fits, and lines of the persona that it answers; null for what was written for no moment. */
  readonly moment: Pick<BankReply, 'when' | 'to'> | null;
}

/** Sentences a simulated learner may say. */
export interface Bank {
  readonly all: readonly BankSentence[];
  readonly byMove: ReadonlyMap<Move, readonly BankSentence[]>;
  /** Ways to take leave. */
  readonly goodbyes: readonly BankSentence[];
}

/** The files of the corpus that were written for a case like this one; another scenario draws from all of them. */
const CLOSEST: Readonly<Record<string, readonly string[]>> = {
  hasna: [
    'natural_w1.jsonl',
    'natural_vader2.jsonl',
    'natural_zelf_vlucht.jsonl',
    'natural_jeugd.jsonl',
    'natural_x1.jsonl',
    'natural_x2.jsonl',
    'natural_y1.jsonl',
    'natural_y3.jsonl',
    'natural_y4.jsonl',
    'blind_1.jsonl',
    'blind_4.jsonl',
    'jeugd.jsonl',
  ],
};

const GOODBYE = 'goodbye';
/** Moves with which people take leave. */
const FAREWELLS: ReadonlySet<Move> = new Set(['contact', 'affirm', 'other']);

/**
 * Reads the scenario's reply bank and the labelled corpus, or only these files of it, and finds the topics of every
 * sentence as the scenario would.
 */
export function loadBank(root: string, staged: StagedScenario, only: readonly string[] | null = null): Bank {
  const folder = join(root, 'locales', staged.scenario.language, 'understanding', UNDERSTANDING_FILES.corpus);
  const closest = only ?? CLOSEST[staged.scenario.id];
  const seen = new Set<string>();
  const all: BankSentence[] = [];
  const take = (text: string, move: Move, moment: BankSentence['moment'] = null): BankSentence | null => {
    if (text === '' || seen.has(text)) return null;
    seen.add(text);
    return { text, move, topics: staged.topics.find(wordsOf(text)), moment };
  };
  const goodbyes: BankSentence[] = [];
  for (const { text, move, moment } of repliesOf(staged)) {
    const item = take(text, move, moment);
    if (item) (leaves(item) ? goodbyes : all).push(item);
  }
  for (const { file, sentence, primary } of readCorpus(folder)) {
    const close = !closest || closest.includes(file);
    const farewell = FAREWELLS.has(primary) && !only;
    const item = close || farewell ? take(sentence.text.trim(), primary) : null;
    if (!item) continue;
    if (leaves(item) && farewell) goodbyes.push(item);
    else if (close && !leaves(item)) all.push(item);
  }
  all.push(...probes(staged, all));
  return { all, goodbyes, byMove: Map.groupBy(all, ({ move }) => move) };
}

const leaves = ({ topics }: BankSentence) => topics.some(({ topic }) => topic === GOODBYE);

/** The sentences of the scenario's own reply bank, each with its move and what it answers. */
function repliesOf({ scenario }: StagedScenario): readonly Omit<BankSentence, 'topics'>[] {
  return scenario.replies.flatMap(({ text, moves, when, to }) =>
    splitSentences(text).flatMap(({ start, end }, i) => {
      const move = moves[i]?.[0];
      return move ? [{ text: text.slice(start, end), move, moment: { when, to } }] : [];
    }),
  );
}

/** Topics with fewer sentences than this are also asked about in the words by which they are known. */
const SPOKEN_ABOUT = 8;
const PROBING = ['open-question', 'closed-question', 'reflect'] as const;

/** Short questions about what hardly anybody in the corpus speaks of, so that its lines are tried as well. */
function probes({ scenario, topics }: StagedScenario, all: readonly BankSentence[]): readonly BankSentence[] {
  return scenario.topics.flatMap(({ id, words }) => {
    const about = (hits: BankSentence['topics']) => hits.some(({ topic }) => topic === id);
    if (id === GOODBYE || all.filter((item) => about(item.topics)).length >= SPOKEN_ABOUT) return [];
    return words
      .filter((word) => !word.startsWith('!'))
      .flatMap((word) => {
        const text = `${word.replace(/\*$/, '')}?`;
        const hits = topics.find(wordsOf(text));
        return about(hits)
          ? PROBING.map((move): BankSentence => ({ text, move, topics: hits, moment: null }))
          : [];
      });
  });
}
