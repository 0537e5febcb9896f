import type { Folded } from '../fold';
import { hashText, join } from '../hash';
import { add, type FeatureSink, GROUP } from './sink';

const BEGIN = hashText('<s>');
const END = hashText('</s>');
const S_ONE = hashText('#w');
const S_TWO = hashText('#ww');
const S_THREE = hashText('#www');
const S_GAP = hashText('#w_w');
const S_SKIP = hashText('#w..w');
const FARTHEST = 5;

/** Words, rows of two and three, and pairs around one word. */
export function addWords(sink: FeatureSink, text: Folded): void {
  let before = BEGIN;
  let beforeThat = 0;
  for (let at = 0; at <= text.tokens; at += 1) {
    const inside = at < text.tokens;
    const here = inside ? (text.hashes[at] as number) : END;
    const token = inside ? at : text.tokens - 1;
    if (token < 0) return;
    if (inside) add(sink, GROUP.words, join(S_ONE, here), token);
    add(sink, GROUP.words, join(S_TWO, join(before, here)), token);
    if (at > 0) {
      add(sink, GROUP.words, join(S_THREE, join(join(beforeThat, before), here)), token);
      add(sink, GROUP.words, join(S_GAP, join(beforeThat, here)), token);
    }
    beforeThat = before;
    before = here;
  }
}

/** Ordered pairs of words with one to four others between them. */
export function addSkips(sink: FeatureSink, text: Folded): void {
  for (let left = 0; left < text.tokens; left += 1) {
    const limit = Math.min(text.tokens, left + FARTHEST + 1);
    for (let right = left + 2; right < limit; right += 1) {
      const key = join(S_SKIP, join(text.hashes[left] as number, text.hashes[right] as number));
      add(sink, GROUP.skips, key, left);
    }
  }
}
