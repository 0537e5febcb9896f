import type { AssignmentOutcome, AssignmentParts, AssignmentPath } from '../../app/assignments';
import { replanAssignment } from '../../app/remind';
import type { FormAnswer } from '../../channels/webchat/personForms';
import type { PageView } from '../../channels/webchat/personPages';
import { levelsOf } from '../../core/rendering/cards';
import type { AssignmentFormView } from '../../pages/homework/AssignmentForm';
import type { GivenTold } from '../../pages/homework/Given';
import { paths } from '../../pages/paths';
import type { PageParts } from './parts';

export function assignmentParts(parts: PageParts): AssignmentParts {
  const { store, clock, ids, calendar } = parts;
  const { quiet, channels } = parts.reminders;
  const announce: AssignmentParts['announce'] = ({ id }) =>
    replanAssignment({ store, clock, ids, calendar, quiet, channels }, id);
  return { store, clock, ids, calendar, announce, scenarios: scenariosOf(parts) };
}

export function scenariosOf({ library }: PageParts): AssignmentFormView['scenarios'] {
  return library.playbook.scenarios.map(({ scenario }) => ({
    id: scenario.id,
    title: scenario.texts.title,
    levels: levelsOf(scenario),
  }));
}

export function pathOf({ params }: PageView): AssignmentPath {
  return { group: params.group ?? '', assignment: params.assignment ?? '' };
}

export function see(
  { assignment }: Extract<AssignmentOutcome, { kind: 'done' }>,
  told: GivenTold,
): FormAnswer {
  return { kind: 'see', path: `${paths.assignment(assignment.group, assignment.id)}?told=${told}` };
}

export function again(html: string | null): FormAnswer | null {
  return html === null ? null : { kind: 'again', html };
}
