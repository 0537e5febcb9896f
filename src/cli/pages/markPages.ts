import { chooseFocus, type GivenLevels, giveMarks, readMarks } from '../../app/reviews/blindMarks';
import {
  cardWithLabels,
  type LabelOutcome,
  labelSentence,
  readLabels,
  undoLabel,
} from '../../app/reviews/teamLabels';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { MOVES } from '../../core/model/moves';
import { CRITERIA, LEVELS } from '../../core/model/scoring';
import { anchorOf, paths, ROUTES } from '../../pages/paths';
import { LABELS_TOLD, type LabelSent, renderLabelPage, renderLabelsPage } from '../../pages/review/Labels';
import { MARKS_TOLD, renderMarksPage } from '../../pages/review/Marks';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { numberFrom, type PageParts } from './parts';
import { labelledParts, tryoutMeta } from './tryoutParts';

/** "We and the machine": levels given unseen, laid beside the card, and other names for sentences. */
export function markPages(parts: PageParts): Pages {
  const marking = labelledParts(parts);
  return {
    pages: [marksPage, labelsPage, labelPage].map((page) => page(parts, marking)),
    forms: [marksForm(parts, marking), labelForm(parts, marking), undoForm(marking)],
  };
}

type Parts = ReturnType<typeof labelledParts>;

function marksPage(parts: PageParts, marking: Parts): PersonPage {
  return {
    path: ROUTES.marks,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const seen = await readMarks(marking, view.params.review ?? '', view.person);
      if (!seen) return null;
      const labelled = await cardWithLabels(marking, seen.room);
      const told = MARKS_TOLD.find((one) => one === view.query.told) ?? null;
      return renderMarksPage(seen, labelled, told, await tryoutMeta(parts, view));
    },
  };
}

function marksForm(parts: PageParts, marking: Parts): PersonForm {
  return {
    path: ROUTES.marks,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { params, person, fields } = view;
      if (fields.choose !== undefined) return choosingFocus(parts, marking, view);
      const review = params.review ?? '';
      const told = await giveMarks(marking, review, person, levelsFrom(fields));
      return told && { kind: 'see', path: `${paths.marks(review)}?told=${told}` };
    },
  };
}

async function choosingFocus(parts: PageParts, marking: Parts, view: FormView): Promise<FormAnswer | null> {
  const review = view.params.review ?? '';
  const chosen = CRITERIA.filter((criterion) => view.fields[`focus.${criterion}`] !== undefined);
  const outcome = await chooseFocus(marking, review, view.person, chosen);
  if (outcome !== 'missing' && outcome !== 'too-many')
    return outcome && { kind: 'see', path: `${paths.marks(review)}?told=${outcome}` };
  const seen = await readMarks(marking, review, view.person);
  if (!seen) return null;
  const choice = { chosen, problem: outcome };
  return {
    kind: 'again',
    html: renderMarksPage(seen, null, null, await tryoutMeta(parts, view), choice),
  };
}

/** What is none of the levels skips; what was not sent stays as it was. */
function levelsFrom(fields: Readonly<Record<string, string>>): GivenLevels {
  return Object.fromEntries(
    CRITERIA.flatMap((criterion) => {
      const sent = fields[`level-${criterion}`];
      return sent === undefined ? [] : [[criterion, LEVELS.find((level) => level === sent) ?? null]];
    }),
  );
}

function labelsPage(parts: PageParts, marking: Parts): PersonPage {
  return {
    path: ROUTES.labels,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const seen = await readLabels(marking, view.params.review ?? '', view.person);
      const told = LABELS_TOLD.find((one) => one === view.query.told) ?? null;
      return seen && renderLabelsPage(seen, told, await tryoutMeta(parts, view));
    },
  };
}

function labelPage(parts: PageParts, marking: Parts): PersonPage {
  return {
    path: ROUTES.label,
    styles: [PAGE_STYLE],
    render: (view) => choosing(parts, marking, view, null),
  };
}

async function choosing(
  parts: PageParts,
  marking: Parts,
  view: PageView,
  sent: LabelSent | null,
): Promise<string | null> {
  const place = placeFrom(view);
  const seen = place && (await readLabels(marking, view.params.review ?? '', view.person));
  const item = seen?.sentences.find(
    ({ turn, sentence }) => turn === place?.turn && sentence === place.sentence,
  );
  if (!seen?.may || !item) return null;
  return renderLabelPage(seen, item, sent, await tryoutMeta(parts, view));
}

function labelForm(parts: PageParts, marking: Parts): PersonForm {
  return {
    path: ROUTES.label,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const place = placeFrom(view);
      if (!place) return null;
      const named = (typed: string | undefined) => MOVES.find((one) => one === typed) ?? null;
      const move = named(view.fields.move);
      const chosen = move && { ...place, move, instead: named(view.fields.instead) };
      const review = view.params.review ?? '';
      const outcome = chosen && (await labelSentence(marking, review, view.person, chosen));
      if (chosen && outcome !== 'taken') return backTo(view, outcome);
      const html = await choosing(parts, marking, view, { move });
      return html === null ? null : { kind: 'again', html };
    },
  };
}

function undoForm(marking: Parts): PersonForm {
  return {
    path: ROUTES.undoLabel,
    standsOn: ROUTES.labels,
    once: true,
    styles: [],
    take: async (view) => {
      const place = placeFrom(view);
      if (!place) return null;
      const outcome = await undoLabel(marking, view.params.review ?? '', view.person, place);
      return backTo(view, outcome, 'undone');
    },
  };
}

function backTo(
  view: PageView,
  outcome: Exclude<LabelOutcome, 'taken'>,
  done: 'kept' | 'undone' = 'kept',
): FormAnswer | null {
  const place = placeFrom(view);
  if (outcome === null || !place) return null;
  const told = outcome === 'kept' ? done : outcome;
  const path = paths.labels(view.params.review ?? '');
  return { kind: 'see', path: `${path}?told=${told}#${anchorOf(place)}` };
}

function placeFrom({ params }: PageView) {
  const [turn, sentence] = [numberFrom(params.turn), numberFrom(params.sentence)];
  return turn === null || sentence === null ? null : { turn, sentence };
}
