import type { JSX } from 'preact';
import type { GroupPictureView } from '../../app/groupPicture';
import type { Agenda } from '../../core/model/groupPicture';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { About, momentWords } from './Picture';
import { Within } from './Within';
import type { TrainerMeta } from './words';

/** A sheet to print for a group's next meeting: it counts who handed in and names nobody. */
export function renderAgendaPage(view: GroupPictureView, meta: TrainerMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: GroupPictureView;
  readonly meta: TrainerMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { group, about, handedIn, learners, agenda } = view;
  return (
    <Layout
      language={language}
      title={t('trainer.agenda.title', { group: group.name })}
      t={t}
      here="groups"
      back={{ href: paths.group(group.id), label: group.name }}
      intro={
        <>
          <p class="screen-only">
            {t('trainer.agenda.intro')} {t('trainer.agenda.print')}
          </p>
          <Within group={group.id} here="agenda" t={t} />
        </>
      }
    >
      <About view={view} page="agenda" t={t} />
      <Section id="from" title={t('trainer.agenda.from')}>
        {about && <p>{about.title}</p>}
        <p>{t('trainer.agenda.handedIn', { count: handedIn, handedIn, learners })}</p>
      </Section>
      <Points agenda={agenda} t={t} />
      <Questions agenda={agenda} t={t} />
      <Section id="rules" title={t('trainer.agenda.rules')}>
        <ul>
          {(['own', 'stay', 'persona'] as const).map((rule) => (
            <li>{t(`trainer.agenda.rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </Layout>
  );
}

interface AgendaProps {
  readonly agenda: Agenda;
  readonly t: Texts;
}

function Points({ agenda: { points }, t }: AgendaProps): JSX.Element {
  return (
    <section class="agenda" aria-labelledby="points">
      <h2 id="points">{t('trainer.agenda.points')}</h2>
      {points.map(({ criterion }, index) => (
        <article>
          <h3>
            {t('trainer.agenda.point', {
              number: index + 1,
              criterion: t(`scorecard.criteria.${criterion}.name`),
            })}
          </h3>
          <p>{t(`scorecard.criteria.${criterion}.about`)}</p>
          <p class="about">{t(`trainer.agenda.reasons.${reasonWords(points, index)}`)}</p>
          <h4>{t('trainer.agenda.exercise')}</h4>
          <p>{t(`trainer.exercises.${criterion}.what`)}</p>
          <p class="source">
            {t('trainer.agenda.source', { source: t(`trainer.exercises.${criterion}.source`) })}
          </p>
          <h4>{t('trainer.agenda.question')}</h4>
          <p>{t(`trainer.exercises.${criterion}.question`)}</p>
        </article>
      ))}
    </section>
  );
}

/** What the group stands lowest at is only said of the first. */
function reasonWords(points: Agenda['points'], index: number): string {
  const reason = points[index]?.reason ?? 'start';
  return reason === 'group' && index > 0 ? 'groupToo' : reason;
}

function Questions({ agenda: { littleUsed, moments }, t }: AgendaProps): JSX.Element {
  return (
    <Section id="talk" title={t('trainer.agenda.talk')}>
      <ul>
        {moments.map((moment) => (
          <li>{t('trainer.agenda.moment', momentWords(t, moment))}</li>
        ))}
        {littleUsed.map((move) => (
          <li>
            {t('trainer.agenda.littleUsed', {
              move: t(`moves.names.${move}`),
              means: t(`moves.means.${move}`),
            })}
          </li>
        ))}
        {(['values', 'own', 'priority'] as const).map((question) => (
          <li>{t(`trainer.agenda.general.${question}`)}</li>
        ))}
      </ul>
      <p class="source">{t('trainer.agenda.source', { source: t('trainer.agenda.generalSource') })}</p>
    </Section>
  );
}
