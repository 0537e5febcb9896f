import type { MoveSelector } from '../model/condition';
import type { NamedConcern } from '../model/conversation';
import type { Concern } from '../model/scenario';
import type { Sentence, TopicHit } from '../model/understanding';
import { matchesAny } from './selectors';

/** "Haar kamer?" gives back a word; who asks or says something needs a few more. */
const FEWEST_WORDS = 3;

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
  return sentences.flatMap((said, sentence) =>
    concerns.filter((concern) => namesConcern(concern, said)).map(({ id }) => ({ concern: id, sentence })),
  );
}

/**
 * Whether a sentence asks about a concern or names it: on one of its topics by a move that was read for sure, or in
 * the words of the matter itself. Its own words count, not those it answers.
 */
function namesConcern(concern: Concern, sentence: Sentence): boolean {
  const { reading, topics, text } = sentence;
  if (wordCount(text) < FEWEST_WORDS || topics.some(on(concern.unless ?? []))) return false;
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

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
