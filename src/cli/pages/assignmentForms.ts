import { type AssignmentDraft, draftOf } from '../../app/assignmentDraft';
import { createAssignment, editAssignment, groupAssignments, readAssignment } from '../../app/assignments';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage, Values } from '../../channels/webchat/personPages';
import { type AssignmentFormView, renderAssignmentForm } from '../../pages/homework/AssignmentForm';
import { ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { again, assignmentParts, pathOf, scenariosOf, see } from './assignmentParts';
import { homeworkMeta } from './homeworkMeta';
import { numberFrom, type PageParts } from './parts';

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

export function newPage(parts: PageParts): PersonPage {
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

export function newForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.newAssignment,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const draft = draftFrom(view.fields);
      const group = view.params.group ?? '';
      const publish = view.fields.step === 'publish';
      const outcome = await createAssignment(assignmentParts(parts), view.person, group, draft, publish);
      if (outcome?.kind === 'done') return see(outcome, publish ? 'published' : 'saved');
      const flaws = outcome?.kind === 'flawed' ? outcome.flaws : [];
      return outcome && again(await renderNew(parts, view, draft, flaws));
    },
  };
}

export function editPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.editAssignment,
    styles: [PAGE_STYLE],
    render: (view) => renderEdit(parts, view, {}),
  };
}

/** The form for what exists; `sent` is what was typed into it and what is wrong with that. */
export async function renderEdit(
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

export function editForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.editAssignment,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const draft = draftFrom(view.fields);
      const publish = view.fields.step === 'publish';
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
