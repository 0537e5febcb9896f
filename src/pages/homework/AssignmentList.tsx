import type { JSX } from 'preact';
import type { GivenAssignment } from '../../app/assignments';
import type { Group } from '../../core/model/group';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Within } from '../trainer/Within';
import { dayThere } from '../when';
import { dueDay, GivenState } from './words';

export interface AssignmentListProps {
  readonly group: Group;
  readonly given: readonly GivenAssignment[];
  readonly t: Texts;
  readonly language: Locale;
}

/** All homework of a group, for its trainers. */
export function renderAssignmentsPage(props: AssignmentListProps): string {
  const { group, t, language } = props;
  return renderPage(
    <Layout
      language={language}
      title={t('homework.list.title', { group: group.name })}
      t={t}
      here="groups"
      back={{ href: paths.group(group.id), label: group.name }}
      intro={<Within group={group.id} here="homework" t={t} />}
    >
      <AssignmentList {...props} />
    </Layout>,
  );
}

/** The same as a part of another page. */
export function AssignmentList({ group, given, t, language }: AssignmentListProps): JSX.Element {
  return (
    <Section id="assignments" title={t('homework.list.heading')}>
      {given.length === 0 && <p>{t('homework.list.none')}</p>}
      {given.length > 0 && (
        <ul class="rows">
          {given.map((one) => (
            <Row given={one} t={t} language={language} />
          ))}
        </ul>
      )}
      {group.archivedAt === null ? (
        <p>
          <a class="button" href={paths.newAssignment(group.id)}>
            {t('homework.list.new')}
          </a>
        </p>
      ) : (
        <p>{t('homework.list.archived')}</p>
      )}
    </Section>
  );
}

interface RowProps {
  readonly given: GivenAssignment;
  readonly t: Texts;
  readonly language: Locale;
}

function Row({ given, t, language }: RowProps): JSX.Element {
  const { assignment, state, group } = given;
  const { title, id, opensAt, timeZone } = assignment;
  return (
    <li>
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        <GivenState given={given} t={t} />
      </p>
      {state === 'scheduled' && group.archivedAt === null && opensAt !== null && (
        <p>{t('homework.list.opens', { day: dayThere(language, opensAt, timeZone) })}</p>
      )}
      <p>{t('homework.list.due', { day: dueDay(language, assignment) })}</p>
      <p>
        <a href={paths.assignment(group.id, id)} aria-label={t('homework.list.openLabel', { title })}>
          {t('homework.list.open')}
        </a>
      </p>
    </li>
  );
}
