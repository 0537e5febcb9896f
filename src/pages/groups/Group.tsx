import type { JSX } from 'preact';
import type { GroupView } from '../../app/readGroups';
import { RECOMMENDED_GROUP_SIZE } from '../../core/model/group';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { type FieldProblem, ProblemSummary } from '../fields';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Within } from '../trainer/Within';
import type { GroupMeta } from './Fields';
import { type InvitationForm, Invitations } from './Invitations';
import { Members } from './Members';

export interface GroupPageMeta extends GroupMeta {
  /** Who looks. */
  readonly person: string;
  /** Where browsers reach us, for links to hand out. */
  readonly origin: string;
}

export interface GroupPage {
  readonly view: GroupView;
  /** The form for a new way in, as it was filled in. */
  readonly form: InvitationForm;
  readonly problems: readonly FieldProblem[];
  /** What has just been done, in words; '' for nothing. */
  readonly told: string;
}

/** One group: for its trainers its people and the ways in, for its learners who trains them. */
export function renderGroupPage(page: GroupPage, t: Texts, meta: GroupPageMeta): string {
  return renderPage(<Page page={page} t={t} meta={meta} />);
}

interface Props {
  readonly page: GroupPage;
  readonly t: Texts;
  readonly meta: GroupPageMeta;
}

function Page({ page, t, meta }: Props): JSX.Element {
  const { view, problems, told } = page;
  const { group, role } = view;
  const archived = group.archivedAt !== null;
  return (
    <Layout
      language={meta.language}
      title={group.name}
      t={t}
      here="groups"
      back={{ href: paths.groups, label: t('groups.list.title') }}
      intro={
        <>
          <p>{t(`groups.roles.mine.${role}`)}</p>
          {role === 'trainer' && <Within group={group.id} here="group" t={t} />}
        </>
      }
    >
      <ProblemSummary problems={problems} t={t} />
      {told !== '' && (
        <p class="told" role="status">
          {told}
        </p>
      )}
      {archived && <Archived view={view} t={t} token={meta.token} />}
      <Work view={view} t={t} language={meta.language} />
      {role === 'trainer' && !archived && <Invitations page={page} t={t} meta={meta} />}
      <Members view={view} t={t} meta={meta} />
      <Around view={view} t={t} />
    </Layout>
  );
}

/** That the group is put away, and for its trainers the way back. */
function Archived(props: { readonly view: GroupView; readonly t: Texts; readonly token: string }) {
  const { view, t, token } = props;
  return (
    <div class="told">
      <p>{t(`groups.group.archived.${view.role}`)}</p>
      {view.role === 'trainer' && (
        <PostButton
          action={paths.restoreGroup(view.group.id)}
          token={token}
          label={t('groups.settings.restore.button')}
        />
      )}
    </div>
  );
}

interface WorkProps {
  readonly view: GroupView;
  readonly t: Texts;
  readonly language: Locale;
}

/** What the group is there for. */
function Work({ view, t, language }: WorkProps): JSX.Element {
  const { group, role, large } = view;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{t(`groups.group.work.${role}.title`)}</h2>
      <p>{t(workWords(view))}</p>
      <p class="actions">
        {role === 'trainer' ? (
          <>
            <a class="button" href={paths.assignments(group.id)}>
              {t('groups.group.work.trainer.link')}
            </a>
            {(['overview', 'picture', 'agenda'] as const).map((page) => (
              <a class="button" href={paths[page](group.id)}>
                {t(`trainer.parts.${page}`)}
              </a>
            ))}
          </>
        ) : (
          <a class="button" href={paths.me(language)}>
            {t('groups.group.work.learner.link')}
          </a>
        )}
        <a class="button" href={paths.reviewsOf(group.id)}>
          {t('room.groupLink')}
        </a>
      </p>
      {role === 'trainer' && large && group.archivedAt === null && (
        <p class="about">{t('groups.group.large', { recommended: RECOMMENDED_GROUP_SIZE })}</p>
      )}
    </section>
  );
}

function workWords({ group, role, learners }: GroupView): string {
  if (role === 'learner') return 'groups.group.work.learner.what';
  const now = group.archivedAt !== null ? 'archived' : learners === 0 ? 'nobody' : 'what';
  return `groups.group.work.trainer.${now}`;
}

/** Looking after the group itself. */
function Around({ view, t }: { readonly view: GroupView; readonly t: Texts }): JSX.Element {
  const { group, role } = view;
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t('groups.group.around')}</h2>
      <p class="actions">
        {role === 'trainer' && (
          <a class="button" href={paths.groupSettings(group.id)}>
            {t('groups.settings.title')}
          </a>
        )}
        <a class="button" href={paths.leaveGroup(group.id)}>
          {t('groups.leave.title')}
        </a>
      </p>
    </section>
  );
}
