import type { JSX } from 'preact';
import type { GroupView, MemberView } from '../../app/readGroups';
import type { Texts } from '../../core/model/texts';
import { paths } from '../paths';
import { day } from '../when';
import type { GroupPageMeta } from './Group';

interface Props {
  readonly view: GroupView;
  readonly t: Texts;
  readonly meta: GroupPageMeta;
}

/** Who is in the group: everybody for a trainer, the trainers for a learner. */
export function Members({ view, t, meta }: Props): JSX.Element {
  const { members, learners, role } = view;
  const trainers = members.filter((one) => one.role === 'trainer');
  const others = members.filter((one) => one.role === 'learner');
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('groups.people.title')}</h2>
      <h3>{t('groups.people.trainers', { count: trainers.length })}</h3>
      <List rows={trainers} view={view} t={t} meta={meta} />
      <h3>{t('groups.people.learners', { count: learners })}</h3>
      {role === 'learner' && <p>{t('groups.people.hidden')}</p>}
      {role === 'trainer' && learners === 0 && <p>{t('groups.people.nobody')}</p>}
      <List rows={others} view={view} t={t} meta={meta} />
    </section>
  );
}

function List({ rows, view, t, meta }: Props & { readonly rows: readonly MemberView[] }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map((member) => (
        <Row member={member} view={view} t={t} meta={meta} />
      ))}
    </ul>
  );
}

function Row({ member, view, t, meta }: Props & { readonly member: MemberView }): JSX.Element {
  const { person, since } = member;
  const self = person === meta.person;
  const name = member.name || t('groups.people.nameless');
  const manages = view.role === 'trainer' && view.group.archivedAt === null && !self;
  return (
    <li>
      <p>
        <strong>{name}</strong> {self && t('groups.people.self')}
      </p>
      {view.role === 'trainer' && (
        <p class="about">{t('groups.people.since', { day: day(meta.language, since) })}</p>
      )}
      {manages && <Manage member={member} name={name} view={view} t={t} />}
    </li>
  );
}

interface ManageProps extends Omit<Props, 'meta'> {
  readonly member: MemberView;
  readonly name: string;
}

function Manage({ member, name, view, t }: ManageProps): JSX.Element {
  const { person } = member;
  const other = member.role === 'trainer' ? 'learner' : 'trainer';
  const label = t(`groups.people.make.${other}`);
  return (
    <div class="actions">
      <a class="button" href={paths.memberRole(view.group.id, person)} aria-label={`${label}: ${name}`}>
        {label}
      </a>
      <a
        class="button"
        href={paths.removeMember(view.group.id, person)}
        aria-label={`${t('groups.remove.link')}: ${name}`}
      >
        {t('groups.remove.link')}
      </a>
    </div>
  );
}
