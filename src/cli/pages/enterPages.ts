import { readCode, spacedCode } from '../../app/codes';
import { type Comer, enterByCode } from '../../app/entry';
import { ownPath } from '../../app/typed';
import type {
  OpenAnswer,
  OpenForm,
  OpenFormView,
  OpenPage,
  OpenView,
} from '../../channels/webchat/openPages';
import { GUEST } from '../../core/model/person';
import type { Texts } from '../../core/model/texts';
import { type EnterView, renderEnterPage } from '../../pages/entry/Enter';
import { renderNoticePage } from '../../pages/entry/Notice';
import type { FieldProblem } from '../../pages/fields';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { problemsIn, readerOf } from './words';

/** Where people come in. */
export function enterPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.enter,
    styles: [PAGE_STYLE],
    render: async (view) => shown(parts, view, { code: '', name: '', next: ownPath(view.query.next) }),
  };
}

/** The link with the code in it. What it shows is the same whether the code works or not. */
export function joinPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.join,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const code = readCode(view.params.code ?? '');
      return shown(parts, view, { code: code === null ? '' : spacedCode(code), name: '', next: '/' });
    },
  };
}

export function enterForm(parts: PageParts): OpenForm {
  return {
    path: ROUTES.enter,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const typed = { code: view.fields.code ?? '', name: view.fields.name ?? '' };
      const entry = await enterByCode(parts, comerOf(view), typed, view.caller);
      switch (entry.kind) {
        case 'entered':
          return goOn(view, entry.group, entry.secret);
        case 'wait':
          return pleaseWait(parts, view, entry.seconds);
        case 'unreadable':
          return again(parts, view, (t) =>
            problemsIn(t, 'entry.enter', { code: entry.code, name: entry.name }),
          );
        case 'refused':
          return again(parts, view, (t) => problemsIn(t, 'entry.enter', { code: 'refused' }));
      }
    },
  };
}

/** Who stands at the door, from what a page knows. */
export function comerOf({ visitor, visit, locale }: OpenView): Comer {
  const before = visitor === null || visit === null ? null : { person: visitor, visit };
  return { before, locale };
}

function goOn({ fields }: OpenFormView, group: string, secret: string | null): OpenAnswer {
  const next = ownPath(fields.next);
  const path = next === '/' ? paths.group(group) : next;
  return secret === null ? { kind: 'see', path } : { kind: 'enter', secret, path };
}

async function again(
  parts: PageParts,
  view: OpenFormView,
  problems: (t: Texts) => readonly FieldProblem[],
): Promise<OpenAnswer> {
  const { code = '', name = '', next } = view.fields;
  const { html } = await shown(parts, view, { code, name, next: ownPath(next) }, problems);
  return { kind: 'again', html };
}

async function shown(
  parts: PageParts,
  view: OpenView,
  filled: Pick<EnterView, 'code' | 'name' | 'next'>,
  problems: (t: Texts) => readonly FieldProblem[] = () => [],
) {
  const { person, t } = await readerOf(parts, view.visitor, view.locale);
  const guest = view.visitor === GUEST;
  const signedInAs = guest || !person ? null : person.name || t('entry.enter.nameless');
  const page: EnterView = {
    ...filled,
    signedInAs,
    guest: guest || (parts.guests && view.visitor === null),
    openId: parts.openId !== null,
    problems: problems(t),
  };
  return { kind: 'page', html: renderEnterPage(page, t, view.locale) } as const;
}

async function pleaseWait(parts: PageParts, view: OpenView, seconds: number): Promise<OpenAnswer> {
  const { t } = await readerOf(parts, view.visitor, view.locale);
  const notice = {
    title: t('entry.wait.title'),
    paragraphs: [t('entry.wait.why'), t('entry.wait.when', { count: Math.ceil(seconds / 60) })],
    links: [{ href: paths.enter(), label: t('entry.wait.again') }],
    inside: view.visitor !== null,
  };
  return { kind: 'page', status: 429, html: renderNoticePage(notice, t, view.locale) };
}
