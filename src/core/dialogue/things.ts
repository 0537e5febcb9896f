import type { LineRule, Scenario, Thing } from '../model/scenario';
import type { Sentence, TopicHit } from '../model/understanding';

/** Sentences in which it is clear what "hij" goes with, and what was named last. */
export interface WithThings {
  readonly sentences: readonly Sentence[];
  readonly thing: string | null;
}

/**
 * "Waar is hij nu?" asks for what was last named: after talk about a key for the key, not for a letter that nobody has
 * spoken of. Where a sentence names such a thing itself, "hij" goes with that.
 */
export function withThings(
  { things = [] }: Pick<Scenario, 'things'>,
  sentences: readonly Sentence[],
  before: string | null,
): WithThings {
  if (things.length === 0) return { sentences, thing: before };
  let last = things.find(({ id }) => id === before) ?? null;
  const resolved = sentences.map((sentence) => {
    const hits = [...sentence.topics].sort((a, b) => a.span.start - b.span.start);
    const named = hits.flatMap((hit) => {
      const thing = things.find(({ topics }) => topics.includes(hit.topic));
      return thing ? [{ thing, at: hit.span.start }] : [];
    });
    const thingAt = (at: number) => (named.findLast((one) => one.at <= at) ?? named[0])?.thing ?? last;
    const meant = hits.flatMap((hit) => meaning(thingAt(hit.span.start), hit));
    last = named.at(-1)?.thing ?? last;
    const fresh = meant.filter(({ topic }) => !hits.some((hit) => hit.topic === topic));
    return fresh.length > 0 ? { ...sentence, topics: [...sentence.topics, ...fresh] } : sentence;
  });
  return { sentences: resolved, thing: last?.id ?? null };
}

function meaning(thing: Thing | null, hit: TopicHit): readonly TopicHit[] {
  const topic = thing?.means[hit.topic];
  return topic ? [{ ...hit, topic }] : [];
}

/** The thing that a line of the persona is about: what is said after it goes with that. */
export function thingOfLine({ things = [] }: Pick<Scenario, 'things'>, rule: LineRule): string | null {
  const about = things.find(
    ({ topics, lines }) =>
      lines.includes(rule.id) || rule.when.topics?.some((topic) => topics.includes(topic)),
  );
  return about?.id ?? null;
}
