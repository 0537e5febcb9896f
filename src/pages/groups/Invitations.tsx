import type { JSX } from 'preact';
import { spacedCode } from '../../app/codes';
import { INVITATION_DAYS, MOST_USES, USES_WHERE_EMPTY } from '../../app/groups';
import type { Invitation } from '../../core/model/group';
import type { Texts } from '../../core/model/texts';
import { Choice, problemOf, SelectField, TextField } from '../fields';
import { PostButton, Token } from '../forms';
import { paths } from '../paths';
import { moment } from '../when';
import type { GroupPage, GroupPageMeta } from './Group';

/** The form for a new way in, as it was filled in. */
export interface InvitationForm {
  readonly role: string;
  readonly days: string;
  readonly uses: string;
}

interface Props {
  readonly page: GroupPage;
  readonly t: Texts;
  readonly meta: GroupPageMeta;
}

/** The ways into a group, and a form for a new one. */
export function Invitations({ page, t, meta }: Props): JSX.Element {
  const { invitations } = page.view;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t('groups.invite.title')}</h2>
      <p>{t('groups.invite.what')}</p>
      {invitations.length > 0 && (
        <ul class="rows">
          {invitations.map((invitation) => (
            <Row invitation={invitation} page={page} t={t} meta={meta} />
          ))}
        </ul>
      )}
      <h3 id="new">{t('groups.invite.new')}</h3>
      <NewInvitation page={page} t={t} meta={meta} />
    </section>
  );
}

function Row({ invitation, page, t, meta }: Props & { readonly invitation: Invitation }): JSX.Element {
  const { code, role, uses, expiresAt } = invitation;
  const spaced = spacedCode(code);
  return (
    <li>
      <p class="big-code">{spaced}</p>
      <p>{t(`groups.invite.for.${role}`, { count: uses })}</p>
      <p class="about">{t('groups.invite.until', { when: moment(meta.language, expiresAt) })}</p>
      <p>
        <label for={`link-${code}`}>{t('groups.invite.link')}</label>{' '}
        <input type="text" id={`link-${code}`} readOnly value={`${meta.origin}${paths.join(code)}`} />
      </p>
      <PostButton
        action={paths.revoke(page.view.group.id, code)}
        token={meta.token}
        label={t('groups.invite.revoke')}
        full={`${t('groups.invite.revoke')}: ${spaced}`}
      />
    </li>
  );
}

function NewInvitation({ page, t, meta }: Props): JSX.Element {
  const { form, problems, view } = page;
  return (
    <form method="post" action={paths.invite(view.group.id)} novalidate>
      <Token token={meta.token} />
      <Choice
        name="role"
        legend={t('groups.invite.role.label')}
        problem={problemOf(problems, 'role')}
        value={form.role}
        options={(['learner', 'trainer'] as const).map((value) => ({
          value,
          label: t(`groups.invite.role.${value}.label`),
          hint: t(`groups.invite.role.${value}.hint`),
        }))}
      />
      <SelectField
        id="days"
        label={t('groups.invite.days.label')}
        problem={problemOf(problems, 'days')}
        value={form.days}
        options={INVITATION_DAYS.map((days) => ({
          value: String(days),
          label: t('groups.invite.days.some', { count: days }),
        }))}
      />
      <TextField
        id="uses"
        kind="number"
        min={1}
        max={MOST_USES}
        label={t('groups.invite.uses.label')}
        hint={t('groups.invite.uses.hint', { most: MOST_USES, ...USES_WHERE_EMPTY })}
        optional
        problem={problemOf(problems, 'uses')}
        value={form.uses}
      />
      <p class="actions">
        <button type="submit" class="primary">
          {t('groups.invite.submit')}
        </button>
      </p>
    </form>
  );
}
