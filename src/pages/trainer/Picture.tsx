import type { JSX } from 'preact';
import type { GroupPictureView } from '../../app/groupPicture';
import type { GroupPicture, MoveUse, TypicalTurn } from '../../core/model/groupPicture';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { effectWords } from '../debrief/words';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Spread } from './Spread';
import { TooFew } from './TooFew';
import { Within } from './Within';
import type { TrainerMeta } from './words';

/** What a group's handed-in talks have in common. */
export function renderPicturePage(view: GroupPictureView, meta: TrainerMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: GroupPictureView;
  readonly meta: TrainerMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { group, handedIn, learners, picture } = view;
  return (
    <Layout
      language={language}
      title={t('trainer.picture.title', { group: group.name })}
      t={t}
      here="groups"
      back={{ href: paths.group(group.id), label: group.name }}
      intro={
        <>
          <p>{t('trainer.picture.intro')}</p>
          <p>{t('trainer.picture.counted', { count: handedIn, handedIn, learners })}</p>
          <Within group={group.id} here="picture" t={t} />
        </>
      }
    >
      <About view={view} page="picture" t={t} />
      <Spread spread={picture.spread} t={t} />
      <Moves moves={picture.moves} t={t} />
      <Turning turning={picture.turning} t={t} />
    </Layout>
  );
}

interface AboutProps {
  readonly view: GroupPictureView;
  readonly page: 'picture' | 'agenda';
  readonly t: Texts;
}

/** All homework, or one of them. */
export function About({ view: { group, assignments, about }, page, t }: AboutProps): JSX.Element | null {
  if (assignments.length < 2) return null;
  const link = (assignment: string | undefined, label: string) => (
    <li>
      <a
        href={paths[page](group.id, assignment)}
        aria-current={about?.id === assignment ? 'page' : undefined}
      >
        {label}
      </a>
    </li>
  );
  return (
    <nav class="within screen-only" aria-label={t('trainer.picture.about')}>
      <ul>
        {link(undefined, t('trainer.picture.all'))}
        {assignments.map(({ id, title }) => link(id, t('trainer.picture.only', { title })))}
      </ul>
    </nav>
  );
}

function Moves({ moves, t }: { readonly moves: GroupPicture['moves']; readonly t: Texts }): JSX.Element {
  return (
    <Section id="moves" title={t('trainer.picture.moves.title')}>
      {moves.kind === 'too-few' ? (
        <TooFew people={moves.people} t={t} />
      ) : (
        <>
          <p>
            {t('trainer.picture.moves.intro', {
              sentences: moves.value.sentences,
              people: moves.people,
            })}
          </p>
          <Uses id="most" title={t('trainer.picture.moves.most')} uses={moves.value.most} t={t} />
          <Uses id="least" title={t('trainer.picture.moves.least')} uses={moves.value.leastBuilding} t={t} />
        </>
      )}
    </Section>
  );
}

interface UsesProps {
  readonly id: string;
  readonly title: string;
  readonly uses: readonly MoveUse[];
  readonly t: Texts;
}

function Uses({ id, title, uses, t }: UsesProps): JSX.Element {
  return (
    <>
      <h3 id={id}>{title}</h3>
      <table class="uses" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{t('trainer.picture.moves.move')}</th>
            <th scope="col">{t('trainer.picture.moves.sentences')}</th>
            <th scope="col">{t('trainer.picture.moves.people')}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map(({ move, sentences, people }) => (
            <tr>
              <th scope="row">
                {t(`moves.names.${move}`)} <small>{t(`moves.means.${move}`)}</small>
              </th>
              <td>{sentences}</td>
              <td>{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Turning({ turning, t }: { readonly turning: GroupPicture['turning']; readonly t: Texts }) {
  return (
    <Section id="turning" title={t('trainer.picture.turning.title')}>
      {turning.kind === 'too-few' ? (
        <TooFew people={turning.people} t={t} />
      ) : (
        <>
          <p>{t('trainer.picture.turning.intro')}</p>
          {turning.value.length === 0 && <p>{t('trainer.picture.turning.none')}</p>}
          {(['fell', 'rose'] as const).map((direction) => (
            <Turns direction={direction} turns={turning.value} t={t} />
          ))}
        </>
      )}
    </Section>
  );
}

interface TurnsProps {
  readonly direction: TypicalTurn['direction'];
  readonly turns: readonly TypicalTurn[];
  readonly t: Texts;
}

function Turns({ direction, turns, t }: TurnsProps): JSX.Element | null {
  const own = turns.filter((turn) => turn.direction === direction);
  if (own.length === 0) return null;
  return (
    <>
      <h3>{t(`trainer.picture.turning.${direction === 'fell' ? 'falls' : 'rises'}`)}</h3>
      <ul>
        {own.map(({ people, times, ...moment }) => (
          <li>{t(`trainer.picture.turning.${direction}`, { ...momentWords(t, moment), people, times })}</li>
        ))}
      </ul>
    </>
  );
}

/** When and what of a kind of moment, to put into a sentence. */
export function momentWords(
  t: Texts,
  { cause, phase }: Pick<TypicalTurn, 'cause' | 'phase'>,
): { readonly phase: string; readonly what: string } {
  return {
    phase: t(`trainer.phases.${phase}`),
    what: effectWords(t, { rule: cause, plain: null }).what,
  };
}
