import type { OpenPage } from '../../channels/webchat/openPages';
import type { RefusalRenderer, RefusalView } from '../../channels/webchat/refusals';
import { renderNoticePage } from '../../pages/entry/Notice';
import { paths, ROUTES } from '../../pages/paths';
import { type RefusedWhy, renderRefusedPage } from '../../pages/refused';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** What people read where something is not there or could not be done. */
export function refusals(parts: PageParts): RefusalRenderer {
  return {
    styles: [PAGE_STYLE],
    render: async (view) => {
      // After a fault the store may be what is broken.
      const person = view.status === 500 ? null : view.person;
      const { t } = await readerOf(parts, person, view.locale);
      const { back, typed } = view;
      return renderRefusedPage({ why: whyOf(view), back: view.sent ? back : null, typed }, t, view.locale);
    },
  };
}

function whyOf({ status, code, sent }: RefusalView): RefusedWhy {
  if (code === 'this-machine-only') return 'machine';
  if (code === 'other-site') return 'elsewhere';
  if (code === 'stale-form') return 'stale';
  switch (status) {
    case 401:
      return 'login';
    case 403:
      return 'forbidden';
    case 404:
      return sent ? 'gone' : 'missing';
    case 405:
      return 'method';
    case 413:
      return 'long';
    case 429:
      return 'often';
    default:
      return status < 500 ? 'unreadable' : 'fault';
  }
}

/** What somebody reads who has just gone: logged out, or with everything wiped. */
export function signedOutPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.signedOut,
    styles: [PAGE_STYLE],
    render: async ({ visitor, query, locale }) => {
      // Somebody is in again by now.
      if (visitor !== null) return { kind: 'see', path: paths.chat };
      const { t } = await readerOf(parts, null, locale);
      const what = query.wiped === undefined ? 'left' : 'wiped';
      const on = parts.guests
        ? { href: paths.chat, label: t('refused.again.chat') }
        : { href: paths.enterIn(locale), label: t('refused.again.enter') };
      const notice = {
        title: t(`refused.${what}.title`),
        paragraphs: [t(`refused.${what}.what`)],
        links: [on],
        inside: false,
      };
      return { kind: 'page', html: renderNoticePage(notice, t, locale) };
    },
  };
}
