import type { JSX } from 'preact';
import type { GroupSize } from '../../app/readGroups';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** All groups of the installation, for who runs it: how large they are and whom to ask, nothing of what is practised. */
export function renderInstallationPage(groups: readonly GroupSize[], t: Texts, language: Locale): string {
  return renderPage(<Page groups={groups} t={t} language={language} />);
}

interface Props {
  readonly groups: readonly GroupSize[];
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ groups, t, language }: Props): JSX.Element {
  return (
    <Layout
      language={language}
      title={t('groups.installation.title')}
      t={t}
      here="groups"
      back={{ href: paths.groups, label: t('groups.list.title') }}
      intro={<p>{t('groups.installation.intro')}</p>}
    >
      <section aria-labelledby="all">
        <h2 id="all">{t('groups.installation.groups', { count: groups.length })}</h2>
        {groups.length === 0 && <p>{t('groups.installation.empty')}</p>}
        <ul class="rows">
          {groups.map((size) => (
            <Row size={size} t={t} />
          ))}
        </ul>
        <p class="actions">
          <a class="button" href={paths.newGroup}>
            {t('groups.make.title')}
          </a>
        </p>
        <p class="about">{t('groups.installation.invite')}</p>
      </section>
      <section aria-labelledby="removed">
        <h2 id="removed">{t('groups.installation.removals.title')}</h2>
        <p>
          <a href={paths.removals(language)}>{t('groups.installation.removals.link')}</a>
        </p>
      </section>
    </Layout>
  );
}

function Row({ size, t }: { readonly size: GroupSize; readonly t: Texts }): JSX.Element {
  const { group, trainers, learners } = size;
  const names = trainers.map((name) => name || t('groups.people.nameless')).join(', ');
  return (
    <li>
      <p>
        <strong>{group.name}</strong>
        {group.archivedAt !== null && ` ${t('groups.installation.archived')}`}
      </p>
      <p class="about">
        {t('groups.people.learners', { count: learners })}.{' '}
        {t('groups.installation.trainers', { count: trainers.length, names })}
      </p>
    </li>
  );
}
