import type { MarkParts } from '../../app/reviews/blindMarks';
import type { LabelledCardParts } from '../../app/reviews/teamLabels';
import type { TryParts } from '../../app/reviews/tryReply';
import type { PageView } from '../../channels/webchat/personPages';
import { createTopicFinder } from '../../core/understanding/topics';
import type { TryoutMeta } from '../../pages/review/tryoutParts';
import { namesOfScenario } from './outcomeParts';
import { type PageParts, stagedOf } from './parts';
import { readerOf } from './words';

export function tryParts(parts: PageParts): TryParts {
  const { library, ids } = parts;
  const { recogniser, lexicon, rubric } = library.playbook;
  return {
    ...recordedParts(parts),
    ids,
    namesOf: namesOfScenario(parts),
    tools: { recogniser, lexicon, rubric, topics: createTopicFinder(lexicon.topics) },
  };
}

export function labelledParts(parts: PageParts): MarkParts & LabelledCardParts {
  return { ...recordedParts(parts), rubric: parts.library.playbook.rubric };
}

/** What finding a recorded talk takes. */
function recordedParts({ library, store, clock }: PageParts) {
  return {
    ...{ store, clock, methods: library.methods },
    stage: (attempt: Parameters<typeof stagedOf>[1]) => stagedOf({ library, store }, attempt),
    example: async (id: string) => library.exampleTalk(id),
  };
}

export async function tryoutMeta(
  parts: PageParts,
  { person, locale, formToken }: Pick<PageView, 'person' | 'locale' | 'formToken'>,
): Promise<TryoutMeta> {
  return { t: (await readerOf(parts, person, locale)).t, language: locale, token: formToken };
}
