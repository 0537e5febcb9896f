import type { JSX } from 'preact';
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from '../../app/matrix';
import type { Group } from '../../core/model/group';
import type { HandIn } from '../../core/model/homework';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { dayThere } from '../when';
import { Within } from './Within';
import { learnerName, type TrainerMeta, titleOf } from './words';

/** Who handed in what, for the trainers of a group. */
export function renderOverviewPage(matrix: Matrix, meta: TrainerMeta): string {
  return renderPage(<Page matrix={matrix} meta={meta} />);
}

interface Props {
  readonly matrix: Matrix;
  readonly meta: TrainerMeta;
}

function Page({ matrix, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { group, columns, rows } = matrix;
  return (
    <Layout
      language={language}
      title={t('trainer.overview.title', { group: group.name })}
      t={t}
      here="groups"
      back={{ href: paths.group(group.id), label: group.name }}
      intro={
        <>
          <p>{t('trainer.overview.intro')}</p>
          <Within group={group.id} here="overview" t={t} />
        </>
      }
    >
      {rows.length === 0 && (
        <Missing href={paths.group(group.id)} words="nobody" link="toGroup" meta={meta} />
      )}
      {columns.length === 0 && (
        <Missing href={paths.assignments(group.id)} words="nothing" link="toHomework" meta={meta} />
      )}
      {rows.length > 0 && columns.length > 0 && <Table matrix={matrix} meta={meta} />}
      <Section id="files" title={t('trainer.overview.files')}>
        <p class="about">{t('trainer.overview.filesHint')}</p>
        <p class="actions">
          <a href={paths.groupFile(group.id, 'csv', language)}>{t('trainer.overview.csv')}</a>
          <a href={paths.groupFile(group.id, 'xapi', language)}>{t('trainer.overview.xapi')}</a>
        </p>
      </Section>
    </Layout>
  );
}

interface MissingProps {
  readonly href: string;
  readonly words: 'nobody' | 'nothing';
  readonly link: 'toGroup' | 'toHomework';
  readonly meta: TrainerMeta;
}

/** What the trainer can do where there is nothing to show yet. */
function Missing({ href, words, link, meta: { t } }: MissingProps): JSX.Element {
  return (
    <section>
      <p>{t(`trainer.overview.${words}`)}</p>
      <p>
        <a class="button" href={href}>
          {t(`trainer.overview.${link}`)}
        </a>
      </p>
    </section>
  );
}

function Table({ matrix: { columns, rows, group }, meta }: Props): JSX.Element {
  const { t } = meta;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who uses a keyboard must be able to scroll it.
    <section class="scroll" tabIndex={0} aria-label={t('trainer.overview.table')}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{t('trainer.overview.who')}</th>
            {columns.map((column) => (
              <Heading column={column} group={group} meta={meta} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} columns={columns} meta={meta} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('trainer.overview.ready')}</th>
            {columns.map(({ ready }) => (
              <td>{t('trainer.overview.of', { ready, all: rows.length })}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface HeadingProps {
  readonly column: MatrixColumn;
  readonly group: Group;
  readonly meta: TrainerMeta;
}

function Heading({ column, group, meta: { t, language } }: HeadingProps): JSX.Element {
  const { assignment, state, overdue } = column;
  const day = dayThere(language, assignment.dueAt, assignment.timeZone);
  const archived = group.archivedAt !== null;
  const gone = archived ? 'archived' : state === 'closed' ? 'closed' : overdue ? 'past' : null;
  return (
    <th scope="col">
      <a href={paths.assignment(group.id, assignment.id)}>{assignment.title}</a>
      <small>{t('trainer.overview.due', { day })}</small>
      {gone && <small>{t(`trainer.overview.${gone}`)}</small>}
    </th>
  );
}

interface RowProps {
  readonly row: MatrixRow;
  readonly columns: readonly MatrixColumn[];
  readonly meta: TrainerMeta;
}

function Row({ row: { learner, cells }, columns, meta }: RowProps): JSX.Element {
  const name = learnerName(meta.t, learner);
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column, index) => {
        const cell = cells[index];
        return cell && <Cell cell={cell} name={name} column={column} meta={meta} />;
      })}
    </tr>
  );
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly name: string;
  readonly column: MatrixColumn;
  readonly meta: TrainerMeta;
}

function Cell({ cell: { state, late, handIns, before }, name, column, meta }: CellProps): JSX.Element {
  const { t } = meta;
  const { assignment } = column;
  const several = assignment.scenarios.length > 1;
  const link = (handIn: HandIn) => {
    const title = titleOf(meta, handIn.scenario);
    return (
      <li>
        <a
          href={paths.seenHandIn({ ...handIn, group: assignment.group })}
          aria-label={t('trainer.overview.seenLabel', { name, title, homework: assignment.title })}
        >
          {several ? t('trainer.overview.seenTitle', { title }) : t('trainer.overview.seen')}
        </a>
      </li>
    );
  };
  return (
    <td>
      <span class="symbol" aria-hidden="true">
        {t(`trainer.states.${state}.symbol`)}
      </span>{' '}
      {t(`trainer.states.${state}.name`)}
      {late && (
        <>
          {', '}
          <span class="late">{t('trainer.late')}</span>
        </>
      )}
      {before && <small>{t('trainer.before')}</small>}
      {handIns.length > 0 && <ul class="links">{handIns.map(link)}</ul>}
    </td>
  );
}
