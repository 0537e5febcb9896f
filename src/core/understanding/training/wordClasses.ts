import type { WordClasses } from '../features/classes';
import { createFolder, KIND_MARK } from '../fold';
import { hashText } from '../hash';
import { plainLetters } from '../words';
import type { Example } from './example';

/** A word of the authored lexicon with its semantic classes, most telling first. */
export interface TaggedWord {
  readonly word: string;
  readonly classes: readonly string[];
}

/** Words and marks of the corpus that are frequent enough to stand for themselves. */
const FREQUENT = 250;
const NOTHING = 'NONE';

/** The most frequent words of the corpus, and the lexicon's classes by number. */
export function buildWordClasses(examples: readonly Example[], lexicon: readonly TaggedWord[]): WordClasses {
  const names = [...new Set(lexicon.flatMap(({ classes }) => classes))]
    .filter((name) => name !== NOTHING)
    .sort();
  const numbers = new Map(names.map((name, number): [string, number] => [name, number]));
  const classes = new Map<number, readonly number[]>();
  for (const entry of lexicon) {
    const own = entry.classes.flatMap((name) => numbers.get(name) ?? []);
    if (own.length > 0) classes.set(hashText(plainLetters(entry.word)), own);
  }
  return { frequent: frequentWords(examples), classes };
}

function frequentWords(examples: readonly Example[]): ReadonlySet<number> {
  const fold = createFolder();
  const counts = new Map<number, number>();
  for (const { sentence } of examples) {
    const text = fold(sentence.text);
    for (let token = 0; token < text.tokens; token += 1) {
      if (text.kinds[token] === KIND_MARK && (text.codes[text.starts[token] as number] as number) > 127)
        continue;
      const hash = text.hashes[token] as number;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  const order = [...counts].sort(([one, many], [other, more]) => more - many || one - other);
  return new Set(order.slice(0, FREQUENT).map(([hash]) => hash));
}
