import {
  closeAssignment,
  copyAssignment,
  groupAssignments,
  publishAssignment,
  readAssignment,
  removeDraft,
  reopenAssignment,
} from '../../app/assignments';
import { excuse, learnersWith } from '../../app/givenHomework';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { renderAssignmentsPage } from '../../pages/homework/AssignmentList';
import { GIVEN_TOLD, type GivenTold, type GivenView, renderGivenPage } from '../../pages/homework/Given';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { editForm, editPage, newForm, newPage, renderEdit } from './assignmentForms';
import { again, assignmentParts, pathOf, see } from './assignmentParts';
import { homeworkMeta } from './homeworkMeta';
import type { PageParts } from './parts';

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
