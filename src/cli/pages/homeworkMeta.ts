import type { PageView } from '../../channels/webchat/personPages';
import type { HomeworkMeta } from '../../pages/homework/words';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** What pages about homework are drawn with. */
export async function homeworkMeta(
  parts: PageParts,
  { person, locale, formToken }: Pick<PageView, 'person' | 'locale' | 'formToken'>,
): Promise<HomeworkMeta> {
  const { library } = parts;
  const { t } = await readerOf(parts, person, locale);
  return {
    t,
    language: locale,
    token: formToken,
    scenarios: new Map(
      library.playbook.scenarios.map(({ scenario: { id, texts, minutes } }) => [
        id,
        { title: texts.title, minutes },
      ]),
    ),
  };
}
