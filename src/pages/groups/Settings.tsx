import type { JSX } from 'preact';
import type { Group } from '../../core/model/group';
import type { Texts } from '../../core/model/texts';
import { ProblemSummary } from '../fields';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { GroupFields, type GroupForm, type GroupMeta } from './Fields';

export interface SettingsView {
  readonly group: Group;
  readonly form: GroupForm;
}

/** Name, place and end of a group. */
export function renderGroupSettingsPage(view: SettingsView, t: Texts, meta: GroupMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

interface Props {
  readonly view: SettingsView;
  readonly t: Texts;
  readonly meta: GroupMeta;
}

function Page({ view, t, meta }: Props): JSX.Element {
  const { group, form } = view;
  const archived = group.archivedAt !== null;
  return (
    <Layout
      language={meta.language}
      title={t('groups.settings.title')}
      t={t}
      here="groups"
      back={{ href: paths.group(group.id), label: group.name }}
    >
      <ProblemSummary problems={form.problems} t={t} />
      {!archived && (
        <section aria-labelledby="about">
          <h2 id="about">{group.name}</h2>
          <GroupFields
            form={form}
            action={paths.groupSettings(group.id)}
            label={t('groups.settings.save')}
            t={t}
            token={meta.token}
          />
        </section>
      )}
      <section aria-labelledby="archive">
        <h2 id="archive">
          {t(archived ? 'groups.settings.restore.title' : 'groups.settings.archive.title')}
        </h2>
        <p>{t(archived ? 'groups.settings.restore.what' : 'groups.settings.archive.what')}</p>
        <PostButton
          action={archived ? paths.restoreGroup(group.id) : paths.archiveGroup(group.id)}
          token={meta.token}
          label={t(archived ? 'groups.settings.restore.button' : 'groups.settings.archive.button')}
        />
      </section>
    </Layout>
  );
}
