import type { JSX } from 'preact';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import type { GroupMeta } from './Fields';

/** Something that is asked once more before it is done. */
export interface Question {
  readonly title: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Null when it cannot be done, which the paragraphs explain. */
  readonly confirm: {
    readonly action: string;
    readonly label: string;
    readonly fields?: Readonly<Record<string, string>>;
    /** For what takes nothing away. */
    readonly kind?: 'primary';
  } | null;
  readonly back: { readonly href: string; readonly label: string };
  readonly cancel: string;
}

export function renderQuestionPage(question: Question, t: Texts, meta: GroupMeta): string {
  return renderPage(<Page question={question} t={t} meta={meta} />);
}

interface Props {
  readonly question: Question;
  readonly t: Texts;
  readonly meta: GroupMeta;
}

function Page({ question, t, meta }: Props): JSX.Element {
  const { title, heading, paragraphs, confirm, back, cancel } = question;
  return (
    <Layout language={meta.language} title={title} t={t} here="groups" back={back}>
      <section aria-labelledby="question">
        <h2 id="question">{heading}</h2>
        {paragraphs.map((words) => (
          <p>{words}</p>
        ))}
        <div class="actions">
          <a class="button" href={back.href}>
            {cancel}
          </a>
          {confirm && <PostButton token={meta.token} kind="danger" {...confirm} />}
        </div>
      </section>
    </Layout>
  );
}
