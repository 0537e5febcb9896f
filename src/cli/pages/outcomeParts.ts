import type { IntentionParts } from '../../app/reviews/intentions';
import type { PageView } from '../../channels/webchat/personPages';
import type { OutcomeMeta } from '../../pages/review/outcomeWords';
import type { PageParts } from './parts';
import { readerOf } from './words';

export async function outcomeMeta(
  parts: PageParts,
  { person, locale, formToken }: Pick<PageView, 'person' | 'locale' | 'formToken'>,
): Promise<OutcomeMeta> {
  return { t: (await readerOf(parts, person, locale)).t, language: locale, token: formToken };
}

/** Everything that writing down takes. */
export function outcomeParts(parts: PageParts): IntentionParts {
  const { store, clock, ids, calendar, library, reminders } = parts;
  const { quiet, channels } = reminders;
  const namesOf = namesOfScenario(parts);
  return { store, clock, ids, calendar, quiet, channels, namesOf, methods: library.methods };
}

/** Names that belong to a scenario, and so are nobody's. */
export function namesOfScenario({ library }: Pick<PageParts, 'library'>) {
  return (id: string): ReadonlySet<string> =>
    library.playbook.scenarios.find(({ scenario }) => scenario.id === id)?.names ?? new Set();
}
