import type { JSX } from 'preact';
import { exampleWords } from '../../app/reviews/exampleWords';
import type { Group } from '../../core/model/group';
import type { Method } from '../../core/model/method';
import type { Texts } from '../../core/model/texts';
import { Choice, ProblemSummary, problemOf, SelectField, Tick } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { methodHint, type ShareMeta } from './shareWords';

export interface ExampleFormView {
  readonly examples: readonly string[];
  readonly groups: readonly Group[];
  readonly methods: readonly Method[];
  readonly typed: { readonly example: string; readonly group: string; readonly method: string };
  readonly problems: readonly ('example' | 'group')[];
}

/** Begins a review of a talk that comes along. */
export function renderExampleForm(view: ExampleFormView, meta: ShareMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: ExampleFormView;
  readonly meta: ShareMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  return (
    <Layout
      language={language}
      title={t('share.example.title')}
      t={t}
      here="reviews"
      back={{ href: paths.bringTalk, label: t('share.choose.title') }}
      intro={<p>{t('share.example.intro')}</p>}
    >
      {view.examples.length === 0 && <p>{t('share.example.none')}</p>}
      {view.groups.length === 0 && (
        <>
          <p>{t('share.form.noGroup')}</p>
          <p>
            <a href={paths.groups}>{t('share.form.groups')}</a>
          </p>
        </>
      )}
      {view.examples.length > 0 && view.groups.length > 0 && <Form view={view} meta={meta} />}
    </Layout>
  );
}

function Form({ view, meta: { t, token } }: Props): JSX.Element {
  const { examples, groups, methods, typed } = view;
  const problems = view.problems.map((field) => ({ field, words: t(`share.example.problems.${field}`) }));
  const options = groups.map(({ id, name }) => ({ value: id, label: name }));
  const choose = { value: '', label: t('share.form.groupChoose') };
  return (
    <form method="post" action={paths.exampleReview}>
      <Token token={token} />
      <ProblemSummary problems={problems} t={t} />
      <Choice
        name="example"
        legend={t('share.example.which')}
        value={typed.example}
        options={examples.map((id) => {
          const { name, about } = exampleWords(t, id);
          return { value: id, label: name, hint: about };
        })}
        problem={problemOf(problems, 'example')}
      />
      <Looks examples={examples} t={t} />
      <SelectField
        id="group"
        label={t('share.form.group')}
        value={typed.group}
        options={options.some(({ value }) => value === typed.group) ? options : [choose, ...options]}
        problem={problemOf(problems, 'group')}
      />
      <Choice
        name="method"
        legend={t('share.example.method')}
        value={typed.method}
        options={[
          { value: '', label: t('share.example.suits') },
          ...methods.map((method) => ({
            value: method.id,
            label: t(`methods.${method.id}.name`),
            hint: methodHint(t, method),
          })),
        ]}
      />
      <Tick name="tell" checked={false} label={t('announce.tell.label')} hint={t('announce.tell.hint')} />
      <p class="actions">
        <button type="submit" class="primary">
          {t('share.example.begin')}
        </button>
        <a href={paths.bringTalk}>{t('share.form.cancel')}</a>
      </p>
    </form>
  );
}

/** Gives away how a talk goes, so it is opened only by who wants to know. */
function Looks({ examples, t }: { readonly examples: readonly string[]; readonly t: Texts }): JSX.Element {
  return (
    <details>
      <summary>{t('share.example.looks')}</summary>
      {examples.map((id) => {
        const { name, looks } = exampleWords(t, id);
        return (
          <>
            <p>
              <strong>{name}</strong>
            </p>
            <ul>
              {looks.map((look) => (
                <li>{look}</li>
              ))}
            </ul>
          </>
        );
      })}
    </details>
  );
}
