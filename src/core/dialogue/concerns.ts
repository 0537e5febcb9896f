import type { MoveSelector } from '../model/condition';
import type { NamedConcern } from '../model/conversation';
import type { Concern } from '../model/scenario';
import type { Sentence, TopicHit } from '../model/understanding';
import { matchesAny } from './selectors';

/** "Haar kamer?" gives back a word; who asks or says something needs a few more. */
export const FEWEST_WORDS = 3;

/** A word as it was authored, or inflected; anything less may be a typing error of something else. */
const IN_SO_MANY_WORDS = 0.9;

/** Blows and looking away never bring a matter up, whatever words they use. */
const NEVER: readonly MoveSelector[] = ['any:breaks'];

/**
 * Which sentences of a reply name which concern. Who names a danger and makes it small in the same reply has not
 * brought it up: what stays with the other is that it is not so bad.
 */
export function concernsNamed(
  concerns: readonly Concern[],
  sentences: readonly Sentence[],
): readonly NamedConcern[] {
  if (sentences.some(({ reading }) => matchesAny(['family:avoidance'], reading))) return [];
  return sentences.flatMap((said, sentence) => {
    const words = wordsWith(sentences, sentence);
    return concerns
      .filter((concern) => namesConcern(concern, said, words))
      .map(({ id }) => ({ concern: id, sentence }));
  });
}

/**
 * How many words a sentence has. A few words that go on about the sentence before them are part of it: "She was not
 * allowed out. Locked in." says no less than the same with a comma. A question of a few words asks back.
 */
function wordsWith(sentences: readonly Sentence[], at: number): number {
  const said = sentences[at];
  const before = sentences[at - 1];
  if (!said) return 0;
  const own = wordCount(said.text);
  const goesOn =
    before !== undefined &&
    !said.text.includes('?') &&
    !before.text.includes('?') &&
    before.topics.some(({ topic }) => said.topics.some((hit) => hit.topic === topic));
  return goesOn ? own + wordCount(before.text) : own;
}

/**
 * Whether a sentence asks about a concern or names it: on one of its topics by a move that was read for sure, or in
 * the words of the matter itself. Its own words count, not those it answers.
 */
function namesConcern(concern: Concern, sentence: Sentence, words: number): boolean {
  const { reading, topics } = sentence;
  if (words < FEWEST_WORDS || topics.some(on(concern.unless ?? []))) return false;
  if (topics.some(on(concern.topics)) && matchesAny(concern.moves, reading)) return true;
  return saidLiterally(topics, concern.named ?? []) && !matchesAny(NEVER, reading);
}

/** Whether the words of one of these topics stand there as they were authored. */
export function saidLiterally(hits: readonly TopicHit[], topics: readonly string[]): boolean {
  return hits.some((hit) => hit.score >= IN_SO_MANY_WORDS && on(topics)(hit));
}

function on(topics: readonly string[]): (hit: TopicHit) => boolean {
  return ({ topic }) => topics.includes(topic);
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
