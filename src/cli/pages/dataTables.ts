import type { GroupRow, Levels, TalkRow } from '../../app/exports';
import { CRITERIA } from '../../core/model/scoring';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { moment } from '../../pages/when';

type Table = readonly (readonly string[])[];

/** Somebody's own talks, with a column for every criterion. */
export function talksTable(rows: readonly TalkRow[], t: Texts, locale: Locale): Table {
  const names = ['when', 'scenario', 'level', 'ending'].map((name) => t(`data.table.${name}`));
  return [
    [...names, ...criteria(t)],
    ...rows.map(({ attempt, scenario, levels }) => [
      moment(locale, attempt.startedAt),
      scenario?.texts.title ?? attempt.scenario,
      t(`interface.choices.${attempt.level}.label`),
      attempt.ending === null ? '' : (scenario?.texts.endings[attempt.ending]?.title ?? attempt.ending),
      ...levelCells(levels, t),
    ]),
  ];
}

export interface GroupTableWords {
  readonly t: Texts;
  readonly locale: Locale;
  /** The title of a scenario, by its id. */
  readonly titleOf: (scenario: string) => string;
}

/** A group's homework, with the levels that were shared. */
export function groupTable(rows: readonly GroupRow[], { t, locale, titleOf }: GroupTableWords): Table {
  const names = ['name', 'assignment', 'scenario', 'due', 'state', 'late', 'handedIn'];
  return [
    [...names.map((name) => t(`data.table.${name}`)), ...criteria(t)],
    ...rows.map(({ assignment, name, homework, handIn, levels }) => [
      name || t('data.table.noName'),
      assignment.title,
      (handIn ? [handIn.scenario] : assignment.scenarios).map(titleOf).join(', '),
      moment(locale, assignment.dueAt),
      t(`data.table.states.${homework?.state ?? 'assigned'}`),
      t(`data.table.${homework?.late ? 'yes' : 'no'}`),
      handIn ? moment(locale, handIn.at) : '',
      ...(levels ? levelCells(levels, t) : CRITERIA.map(() => (handIn ? t('data.table.notShared') : ''))),
    ]),
  ];
}

function criteria(t: Texts): readonly string[] {
  return CRITERIA.map((id) => `${id} ${t(`scorecard.criteria.${id}.name`)}`);
}

function levelCells(levels: Levels, t: Texts): readonly string[] {
  return CRITERIA.map((id) => {
    const level = levels[id];
    return level === undefined ? '' : t(`scorecard.levels.${level}.name`);
  });
}
