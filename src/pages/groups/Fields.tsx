import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { zoneOptions } from '../account/zones';
import { type FieldProblem, ProblemSummary, problemOf, SelectField, TextField } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

export interface GroupForm {
  readonly name: string;
  readonly timeZone: string;
  readonly problems: readonly FieldProblem[];
}

export interface GroupMeta {
  readonly language: Locale;
  readonly token: string;
}

/** The page on which a group is made. */
export function renderNewGroupPage(form: GroupForm, t: Texts, meta: GroupMeta): string {
  return renderPage(
    <Layout
      language={meta.language}
      title={t('groups.make.title')}
      t={t}
      here="groups"
      back={{ href: paths.groups, label: t('groups.list.title') }}
    >
      <ProblemSummary problems={form.problems} t={t} />
      <section aria-labelledby="make">
        <h2 id="make">{t('groups.make.heading')}</h2>
        <p>{t('groups.make.what')}</p>
        <GroupFields
          form={form}
          action={paths.newGroup}
          label={t('groups.make.submit')}
          t={t}
          token={meta.token}
        />
      </section>
    </Layout>,
  );
}

interface FieldsProps {
  readonly form: GroupForm;
  readonly action: string;
  readonly label: string;
  readonly t: Texts;
  readonly token: string;
}

/** Name and place of a group. */
export function GroupFields({ form, action, label, t, token }: FieldsProps): JSX.Element {
  const { name, timeZone, problems } = form;
  return (
    <form method="post" action={action} novalidate>
      <Token token={token} />
      <TextField
        id="name"
        label={t('groups.fields.name.label')}
        hint={t('groups.fields.name.hint')}
        problem={problemOf(problems, 'name')}
        value={name}
      />
      <SelectField
        id="timeZone"
        label={t('groups.fields.timeZone.label')}
        hint={t('groups.fields.timeZone.hint')}
        problem={problemOf(problems, 'timeZone')}
        value={timeZone}
        options={zoneOptions(t, timeZone)}
      />
      <p class="actions">
        <button type="submit" class="primary">
          {label}
        </button>
      </p>
    </form>
  );
}
