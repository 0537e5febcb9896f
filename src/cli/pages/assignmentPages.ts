import { type AssignmentDraft, draftOf } from '../../app/assignmentDraft';
import {
  type AssignmentOutcome,
  type AssignmentParts,
  closeAssignment,
  copyAssignment,
  createAssignment,
  editAssignment,
  groupAssignments,
  publishAssignment,
  readAssignment,
  removeDraft,
  reopenAssignment,
} from '../../app/assignments';
import { excuse, learnersWith } from '../../app/givenHomework';
import { replanAssignment } from '../../app/remind';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage, Values } from '../../channels/webchat/personPages';
import { levelsOf } from '../../core/rendering/cards';
import { type AssignmentFormView, renderAssignmentForm } from '../../pages/homework/AssignmentForm';
import { renderAssignmentsPage } from '../../pages/homework/AssignmentList';
import { GIVEN_TOLD, type GivenTold, type GivenView, renderGivenPage } from '../../pages/homework/Given';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { homeworkMeta } from './homeworkPages';
import { numberFrom, type PageParts } from './parts';

/** Homework as trainers make it and look after it. */
export function assignmentPages(parts: PageParts): Pages {
  return {
    pages: [listPage, newPage, givenPage, editPage].map((page) => page(parts)),
    forms: [newForm, editForm, stepForm, excuseForm].map((form) => form(parts)),
  };
}

function listPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.assignments,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const found = await groupAssignments(parts, view.person, view.params.group ?? '');
      if (!found) return null;
      const { t, language } = await homeworkMeta(parts, view);
      return renderAssignmentsPage({ ...found, t, language });
    },
  };
}

function givenPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.assignment,
    styles: [PAGE_STYLE],
    render: (view) => renderGiven(parts, view, null),
  };
}

async function renderGiven(
  parts: PageParts,
  view: PageView,
  refused: GivenView['refused'],
): Promise<string | null> {
  const path = pathOf(view);
  const given = await readAssignment(parts, view.person, path);
  const learners = given && (await learnersWith(parts, view.person, path));
  if (!given || !learners) return null;
  const told = refused === null ? (GIVEN_TOLD.find((word) => word === view.query.told) ?? null) : null;
  return renderGivenPage({ ...given, learners, told, refused }, await homeworkMeta(parts, view));
}

/** What a form for something new starts with: the narrowest sight. */
const EMPTY: AssignmentDraft = {
  title: '',
  note: '',
  scenarios: [],
  level: '',
  opensOn: '',
  dueOn: '',
  attempts: '',
  focus: [],
  preparation: false,
  reflection: false,
  sight: 'done',
};

function newPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.newAssignment,
    styles: [PAGE_STYLE],
    render: (view) => renderNew(parts, view, EMPTY, []),
  };
}

async function renderNew(
  parts: PageParts,
  view: PageView,
  draft: AssignmentDraft,
  flaws: AssignmentFormView['flaws'],
): Promise<string | null> {
  const found = await groupAssignments(parts, view.person, view.params.group ?? '');
  if (found?.group.archivedAt !== null) return null;
  const { group } = found;
  const scenarios = scenariosOf(parts);
  const form = { group, existing: null, handedOut: null, draft, flaws, movedOn: false, scenarios };
  return renderAssignmentForm(form, await homeworkMeta(parts, view));
}

function newForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.newAssignment,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const draft = draftFrom(view.fields);
      const group = view.params.group ?? '';
      const publish = view.fields.then === 'publish';
      const outcome = await createAssignment(assignmentParts(parts), view.person, group, draft, publish);
      if (outcome?.kind === 'done') return see(outcome, publish ? 'published' : 'saved');
      const flaws = outcome?.kind === 'flawed' ? outcome.flaws : [];
      return outcome && again(await renderNew(parts, view, draft, flaws));
    },
  };
}

function editPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.editAssignment,
    styles: [PAGE_STYLE],
    render: (view) => renderEdit(parts, view, {}),
  };
}

/** The form for what exists; `sent` is what was typed into it and what is wrong with that. */
async function renderEdit(
  parts: PageParts,
  view: PageView,
  sent: Partial<Pick<AssignmentFormView, 'draft' | 'flaws' | 'movedOn'>>,
): Promise<string | null> {
  const given = await readAssignment(parts, view.person, pathOf(view));
  if (given?.group.archivedAt !== null) return null;
  const { assignment, group, state } = given;
  return renderAssignmentForm(
    {
      group,
      existing: { id: assignment.id, version: assignment.version },
      handedOut: state === 'draft' ? null : { sight: assignment.sight },
      draft: draftOf(assignment, parts.calendar),
      flaws: [],
      movedOn: false,
      scenarios: scenariosOf(parts),
      ...sent,
    },
    await homeworkMeta(parts, view),
  );
}

function editForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.editAssignment,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const draft = draftFrom(view.fields);
      const publish = view.fields.then === 'publish';
      const version = numberFrom(view.fields.version) ?? 0;
      const asked = { version, publish };
      const outcome = await editAssignment(assignmentParts(parts), view.person, pathOf(view), draft, asked);
      switch (outcome?.kind) {
        case 'done':
          return see(outcome, publish ? 'published' : 'saved');
        case 'flawed':
          return again(await renderEdit(parts, view, { draft, flaws: outcome.flaws }));
        case 'moved-on':
        case 'not-now':
          return again(await renderEdit(parts, view, { draft, movedOn: true }));
        case undefined:
          return null;
      }
    },
  };
}

const STEPS = {
  publish: { take: publishAssignment, told: 'published' },
  close: { take: closeAssignment, told: 'closed' },
  reopen: { take: reopenAssignment, told: 'reopened' },
  copy: { take: copyAssignment, told: 'copied' },
} as const;
type Step = keyof typeof STEPS;

function stepForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.stepAssignment,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const name = view.fields.step ?? '';
      if (name === 'remove') return remove(parts, view);
      if (!isStep(name)) return null;
      const { take, told } = STEPS[name];
      const outcome = await take(assignmentParts(parts), view.person, pathOf(view));
      switch (outcome?.kind) {
        case 'done':
          return see(outcome, told);
        case 'flawed':
          return again(await renderEdit(parts, view, { flaws: outcome.flaws }));
        case 'moved-on':
          return again(await renderGiven(parts, view, 'movedOn'));
        case 'not-now':
          return again(await renderGiven(parts, view, 'notNow'));
        case undefined:
          return null;
      }
    },
  };
}

function isStep(name: string): name is Step {
  return Object.hasOwn(STEPS, name);
}

async function remove(parts: PageParts, view: FormView): Promise<FormAnswer | null> {
  const path = pathOf(view);
  const outcome = await removeDraft(assignmentParts(parts), view.person, path);
  if (outcome?.kind === 'done') return { kind: 'see', path: paths.assignments(path.group) };
  return outcome && again(await renderGiven(parts, view, 'notNow'));
}

function excuseForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.excuse,
    styles: [],
    take: async (view) => {
      const path = pathOf(view);
      const excused = view.fields.excused !== 'no';
      const learner = view.fields.learner ?? '';
      if (!(await excuse(parts, view.person, { ...path, learner }, excused))) return null;
      const told: GivenTold = excused ? 'excused' : 'required';
      return { kind: 'see', path: `${paths.assignment(path.group, path.assignment)}?told=${told}` };
    },
  };
}

function assignmentParts(parts: PageParts): AssignmentParts {
  const { store, clock, ids, calendar } = parts;
  const { quiet, channels } = parts.reminders;
  const announce: AssignmentParts['announce'] = ({ id }) =>
    replanAssignment({ store, clock, ids, calendar, quiet, channels }, id);
  return { store, clock, ids, calendar, announce, scenarios: scenariosOf(parts) };
}

function scenariosOf({ library }: PageParts): AssignmentFormView['scenarios'] {
  return library.playbook.scenarios.map(({ scenario }) => ({
    id: scenario.id,
    title: scenario.texts.title,
    levels: levelsOf(scenario),
  }));
}

function pathOf({ params }: PageView): { readonly group: string; readonly assignment: string } {
  return { group: params.group ?? '', assignment: params.assignment ?? '' };
}

/** What was typed; boxes come as one field each. */
function draftFrom(fields: Values): AssignmentDraft {
  const text = (name: string) => fields[name] ?? '';
  const ticked = (name: string) =>
    Object.keys(fields).flatMap((key) => (key.startsWith(`${name}.`) ? [key.slice(name.length + 1)] : []));
  return {
    title: text('title'),
    note: text('note'),
    scenarios: ticked('scenarios'),
    level: text('level'),
    opensOn: text('opensOn'),
    dueOn: text('dueOn'),
    attempts: text('attempts'),
    focus: ticked('focus'),
    preparation: fields.preparation !== undefined,
    reflection: fields.reflection !== undefined,
    sight: text('sight'),
  };
}

function see({ assignment }: Extract<AssignmentOutcome, { kind: 'done' }>, told: GivenTold): FormAnswer {
  return { kind: 'see', path: `${paths.assignment(assignment.group, assignment.id)}?told=${told}` };
}

function again(html: string | null): FormAnswer | null {
  return html === null ? null : { kind: 'again', html };
}
