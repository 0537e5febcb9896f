import type { StagedScenario } from '../../core/deciding/playbook';
import type { BroughtTalk, Review } from '../../core/model/review';
import { isSameTalk } from '../../core/review/tryout';
import type { RecordedTalk } from '../../core/review/whatIf';
import { readMaterial } from '../attempts';
import type { AttemptRecord, Store } from '../ports';

export interface RecordedTalkParts {
  readonly store: Store;
  /** The scenario as it was when it was played; null when its content is gone. */
  readonly stage: (attempt: AttemptRecord) => Promise<StagedScenario | null>;
  /** A talk that comes along with the product; null when there is none of that name. */
  readonly example: (id: string) => Promise<RecordedTalk | null>;
}

/**
 * The talk behind a review as it was recorded, to play it again or to score it: what is read here is not shown to
 * anybody. Null for a case of one's own, and when the talk is gone or is no longer the one that was shared.
 */
export async function recordedTalk(
  parts: RecordedTalkParts,
  { source }: Pick<Review, 'source'>,
  shared: BroughtTalk,
  upTo: number,
): Promise<RecordedTalk | null> {
  const talk = await sourceOf(parts, source);
  const turns = talk?.turns.map(({ number, before, meters, understanding }) => ({
    ...{ number, before, meters },
    sentences: understanding.sentences.map(({ span, reading, moves }) => ({
      span,
      reading,
      moves,
      topics: [],
    })),
  }));
  return talk && turns && isSameTalk(shared.turns, turns, upTo) ? talk : null;
}

async function sourceOf(parts: RecordedTalkParts, source: Review['source']): Promise<RecordedTalk | null> {
  switch (source.kind) {
    case 'attempt':
      return ofAttempt(parts, source.attempt);
    case 'example':
      return parts.example(source.example);
    case 'own-case':
      return null;
  }
}

async function ofAttempt({ store, stage }: RecordedTalkParts, id: string): Promise<RecordedTalk | null> {
  const attempt = await store.attempt(id);
  const play = attempt && (await stage(attempt));
  if (!attempt || !play) return null;
  const { turns, corrections } = await readMaterial(store, attempt);
  return { play, turns, corrections };
}
