import type { JSX } from 'preact';
import type { Bringable } from '../../app/reviews/bringable';
import {
  mayFreeze,
  mostDays,
  SHARE_LIMITS,
  type ShareDraft,
  type ShareFlaw,
  type ShareGround,
} from '../../app/reviews/shareDraft';
import { CRITERIA } from '../../core/model/scoring';
import { Section } from '../debrief/Section';
import {
  Choice,
  type FieldProblem,
  ProblemSummary,
  problemOf,
  SelectField,
  TextArea,
  TextField,
  Tick,
} from '../fields';
import { Token } from '../forms';
import { Several } from '../homework/Several';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import {
  Carried,
  keepField,
  methodHint,
  type ShareFormOf,
  type ShareMeta,
  shareProblems,
  shortened,
} from './shareWords';

export interface ShareFormView {
  readonly bringable: Bringable;
  readonly ground: ShareGround;
  readonly draft: ShareDraft;
  readonly flaws: readonly ShareFlaw[];
  readonly of: ShareFormOf;
}

/** What goes along, for whom and how. Nothing is kept yet; what was typed stays. */
export function renderShareForm(view: ShareFormView, meta: ShareMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: ShareFormView;
  readonly meta: ShareMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { bringable, ground } = view;
  return (
    <Layout
      language={language}
      title={t('share.form.title', { title: bringable.whole.title })}
      t={t}
      here="reviews"
      back={{ href: view.of.away, label: t('share.form.cancel') }}
      intro={<p>{t('share.form.intro')}</p>}
    >
      {ground.groups.length === 0 ? (
        <>
          <p>{t('share.form.noGroup')}</p>
          <p>
            <a href={paths.groups}>{t('share.form.groups')}</a>
          </p>
        </>
      ) : (
        <Form view={view} meta={meta} />
      )}
    </Layout>
  );
}

interface PartProps extends Props {
  readonly problems: readonly FieldProblem[];
}

function Form({ view, meta }: Props): JSX.Element {
  const { t, token } = meta;
  const { draft, of, flaws, ground } = view;
  const problems = shareProblems(t, flaws, ground.retentionDays);
  const kept = Object.fromEntries(draft.keep.map((words, place) => [keepField(place), words]));
  const tooMuch = problemOf(problems, 'hide');
  return (
    <form method="post" action={of.action}>
      <Token token={token} />
      <Carried fields={{ ...of.carried, ...kept, ...(tooMuch === undefined && { hide: draft.hide }) }} />
      <ProblemSummary problems={problems} t={t} />
      {tooMuch !== undefined && (
        <TextArea
          id="hide"
          label={t('share.preview.more')}
          hint={t('share.preview.moreHint')}
          value={draft.hide}
          problem={tooMuch}
        />
      )}
      <What view={view} meta={meta} problems={problems} />
      <Who view={view} meta={meta} problems={problems} />
      <How view={view} meta={meta} problems={problems} />
      <p class="actions">
        <button type="submit" class="primary" name="step" value="preview">
          {t('share.form.toPreview')}
        </button>
        <a href={of.away}>{t('share.form.cancel')}</a>
      </p>
    </form>
  );
}

function What({ view: { bringable, draft }, meta: { t }, problems }: PartProps): JSX.Element {
  const { turns, card, preparation, reflection } = bringable.whole;
  const along = [
    card !== null && { part: 'card' as const, hint: t('share.form.cardHint') },
    Object.keys(preparation).length > 0 && { part: 'preparation' as const },
    Object.keys(reflection).length > 0 && { part: 'reflection' as const },
  ].filter((one) => one !== false);
  return (
    <Section id="what" title={t('share.form.what')}>
      <TextField
        id="title"
        label={t('share.form.talkTitle')}
        hint={t('share.form.talkTitleHint')}
        value={draft.title}
        problem={problemOf(problems, 'title')}
      />
      <Several
        id="turns"
        legend={t('share.form.turns')}
        hint={t('share.form.turnsHint')}
        problem={problemOf(problems, 'turns')}
        chosen={draft.turns.map(String)}
        field="turn"
        options={turns.map(({ number, text, answer }) => ({
          value: String(number),
          label: t('share.form.turn', {
            turn: number,
            text: shortened(text.trim() || t('share.form.silence'), SHORT),
          }),
          hint: shortened(answer, SHORT),
        }))}
      />
      {along.length > 0 && (
        <fieldset>
          <legend>{t('share.form.along')}</legend>
          {along.map(({ part, ...more }) => (
            <Tick name={part} label={t(`share.form.${part}`)} checked={draft[part]} {...more} />
          ))}
        </fieldset>
      )}
    </Section>
  );
}

/** As many UTF-16 units of a turn as tell which it is. */
const SHORT = 140;

function Who({ view: { draft, ground }, meta: { t }, problems }: PartProps): JSX.Element {
  const options = ground.groups.map(({ id, name }) => ({ value: id, label: name }));
  const choose = { value: '', label: t('share.form.groupChoose') };
  return (
    <Section id="who" title={t('share.form.who')}>
      <SelectField
        id="group"
        label={t('share.form.group')}
        value={draft.group}
        options={options.some(({ value }) => value === draft.group) ? options : [choose, ...options]}
        problem={problemOf(problems, 'group')}
      />
      <TextField
        id="until"
        kind="date"
        label={t('share.form.until')}
        hint={t('share.form.untilHint', { days: mostDays(ground.retentionDays) })}
        value={draft.until}
        problem={problemOf(problems, 'until')}
      />
    </Section>
  );
}

/** Of what goes along only, and never the last of it: then nothing would be hidden. */
function freezeOptions({ bringable, draft }: ShareFormView, t: ShareMeta['t']) {
  const options = mayFreeze(bringable, draft.turns).map((number) => ({
    value: String(number),
    label: `P${number}`,
  }));
  if (options.some(({ value }) => value === draft.freeze)) return options;
  return [{ value: '', label: t('share.form.freezeChoose') }, ...options];
}

function How({ view, meta: { t }, problems }: PartProps): JSX.Element {
  const { draft, ground } = view;
  return (
    <Section id="how" title={t('share.form.how')}>
      <Choice
        name="method"
        legend={t('share.form.method')}
        value={draft.method}
        options={ground.methods.map((method) => ({
          value: method.id,
          label: t(`methods.${method.id}.name`),
          hint: methodHint(t, method),
        }))}
        problem={problemOf(problems, 'method')}
      />
      <SelectField
        id="freeze"
        label={t('share.form.freeze')}
        hint={t('share.form.freezeHint')}
        value={draft.freeze}
        options={freezeOptions(view, t)}
        problem={problemOf(problems, 'freeze')}
      />
      <Several
        id="focus"
        legend={t('share.form.focus')}
        hint={t('share.form.focusHint', { most: SHARE_LIMITS.focus })}
        problem={problemOf(problems, 'focus')}
        chosen={draft.focus}
        options={CRITERIA.map((id) => ({ value: id, label: t(`scorecard.criteria.${id}.name`) }))}
      />
    </Section>
  );
}
