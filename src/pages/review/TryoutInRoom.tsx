import type { ComponentChildren, JSX } from 'preact';
import type { MarksView } from '../../app/reviews/blindMarks';
import type { LabelledLevel, LabelledSentence, LabelsView } from '../../app/reviews/teamLabels';
import type { SeenVariant, WhatIfView } from '../../app/reviews/tryReply';
import type { Texts } from '../../core/model/texts';
import { TALK } from '../language';
import { anchorOf, paths } from '../paths';
import type { RoomPart } from './roomWords';
import { SideBySide } from './SideBySide';
import { whose } from './tryoutParts';

/** What was tried at each turn, below the turn, with the way to try something else. */
export function whatIfInRoom({ room, may, turns }: WhatIfView, t: Texts): RoomPart {
  const tried = new Map(turns.map(({ turn, variants }) => [turn.number, variants]));
  const at = (number: number): ComponentChildren => {
    const variants = tried.get(number) ?? [];
    if (!may && variants.length === 0) return null;
    return (
      <Tried
        variants={variants}
        number={number}
        may={may}
        href={paths.whatIf(room.review.id, number)}
        name={room.talk.other.name}
        t={t}
      />
    );
  };
  return {
    atTurn: ({ number }) => at(number),
    printed: printedVariants(turns, room.talk.other.name, t),
  };
}

interface TriedProps {
  readonly variants: readonly SeenVariant[];
  readonly number: number;
  readonly may: boolean;
  readonly href: string;
  readonly name: string;
  readonly t: Texts;
}

function Tried({ variants, number, may, href, name, t }: TriedProps): JSX.Element {
  const way = may ? 'try' : 'see';
  return (
    <div class="tried" id={`tried-${number}`}>
      {variants.length > 0 && (
        <ul aria-label={t('tryout.whatIf.triedAt', { turn: number })}>
          {variants.map((variant) => (
            <li id={`variant-${variant.id}`}>
              <Variant variant={variant} name={name} t={t} />
            </li>
          ))}
        </ul>
      )}
      <a href={href} aria-label={t(`tryout.whatIf.${way}Label`, { turn: number })}>
        {t(`tryout.whatIf.${way}`)}
      </a>
    </div>
  );
}

/** A variant in a few words: what was said instead, by whom, what was answered, and what it does to trust. */
function Variant({ variant, name, t }: Pick<TriedProps, 'name' | 't'> & { readonly variant: SeenVariant }) {
  const { text, outcome } = variant;
  const by = whose(t, variant);
  return (
    <>
      <q {...TALK}>{text}</q> {by && <small>{by}</small>}
      {outcome && (
        <>
          {outcome.answer !== '' && (
            <>
              {' '}
              {t('tryout.whatIf.answer', { name })} <q {...TALK}>{outcome.answer}</q>
            </>
          )}{' '}
          <span class="about">
            {t('tryout.whatIf.meter', {
              meter: t('pages.debrief.meters.trust'),
              before: Math.round(outcome.before.trust),
              now: Math.round(outcome.meters.trust),
              original: Math.round(outcome.original.trust),
            })}
          </span>
        </>
      )}
    </>
  );
}

function printedVariants(turns: WhatIfView['turns'], name: string, t: Texts): ComponentChildren {
  const tried = turns.filter(({ variants }) => variants.length > 0);
  if (tried.length === 0) return null;
  return (
    <section aria-labelledby="printed-tried">
      <h2 id="printed-tried">{t('tryout.whatIf.title')}</h2>
      {tried.map(({ turn, variants }) => (
        <>
          <h3>{t('tryout.turn', { turn: turn.number })}</h3>
          <p>
            {t('tryout.said')} <q {...TALK}>{turn.text}</q>
          </p>
          <ul>
            {variants.map((variant) => (
              <li>
                <Variant variant={variant} name={name} t={t} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

/** How many gave levels while that is unseen, and what came of it once all lies open. */
export function marksInRoom(view: MarksView, labelled: readonly LabelledLevel[] | null, t: Texts): RoomPart {
  const { room, may, marked, shown } = view;
  const { focus } = room.review;
  if (!may && !shown) return {};
  if (focus.length === 0) return may ? { before: <NothingToMark view={view} t={t} /> } : {};
  return {
    before: (
      <section aria-labelledby="marks">
        <h2 id="marks">{t('tryout.marks.title')}</h2>
        {shown ? (
          <p>{t(`tryout.marks.among.${shown.among.word}`)}</p>
        ) : (
          <p id="marked">{t('tryout.marks.done', { count: marked, all: room.members.length })}</p>
        )}
      </section>
    ),
    printed: shown && <SideBySide shown={shown} labelled={labelled} t={t} />,
  };
}

function NothingToMark({ view: { room, chooses }, t }: { readonly view: MarksView; readonly t: Texts }) {
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{t('tryout.marks.title')}</h2>
      <p>{t('tryout.marks.nothingYet')}</p>
      {chooses && (
        <p>
          <a href={paths.marks(room.review.id)}>{t('tryout.marks.choose.title')}</a>
        </p>
      )}
    </section>
  );
}

/** What the team calls a sentence, beside what the machine read in it. */
export function labelsInRoom({ room, may, sentences }: LabelsView, t: Texts): RoomPart {
  const known = new Map(sentences.map((item) => [anchorOf(item), item]));
  return {
    atSentence: ({ number }, sentence) => {
      const item = known.get(anchorOf({ turn: number, sentence }));
      return item && <Label item={item} may={may} review={room.review.id} t={t} />;
    },
  };
}

interface LabelProps {
  readonly item: LabelledSentence;
  readonly may: boolean;
  readonly review: string;
  readonly t: Texts;
}

function Label({ item, may, review, t }: LabelProps): JSX.Element {
  const { turn, sentence, quote, team } = item;
  return (
    <>
      {team && (
        <strong class="team-label">{t('tryout.labels.team', { move: t(`moves.names.${team.move}`) })}</strong>
      )}{' '}
      {may && (
        <a href={paths.label(review, turn, sentence)} aria-label={t('tryout.labels.changeLabel', { quote })}>
          {t('tryout.labels.change')}
        </a>
      )}
    </>
  );
}
