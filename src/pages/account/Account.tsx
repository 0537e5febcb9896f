import type { JSX } from 'preact';
import type { NoticeChannel } from '../../core/model/person';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import {
  Choice,
  type FieldProblem,
  ProblemSummary,
  problemOf,
  SelectField,
  TextField,
  Tick,
} from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Browsers, type BrowserView } from './Browsers';
import { zoneOptions } from './zones';

/** What somebody told about themselves, as it stands in the form. */
export interface AccountFields {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly address: string;
  readonly timeZone: string;
  readonly byMail: boolean;
  readonly byTeams: boolean;
}

export interface AccountView {
  /** Null for the guest of this machine, who has no details. */
  readonly fields: AccountFields | null;
  readonly browsers: readonly BrowserView[];
  /** By which this installation can remind. */
  readonly channels: readonly NoticeChannel[];
  readonly saved: boolean;
  readonly problems: readonly FieldProblem[];
}

export interface AccountMeta {
  readonly language: Locale;
  readonly token: string;
}

/** Somebody's own details, and the browsers in which they are signed in. */
export function renderAccountPage(view: AccountView, t: Texts, meta: AccountMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

interface Props {
  readonly view: AccountView;
  readonly t: Texts;
  readonly meta: AccountMeta;
}

function Page({ view, t, meta }: Props): JSX.Element {
  const { fields, channels, saved, problems } = view;
  return (
    <Layout language={meta.language} title={t('entry.account.title')} t={t} here="account">
      <ProblemSummary problems={problems} t={t} />
      {saved && (
        <p class="told" role="status">
          {t('entry.account.saved')}
        </p>
      )}
      {fields === null ? (
        <Guest t={t} />
      ) : (
        <Details fields={fields} channels={channels} problems={problems} t={t} meta={meta} />
      )}
      {fields !== null && <Browsers browsers={view.browsers} t={t} meta={meta} />}
      <OwnData t={t} language={meta.language} />
    </Layout>
  );
}

function Guest({ t }: { readonly t: Texts }): JSX.Element {
  return (
    <section aria-labelledby="guest">
      <h2 id="guest">{t('entry.account.guest.title')}</h2>
      <p>{t('entry.account.guest.what')}</p>
      <p>
        <a href={paths.enter()}>{t('entry.account.guest.enter')}</a>
      </p>
    </section>
  );
}

interface DetailsProps {
  readonly fields: AccountFields;
  readonly channels: AccountView['channels'];
  readonly problems: readonly FieldProblem[];
  readonly t: Texts;
  readonly meta: AccountMeta;
}

function Details({ fields, channels, problems, t, meta }: DetailsProps): JSX.Element {
  const a = (key: string) => t(`entry.account.${key}`);
  return (
    <section aria-labelledby="details">
      <h2 id="details">{a('details')}</h2>
      <form method="post" action={paths.account} novalidate>
        <Token token={meta.token} />
        <TextField
          id="name"
          label={a('name.label')}
          hint={a('name.hint')}
          problem={problemOf(problems, 'name')}
          value={fields.name}
          autocomplete="name"
        />
        <TextField
          id="email"
          kind="email"
          label={a('email.label')}
          hint={a('email.hint')}
          problem={problemOf(problems, 'email')}
          value={fields.email}
          autocomplete="email"
          optional
        />
        <Reminding fields={fields} channels={channels} t={t} meta={meta} />
        <Choice
          name="locale"
          legend={a('locale.legend')}
          value={fields.locale}
          options={['nl', 'en'].map((value) => ({ value, label: a(`locale.${value}`) }))}
        />
        <Choice
          name="address"
          legend={a('address.legend')}
          hint={a('address.hint')}
          value={fields.address}
          options={['je', 'u'].map((value) => ({ value, label: a(`address.${value}`) }))}
        />
        <SelectField
          id="timeZone"
          label={a('timeZone.label')}
          hint={a('timeZone.hint')}
          problem={problemOf(problems, 'timeZone')}
          value={fields.timeZone}
          options={zoneOptions(t, fields.timeZone)}
        />
        <p class="actions">
          <button type="submit" class="primary">
            {a('save')}
          </button>
        </p>
      </form>
    </section>
  );
}

/** The ways of reminding that there are here; when that happens stands on a page of its own. */
function Reminding({ fields, channels, t, meta }: Omit<DetailsProps, 'problems'>): JSX.Element {
  const a = (key: string) => t(`entry.account.reminders.${key}`);
  return (
    <>
      {channels.length > 0 && (
        <fieldset>
          <legend>{a('legend')}</legend>
          {channels.includes('mail') && <Tick name="byMail" label={a('mail')} checked={fields.byMail} />}
          {channels.includes('teams') && <Tick name="byTeams" label={a('teams')} checked={fields.byTeams} />}
        </fieldset>
      )}
      <p>
        {channels.length === 0 && `${a('none')} `}
        <a href={paths.reminders(meta.language)}>{a('link')}</a>
      </p>
    </>
  );
}

function OwnData({ t, language }: { readonly t: Texts; readonly language: Locale }): JSX.Element {
  return (
    <section aria-labelledby="own-data">
      <h2 id="own-data">{t('entry.account.ownData.title')}</h2>
      <p>{t('entry.account.ownData.what')}</p>
      <p>
        <a href={paths.myData(language)}>{t('entry.account.ownData.link')}</a>
      </p>
    </section>
  );
}
