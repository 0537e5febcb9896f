import { enterProven } from '../../app/entry';
import { ownPath } from '../../app/typed';
import type { OpenAnswer, OpenPage, OpenView } from '../../channels/webchat/openPages';
import { renderNoticePage } from '../../pages/entry/Notice';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { comerOf } from './enterPages';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** Signing in with the account of the organisation, where one is set. */
export function openIdPages(parts: PageParts): readonly OpenPage[] {
  const { openId } = parts;
  if (openId === null) return [];
  return [
    {
      path: ROUTES.openId,
      styles: [PAGE_STYLE],
      render: async (view) => {
        const begun = await openId.begin(`${view.origin}${paths.openIdBack}`, ownPath(view.query.next));
        return begun.kind === 'away' ? begun : failed(parts, view, 'unreachable');
      },
    },
    {
      path: ROUTES.openIdBack,
      styles: [PAGE_STYLE],
      render: async (view) => {
        const finished = await openId.finish(view.query, view.note);
        if (finished.kind !== 'proven') return failed(parts, view, finished.kind);
        const secret = await enterProven(parts, comerOf(view), finished.identity);
        return { kind: 'enter', secret, path: ownPath(finished.next) };
      },
    },
  ];
}

const WHY = { failed: 'why', outside: 'outside', unreachable: 'unreachable' } as const;

async function failed(parts: PageParts, view: OpenView, kind: keyof typeof WHY): Promise<OpenAnswer> {
  const { t } = await readerOf(parts, view.visitor, view.locale);
  const notice = {
    title: t('entry.openId.failed.title'),
    paragraphs: [t(`entry.openId.failed.${WHY[kind]}`)],
    links: [{ href: paths.enter(), label: t('entry.openId.failed.again') }],
    inside: view.visitor !== null,
  };
  return { kind: 'page', html: renderNoticePage(notice, t, view.locale) };
}
