import type { ReadReply } from '../../app/reviews/ownCase';
import type { ShareParts } from '../../app/reviews/share';
import type { PageView } from '../../channels/webchat/personPages';
import { splitSentences } from '../../core/understanding/split';
import { createTopicFinder, type TopicFinder } from '../../core/understanding/topics';
import { readSentences } from '../../core/understanding/understand';
import type { ShareMeta } from '../../pages/review/shareWords';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** What sharing takes. */
export function sharePartsOf(parts: PageParts): ShareParts {
  const { playbook, methods } = parts.library;
  return {
    ...parts,
    methods,
    standIns: (locale) => {
      const t = playbook.texts(locale, 'je');
      return (kind, number) => t(`share.standIn.${kind}`, { number });
    },
  };
}

export async function shareMeta(
  parts: PageParts,
  { person, locale, formToken }: Pick<PageView, 'person' | 'locale' | 'formToken'>,
): Promise<ShareMeta> {
  const { t } = await readerOf(parts, person, locale);
  return { t, language: locale, token: formToken };
}

/** Reads what a professional said in a report, with the topics that every talk may have. */
export function reportReader({ library: { playbook } }: PageParts): ReadReply {
  let topics: TopicFinder | null = null;
  return (text, after) => {
    topics ??= createTopicFinder(playbook.lexicon.topics);
    const context = { personaLine: after === '' ? null : after };
    return readSentences(text, splitSentences(text), context, playbook.recogniser, topics).map(
      ({ span, reading, moves, topics: hits }) => ({
        ...{ span, reading, moves },
        topics: [...new Set(hits.map(({ topic }) => topic))],
      }),
    );
  };
}
