import { join } from 'node:path';
import { UNDERSTANDING_FILES } from '../../content/understanding';
import { readCorpus } from '../../content/understanding/corpus';
import type { StagedScenario } from '../../core/deciding/playbook';
import type { Move } from '../../core/model/moves';
import type { TopicHit } from '../../core/model/understanding';
import { wordsOf } from '../../core/understanding/words';

/** A sentence that somebody wrote and somebody labelled, with what it is about in this scenario. */
export interface BankSentence {
  readonly text: string;
  readonly move: Move;
  readonly topics: readonly TopicHit[];
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

/** Reads the labelled corpus and finds the topics of every sentence as the scenario would. */
export function loadBank(root: string, staged: StagedScenario): Bank {
  const folder = join(root, 'locales', staged.scenario.language, 'understanding', UNDERSTANDING_FILES.corpus);
  const closest = CLOSEST[staged.scenario.id];
  const seen = new Set<string>();
  const everything = readCorpus(folder).flatMap(({ file, sentence, primary }) => {
    const text = sentence.text.trim();
    if (text === '' || seen.has(text)) return [];
    seen.add(text);
    return [{ file, text, move: primary, topics: staged.topics.find(wordsOf(text)) }];
  });
  const leaves = (item: BankSentence) => item.topics.some(({ topic }) => topic === GOODBYE);
  const all = everything.filter((item) => (!closest || closest.includes(item.file)) && !leaves(item));
  return {
    all,
    byMove: Map.groupBy(all, ({ move }) => move),
    goodbyes: everything.filter((item) => leaves(item) && ['contact', 'affirm', 'other'].includes(item.move)),
  };
}
