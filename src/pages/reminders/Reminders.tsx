import type { JSX } from 'preact';
import type { QuietTimes } from '../../app/quietHours';
import type { ReminderChoice } from '../../app/reminderChoice';
import type { NoticeChannel } from '../../core/model/person';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Tick } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

export interface RemindersView extends ReminderChoice {
  readonly quiet: QuietTimes;
  /** By which this installation can send. */
  readonly channels: readonly NoticeChannel[];
  /** Whether they were kept just now. */
  readonly saved: boolean;
}

export interface RemindersMeta {
  readonly language: Locale;
  readonly token: string;
}

/** Where somebody chooses by which ways they are reminded. */
export function renderRemindersPage(view: RemindersView, t: Texts, meta: RemindersMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

interface Props {
  readonly view: RemindersView;
  readonly t: Texts;
  readonly meta: RemindersMeta;
}

function Page({ view, t, meta: { language, token } }: Props): JSX.Element {
  const { wanted, quiet, saved } = view;
  return (
    <Layout
      language={language}
      title={t('notices.page.title')}
      t={t}
      here="account"
      intro={<p>{t('notices.page.intro')}</p>}
    >
      {saved && (
        <p class="told" role="status">
          {t('notices.page.saved')}
        </p>
      )}
      <section aria-labelledby="when">
        <h2 id="when">{t('notices.page.whenTitle')}</h2>
        <p>{t('notices.page.when')}</p>
        {quiet.hours && <p>{t('notices.page.quiet', quiet.hours)}</p>}
        {quiet.weekends && <p>{t('notices.page.weekends')}</p>}
      </section>
      <form method="post" action={paths.reminders(language)}>
        <Token token={token} />
        <fieldset>
          <legend>{t('notices.page.how')}</legend>
          <Tick name="mail" checked={wanted.mail} {...mailLabel(view, t)} />
          <Tick name="teams" checked={wanted.teams} {...teamsLabel(view, t)} />
        </fieldset>
        <p class="actions">
          <button type="submit" class="primary">
            {t('notices.page.save')}
          </button>
        </p>
      </form>
    </Layout>
  );
}

interface Label {
  readonly label: string;
  readonly hint?: string;
}

function mailLabel({ email, channels }: RemindersView, t: Texts): Label {
  const label = email === null ? t('notices.page.mail') : t('notices.page.mailTo', { address: email });
  if (!channels.includes('mail')) return { label, hint: t('notices.page.noMail') };
  return email === null ? { label, hint: t('notices.page.noAddress') } : { label };
}

function teamsLabel({ inTeams, channels }: RemindersView, t: Texts): Label {
  const label = t('notices.page.teams');
  if (!channels.includes('teams')) return { label, hint: t('notices.page.noTeams') };
  return inTeams ? { label } : { label, hint: t('notices.page.notInTeams') };
}
