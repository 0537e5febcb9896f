import { reviewExample } from '../../app/reviews/exampleReview';
import { shareGround } from '../../app/reviews/share';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { paths, ROUTES } from '../../pages/paths';
import { type ExampleFormView, renderExampleForm } from '../../pages/review/ExampleForm';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { shareMeta, sharePartsOf } from './shareParts';

export function examplePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.exampleReview,
    styles: [PAGE_STYLE],
    render: (view) => formHtml(parts, view, { example: '', group: view.query.group ?? '', method: '' }, []),
  };
}

async function formHtml(
  parts: PageParts,
  view: PageView,
  typed: ExampleFormView['typed'],
  problems: ExampleFormView['problems'],
): Promise<string> {
  const { groups, methods } = await shareGround(sharePartsOf(parts), view.person);
  const examples = parts.library.examples.map(({ id }) => id);
  const [only] = groups.length === 1 ? groups : [];
  const shown = {
    ...typed,
    example: typed.example || (examples[0] ?? ''),
    group: typed.group || (only?.id ?? ''),
  };
  return renderExampleForm(
    { examples, groups, methods, typed: shown, problems },
    await shareMeta(parts, view),
  );
}

export function exampleForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.exampleReview,
    once: true,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { example = '', group = '', method = '' } = view.fields;
      const { t } = await shareMeta(parts, view);
      const { examples, exampleTalk } = parts.library;
      const title = t(`examples.${example}.title`);
      const tell = view.fields.tell === 'yes';
      const asked = { example, group, method, title, locale: 'nl', tell } as const;
      const known = examples.some(({ id }) => id === example);
      const review = known
        ? await reviewExample({ ...sharePartsOf(parts), examples, exampleTalk }, view.person, asked)
        : null;
      if (review !== null) return { kind: 'see', path: paths.review(review) };
      const problems = known ? (['group'] as const) : (['example'] as const);
      return { kind: 'again', html: await formHtml(parts, view, { example, group, method }, problems) };
    },
  };
}
