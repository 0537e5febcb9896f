import { type HandInPath, readSeenHandIn, type SeenHandIn } from '../../app/seenHandIn';
import {
  discuss,
  type FeedbackParts,
  markAt,
  noteAt,
  overrule,
  takeNoteAway,
  withdrawOverrule,
  writeNote,
} from '../../app/trainerFeedback';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { CRITERIA, type CriterionId } from '../../core/model/scoring';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { renderNotePage } from '../../pages/trainer/NoteForm';
import { renderOverrulePage } from '../../pages/trainer/OverruleForm';
import { renderSeenPage, SEEN_TOLD, type SeenTold } from '../../pages/trainer/Seen';
import type { Pages } from '.';
import { numberFrom, type PageParts } from './parts';
import { talksParts, trainerMeta } from './trainerPages';

/** One handed-in talk, and what a trainer says of it. */
export function seenPages(parts: PageParts): Pages {
  return {
    pages: [seenPage, newNotePage, notePage, markPage].map((page) => page(parts)),
    forms: [discussedForm, newNoteForm, noteForm, removeNoteForm, markForm, withdrawMarkForm].map((form) =>
      form(parts),
    ),
  };
}

const page = (path: string, render: PersonPage['render']): PersonPage => ({
  path,
  styles: [PAGE_STYLE],
  render,
});
const form = (path: string, take: PersonForm['take']): PersonForm => ({ path, styles: [PAGE_STYLE], take });
const once = (path: string, take: PersonForm['take']): PersonForm => ({
  ...form(path, take),
  standsOn: ROUTES.seenHandIn,
  once: true,
});

function seenPage(parts: PageParts): PersonPage {
  return page(ROUTES.seenHandIn, async (view) => {
    const seen = await seenBy(parts, view);
    if (!seen) return null;
    const told = SEEN_TOLD.find((one) => one === view.query.told) ?? null;
    const active = seen.group.archivedAt === null;
    const meta = { ...(await trainerMeta(parts, view)), person: view.person, active };
    return renderSeenPage(seen, told, meta);
  });
}

function discussedForm(parts: PageParts): PersonForm {
  return once(ROUTES.discussed, async (view) =>
    (await discuss(feedbackParts(parts), view.person, pathOf(view))) ? back(view, 'discussed') : null,
  );
}

function newNotePage(parts: PageParts): PersonPage {
  return page(ROUTES.notes, async (view) => {
    const { turn } = view.query;
    const seen = await openToChange(parts, view);
    if (!seen || !isTurn(turn) || !noteAt(seen, view.person, { turn: turnOf(turn) })) return null;
    const empty = { seen, note: null, turn: turnOf(turn), text: '', problem: null };
    return renderNotePage(empty, await trainerMeta(parts, view));
  });
}

function newNoteForm(parts: PageParts): PersonForm {
  return form(ROUTES.notes, async (view) => {
    const { turn, text } = view.fields;
    if (!isTurn(turn)) return null;
    const place = { turn: turnOf(turn) };
    const outcome = await writeNote(feedbackParts(parts), view.person, pathOf(view), place, text);
    if (outcome?.kind !== 'flawed') return outcome && back(view, 'noted', turnOf(turn));
    const seen = await seenBy(parts, view);
    if (!seen) return null;
    const typed = { seen, note: null, ...place, text: text ?? '', problem: outcome.problem };
    return { kind: 'again', html: renderNotePage(typed, await trainerMeta(parts, view)) };
  });
}

function notePage(parts: PageParts): PersonPage {
  return page(ROUTES.note, async (view) => {
    const seen = await openToChange(parts, view);
    const own = seen && noteAt(seen, view.person, { note: view.params.note ?? '' });
    if (!seen || !own) return null;
    const kept = { seen, note: own.id, turn: own.turn, text: own.text, problem: null };
    return renderNotePage(kept, await trainerMeta(parts, view));
  });
}

function noteForm(parts: PageParts): PersonForm {
  return form(ROUTES.note, async (view) => {
    const place = { note: view.params.note ?? '' };
    const { text } = view.fields;
    const outcome = await writeNote(feedbackParts(parts), view.person, pathOf(view), place, text);
    const seen = outcome && (await seenBy(parts, view));
    const own = seen && noteAt(seen, view.person, place);
    if (!seen || !own) return null;
    if (outcome.kind === 'done') return back(view, 'noted', own.turn);
    const typed = { seen, note: own.id, turn: own.turn, text: text ?? '', problem: outcome.problem };
    return { kind: 'again', html: renderNotePage(typed, await trainerMeta(parts, view)) };
  });
}

function removeNoteForm(parts: PageParts): PersonForm {
  return once(ROUTES.removeNote, async (view) => {
    const note = view.params.note ?? '';
    const gone = await takeNoteAway(feedbackParts(parts), view.person, pathOf(view), note);
    return gone ? back(view, 'removed') : null;
  });
}

function markPage(parts: PageParts): PersonPage {
  return page(ROUTES.mark, async (view) => {
    const seen = await openToChange(parts, view);
    const mark = seen && markAt(seen, view.params.criterion ?? '');
    if (!seen || !mark) return null;
    const { level = '', reason = '' } = mark.overrule ?? {};
    return renderOverrulePage({ seen, mark, level, reason, flaws: [] }, await trainerMeta(parts, view));
  });
}

function markForm(parts: PageParts): PersonForm {
  return form(ROUTES.mark, async (view) => {
    const criterion = criterionOf(view);
    if (!criterion) return null;
    const { level, reason } = view.fields;
    const typed = { level, reason };
    const outcome = await overrule(feedbackParts(parts), view.person, pathOf(view), criterion, typed);
    if (outcome?.kind !== 'flawed') return outcome && back(view, 'overruled');
    const seen = await seenBy(parts, view);
    const mark = seen && markAt(seen, criterion);
    if (!seen || !mark) return null;
    const sent = { seen, mark, level: level ?? '', reason: reason ?? '', flaws: outcome.flaws };
    return { kind: 'again', html: renderOverrulePage(sent, await trainerMeta(parts, view)) };
  });
}

function withdrawMarkForm(parts: PageParts): PersonForm {
  return once(ROUTES.withdrawMark, async (view) => {
    const criterion = criterionOf(view);
    const done =
      criterion !== null &&
      (await withdrawOverrule(feedbackParts(parts), view.person, pathOf(view), criterion));
    return done ? back(view, 'withdrawn') : null;
  });
}

function feedbackParts(parts: PageParts): FeedbackParts {
  const { ids, calendar } = parts;
  return { ...talksParts(parts), ids, calendar };
}

function seenBy(parts: PageParts, view: PageView): Promise<SeenHandIn | null> {
  return readSeenHandIn(talksParts(parts), view.person, pathOf(view));
}

/** Pages with forms are not there in an archived group. */
async function openToChange(parts: PageParts, view: PageView): Promise<SeenHandIn | null> {
  const seen = await seenBy(parts, view);
  return seen?.group.archivedAt === null ? seen : null;
}

function pathOf({ params }: PageView): HandInPath {
  return {
    group: params.group ?? '',
    assignment: params.assignment ?? '',
    attempt: params.attempt ?? '',
  };
}

function criterionOf({ params }: PageView): CriterionId | null {
  return CRITERIA.find((one) => one === params.criterion) ?? null;
}

/** '' stands for the whole talk. */
function isTurn(text: string | undefined): boolean {
  return !text || numberFrom(text) !== null;
}

function turnOf(text: string | undefined): number | null {
  return text ? numberFrom(text) : null;
}

function back(view: FormView, told: SeenTold, turn: number | null = null): FormAnswer {
  const there = turn === null ? '' : `#turn-${turn}`;
  return { kind: 'see', path: `${paths.seenHandIn(pathOf(view))}?told=${told}${there}` };
}
