import type { JSX } from 'preact';
import type { Judgement, SeenAgreement, SeenMarker, SeenRow } from '../../app/reviews/blindMarks';
import type { LabelledLevel } from '../../app/reviews/teamLabels';
import { type CriterionId, type Evidence, LEVELS, type MarkLevel } from '../../core/model/scoring';
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
  const nobody = shown.rows.every((row) => markedIn(row) === 0);
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
            alike={agreedOn(shown.rows, (row) => sameIn(row) && row.skipped === 0)}
            given={agreedOn(shown.rows, (row) => sameIn(row) && row.skipped > 0)}
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

function agreedOn(rows: readonly SeenRow[], agrees: (row: SeenRow) => boolean): readonly CriterionId[] {
  return rows.filter(agrees).map(({ criterion }) => criterion);
}

function markedIn({ counts }: SeenRow): number {
  return LEVELS.reduce((sum, level) => sum + counts[level], 0);
}

function sameIn(row: SeenRow): boolean {
  return row.spread === 0 && markedIn(row) > 1;
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
        ? row.levels.map((level) => (
            <td class={level && row.ends?.includes(level) ? 'apart' : undefined}>
              {level ? <LevelName level={level} t={t} /> : t('tryout.marks.shown.skipped')}
            </td>
          ))
        : LEVELS.map((level) => <td>{row.counts[level]}</td>)}
      <td>{team(row, t)}</td>
      {card && <td>{row.card ? <LevelName level={row.card} t={t} /> : '–'}</td>}
    </tr>
  );
}

function team(row: SeenRow, t: Texts): JSX.Element | string {
  if (row.team) return <LevelName level={row.team} t={t} />;
  return markedIn(row) > 0 ? t('tryout.marks.shown.noMajority') : '–';
}

interface VerdictProps {
  readonly place: 'among' | 'withCard';
  readonly judgement: Judgement;
  readonly alike: readonly CriterionId[];
  /** Where those who gave something gave the same, and others skipped it. */
  readonly given?: readonly CriterionId[];
  readonly t: Texts;
}

/** How far people agree: in plain words first, with the figures folded away. */
function Verdict({ place, judgement, alike, given = [], t }: VerdictProps): JSX.Element {
  return (
    <Section id={place} title={t(`tryout.marks.${place}.title`)}>
      <p class="ending">{t(`tryout.marks.${place}.${judgement.word}`)}</p>
      {alike.length > 0 && <p>{t(`tryout.marks.${place}.agree`, { criteria: namesOf(t, alike) })}</p>}
      {given.length > 0 && <p>{t(`tryout.marks.${place}.agreeGiven`, { criteria: namesOf(t, given) })}</p>}
      {judgement.word !== 'too-few' && <Figures judgement={judgement} t={t} />}
    </Section>
  );
}

function Figures({ judgement, t }: { readonly judgement: Judgement; readonly t: Texts }): JSX.Element {
  const { kappa, exact, withinOne, alike } = judgement;
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
        {alike && <li>{t('tryout.marks.figures.alike')}</li>}
      </ul>
      <p class="about">
        {t('tryout.marks.figures.source')} {t('tryout.marks.figures.skipped')}
      </p>
    </details>
  );
}

/** Differences, the largest first, with the words that the card rests on. */
function Agenda({ shown: { agenda, rows, withCard }, t }: Omit<Props, 'labelled'>): JSX.Element {
  return (
    <Section id="agenda" title={t('tryout.marks.agenda.title')}>
      {agenda.length === 0 && <p>{t('tryout.marks.agenda.none')}</p>}
      <ol class="rows">
        {agenda.map(({ criterion, among, withCard: apart, evidence }) => (
          <li>
            <h3>{t(`scorecard.criteria.${criterion}.name`)}</h3>
            {among && <p>{t('tryout.marks.agenda.among')}</p>}
            {apart && <p>{t('tryout.marks.agenda.card')}</p>}
            <Apart row={rows.find((row) => row.criterion === criterion)} t={t} />
            {withCard && <Words evidence={evidence} t={t} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Levels, and not who gave them: nobody has to defend themselves. */
function Apart({ row, t }: { readonly row: SeenRow | undefined; readonly t: Texts }): JSX.Element | null {
  if (!row?.ends) return null;
  const name = (level: MarkLevel) => t(`scorecard.levels.${level}.name`);
  const [one, other] = row.ends;
  return <p class="about">{t('tryout.marks.agenda.ends', { one: name(one), other: name(other) })}</p>;
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
