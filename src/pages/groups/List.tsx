import type { JSX } from 'preact';
import type { MyGroups } from '../../app/readGroups';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** The groups somebody is in. */
export function renderGroupsPage(groups: MyGroups, t: Texts, language: Locale): string {
  return renderPage(<Page groups={groups} t={t} language={language} />);
}

interface Props {
  readonly groups: MyGroups;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ groups, t, language }: Props): JSX.Element {
  const { active, archived, mayMake, organiser } = groups;
  return (
    <Layout language={language} title={t('groups.list.title')} t={t} here="groups">
      <section aria-labelledby="mine">
        <h2 id="mine">{t('groups.list.mine')}</h2>
        {active.length === 0 && <p>{t(mayMake ? 'groups.list.emptyTrainer' : 'groups.list.empty')}</p>}
        <Rows rows={active} t={t} />
        <p class="actions">
          {mayMake && (
            <a class="button" href={paths.newGroup}>
              {t('groups.make.title')}
            </a>
          )}
          <a class="button" href={paths.enter()}>
            {t('groups.list.enter')}
          </a>
        </p>
      </section>
      {archived.length > 0 && (
        <section aria-labelledby="archived">
          <h2 id="archived">{t('groups.list.archived')}</h2>
          <Rows rows={archived} t={t} />
        </section>
      )}
      {organiser && (
        <section aria-labelledby="installation">
          <h2 id="installation">{t('groups.installation.title')}</h2>
          <p>{t('groups.installation.intro')}</p>
          <p>
            <a href={paths.installation}>{t('groups.installation.link')}</a>
          </p>
        </section>
      )}
    </Layout>
  );
}

function Rows({ rows, t }: { readonly rows: MyGroups['active']; readonly t: Texts }): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <ul class="rows">
      {rows.map(({ group, role }) => (
        <li>
          <p>
            <a href={paths.group(group.id)}>{group.name}</a>
          </p>
          <p class="about">{t(`groups.roles.mine.${role}`)}</p>
        </li>
      ))}
    </ul>
  );
}
