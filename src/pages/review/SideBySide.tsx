import type { JSX } from 'preact';
import type { Judgement, SeenAgreement, SeenMarker, SeenRow } from '../../app/reviews/blindMarks';
import type { LabelledLevel } from '../../app/reviews/teamLabels';
import { type CriterionId, type Evidence, LEVELS } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Quote, Section } from '../debrief/Section';
import { shows, turnName } from '../debrief/words';
import { LevelName } from './tryoutParts';

interface Props {
  readonly shown: SeenAgreement;
  readonly labelled: readonly LabelledLevel[] | null;
  readonly t: Texts;
}

/** All levels side by side: who gave what, how far people agree among themselves and with the card, what to discuss. */
export function SideBySide({ shown, labelled, t }: Props): JSX.Element {
  const nobody = shown.rows.every(({ team }) => team === null);
  return (
    <>
      {shown.rows.length > 0 && (
        <Section id="shown" title={t('tryout.marks.shown.title')}>
          {shown.withCard === null && <p>{t('tryout.marks.shown.noCard')}</p>}
          {nobody && <p>{t('tryout.marks.shown.nobody')}</p>}
          {(!nobody || shown.withCard !== null) && <Table shown={shown} t={t} />}
        </Section>
      )}
      {!nobody && (
        <>
          <Verdict
            place="among"
            judgement={shown.among}
            alike={agreedOn(shown.rows, ({ spread, marked }) => spread === 0 && marked > 1)}
            t={t}
          />
          {shown.withCard && (
            <Verdict
              place="withCard"
              judgement={shown.withCard}
              alike={agreedOn(
                shown.rows,
                ({ apart, team, card }) => apart === 0 && team !== null && card !== null,
              )}
              t={t}
            />
          )}
          <Agenda shown={shown} t={t} />
        </>
      )}
      {labelled && <WithLabels labelled={labelled} t={t} />}
    </>
  );
}

function agreedOn(
  rows: readonly SeenRow[],
  agrees: (row: SeenRow & { readonly marked: number }) => boolean,
): readonly CriterionId[] {
  return rows
    .filter((row) => agrees({ ...row, marked: LEVELS.reduce((sum, level) => sum + row.counts[level], 0) }))
    .map(({ criterion }) => criterion);
}

function namesOf(t: Texts, criteria: readonly CriterionId[]): string {
  return criteria.map((criterion) => t(`scorecard.criteria.${criterion}.name`)).join(', ');
}

function markerName(t: Texts, { name, number, self }: SeenMarker): string {
  return self ? t('tryout.you') : name || t('tryout.someone', { number });
}

function Table({ shown: { members, rows, withCard }, t }: Omit<Props, 'labelled'>): JSX.Element {
  const caption = t(`tryout.marks.shown.${members ? 'caption' : 'captionNameless'}`);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who uses a keyboard must be able to scroll it. */}
      <section class="scroll" tabIndex={0} aria-label={caption}>
        <table class="markers">
          <caption class="about">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('tryout.marks.shown.criterion')}</th>
              {members
                ? members.map((member) => <th scope="col">{markerName(t, member)}</th>)
                : LEVELS.map((level) => <th scope="col">{t(`scorecard.levels.${level}.name`)}</th>)}
              <th scope="col">{t('tryout.marks.shown.team')}</th>
              {withCard && <th scope="col">{t('tryout.marks.shown.card')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row row={row} named={members !== null} card={withCard !== null} t={t} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="about">{t('tryout.marks.shown.teamHint')}</p>
    </>
  );
}

interface RowProps {
  readonly row: SeenRow;
  readonly named: boolean;
  readonly card: boolean;
  readonly t: Texts;
}

function Row({ row, named, card, t }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{t(`scorecard.criteria.${row.criterion}.name`)}</th>
      {named
        ? row.levels.map((level, at) => (
            <td class={row.furthest.includes(at + 1) ? 'apart' : undefined}>
              {level ? <LevelName level={level} t={t} /> : t('tryout.marks.shown.skipped')}
            </td>
          ))
        : LEVELS.map((level) => <td>{row.counts[level]}</td>)}
      <td>{row.team ? <LevelName level={row.team} t={t} /> : '–'}</td>
      {card && <td>{row.card ? <LevelName level={row.card} t={t} /> : '–'}</td>}
    </tr>
  );
}

interface VerdictProps {
  readonly place: 'among' | 'withCard';
  readonly judgement: Judgement;
  readonly alike: readonly CriterionId[];
  readonly t: Texts;
}

/** How far people agree: in plain words first, with the figures folded away. */
function Verdict({ place, judgement, alike, t }: VerdictProps): JSX.Element {
  return (
    <Section id={place} title={t(`tryout.marks.${place}.title`)}>
      <p class="ending">{t(`tryout.marks.${place}.${judgement.word}`)}</p>
      {alike.length > 0 && <p>{t(`tryout.marks.${place}.agree`, { criteria: namesOf(t, alike) })}</p>}
      {judgement.exact !== null && <Figures judgement={judgement} t={t} />}
    </Section>
  );
}

function Figures({ judgement, t }: { readonly judgement: Judgement; readonly t: Texts }): JSX.Element {
  const { kappa, exact, withinOne, alike, word } = judgement;
  const share = (part: number | null) => ({ share: Math.round((part ?? 0) * 100) });
  return (
    <details>
      <summary>{t('tryout.marks.figures.title')}</summary>
      <ul>
        <li>{t('tryout.marks.figures.exact', share(exact))}</li>
        <li>{t('tryout.marks.figures.withinOne', share(withinOne))}</li>
        <li>
          {kappa === null
            ? t('tryout.marks.figures.noKappa')
            : t('tryout.marks.figures.kappa', { kappa: kappa.toFixed(2).replace('.', t('tryout.point')) })}
        </li>
        {alike && word !== 'too-few' && <li>{t('tryout.marks.figures.alike')}</li>}
      </ul>
      <p class="about">
        {t('tryout.marks.figures.source')} {t('tryout.marks.figures.skipped')}
      </p>
    </details>
  );
}

/** Differences, the largest first, with the words that the card rests on. */
function Agenda({ shown: { agenda, members, rows, withCard }, t }: Omit<Props, 'labelled'>): JSX.Element {
  return (
    <Section id="agenda" title={t('tryout.marks.agenda.title')}>
      {agenda.length === 0 && <p>{t('tryout.marks.agenda.none')}</p>}
      <ol class="rows">
        {agenda.map(({ criterion, among, withCard: apart, evidence }) => (
          <li>
            <h3>{t(`scorecard.criteria.${criterion}.name`)}</h3>
            {among && <p>{t('tryout.marks.agenda.among')}</p>}
            {apart && <p>{t('tryout.marks.agenda.card')}</p>}
            <Furthest row={rows.find((row) => row.criterion === criterion)} members={members} t={t} />
            {withCard && <Words evidence={evidence} t={t} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface FurthestProps {
  readonly row: SeenRow | undefined;
  readonly members: readonly SeenMarker[] | null;
  readonly t: Texts;
}

function Furthest({ row, members, t }: FurthestProps): JSX.Element | null {
  const far = members?.filter(({ number }) => row?.furthest.includes(number)) ?? [];
  if (far.length === 0) return null;
  const names = far.map((member) => markerName(t, member)).join(', ');
  return <p class="about">{t('tryout.marks.agenda.furthest', { names })}</p>;
}

function Words({ evidence, t }: { readonly evidence: readonly Evidence[]; readonly t: Texts }): JSX.Element {
  if (evidence.length === 0) return <p class="about">{t('tryout.marks.agenda.noQuotes')}</p>;
  return (
    <>
      <p class="about">{t('tryout.marks.agenda.quotes')}</p>
      <ul>
        {evidence.map((one) => (
          <li>
            <Quote text={one.quote} turn={turnName(t, one.turn)} />{' '}
            <span class="about">
              {t(`tryout.marks.agenda.${one.for ? 'for' : 'against'}`, { shows: shows(t, one.rule) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the card would be with what the team calls the sentences; said to be no more than that. */
function WithLabels({ labelled, t }: { readonly labelled: readonly LabelledLevel[]; readonly t: Texts }) {
  return (
    <Section id="labelled" title={t('tryout.marks.labels.title')}>
      <p>{t(`tryout.marks.labels.${labelled.length > 0 ? 'intro' : 'same'}`)}</p>
      {labelled.length > 0 && (
        <ul>
          {labelled.map(({ criterion, card, team }) => (
            <li>
              {t('tryout.marks.labels.level', {
                criterion: t(`scorecard.criteria.${criterion}.name`),
                card: t(`scorecard.levels.${card}.name`),
                team: t(`scorecard.levels.${team}.name`),
              })}
            </li>
          ))}
        </ul>
      )}
      <p class="about">{t('tryout.marks.labels.kept')}</p>
    </Section>
  );
}
