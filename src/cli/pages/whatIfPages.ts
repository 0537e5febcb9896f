import { readWhatIf, removeVariant, type TryParts, type TryTold, tryReply } from '../../app/reviews/tryReply';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { paths, ROUTES } from '../../pages/paths';
import { renderWhatIfPage, renderWhatIfTurn, toldIn, type WhatIfSent } from '../../pages/review/WhatIf';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { numberFrom, type PageParts } from './parts';
import { tryoutMeta, tryParts } from './tryoutParts';

/** "What if?": another reply at a turn of the talk, and what would have come of it. */
export function whatIfPages(parts: PageParts): Pages {
  const trying = tryParts(parts);
  return { pages: [whatIfPage(parts, trying)], forms: [tryForm(parts, trying), removeForm(trying)] };
}

function whatIfPage(parts: PageParts, trying: TryParts): PersonPage {
  return {
    path: ROUTES.whatIf,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const { turn, told } = view.query;
      if (turn === undefined) {
        const seen = await readWhatIf(trying, view.params.review ?? '', view.person);
        return seen && renderWhatIfPage(seen, await tryoutMeta(parts, view));
      }
      return turnPage(parts, trying, view, numberFrom(turn), { told: toldIn(told) });
    },
  };
}

async function turnPage(
  parts: PageParts,
  trying: TryParts,
  view: PageView,
  turn: number | null,
  what: { readonly sent?: WhatIfSent; readonly told?: TryTold | null },
): Promise<string | null> {
  const seen = await readWhatIf(trying, view.params.review ?? '', view.person);
  return seen && turn !== null ? renderWhatIfTurn(seen, turn, what, await tryoutMeta(parts, view)) : null;
}

function tryForm(parts: PageParts, trying: TryParts): PersonForm {
  return {
    path: ROUTES.whatIf,
    once: true,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const review = view.params.review ?? '';
      const turn = numberFrom(view.fields.turn);
      const text = view.fields.text ?? '';
      const sure = view.fields.sure === 'yes';
      const outcome =
        turn === null ? null : await tryReply(trying, review, view.person, { turn, text, sure });
      if (turn === null || outcome === null) return null;
      if (outcome.kind !== 'tried') {
        const html = await turnPage(parts, trying, view, turn, { sent: { text, problem: outcome } });
        return html === null ? null : { kind: 'again', html };
      }
      return { kind: 'see', path: `${paths.whatIf(review, turn)}&told=tried#variant-${outcome.variant}` };
    },
  };
}

function removeForm(trying: TryParts): PersonForm {
  return {
    path: ROUTES.removeVariant,
    standsOn: ROUTES.whatIf,
    once: true,
    styles: [],
    take: async (view) => {
      const { review = '', variant = '' } = view.params;
      if (!(await removeVariant(trying, review, view.person, variant))) return null;
      const turn = numberFrom(view.fields.turn);
      const path = turn === null ? paths.whatIf(review) : `${paths.whatIf(review, turn)}&told=removed`;
      return { kind: 'see', path };
    },
  };
}
