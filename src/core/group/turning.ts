import { PHASES, type Phase } from '../model/conversation';
import type { SharedTalk, TypicalTurn } from '../model/groupPicture';
import { turningPoints } from '../rendering/debrief/turningPoints';

/** With fewer it would be somebody's moment instead of the group's. */
const PEOPLE_FOR_TYPICAL = 2;
const MOST_EACH_WAY = 3;

type Moment = Pick<TypicalTurn, 'direction' | 'cause' | 'phase'>;

/** Where trust fell or rose with several people, by what did it and in which phase; nobody's words. */
export function typicalTurns(byPerson: ReadonlyMap<string, readonly SharedTalk[]>): readonly TypicalTurn[] {
  const found = [...byPerson].flatMap(([learner, talks]) =>
    talks.flatMap(momentsOf).map((moment) => ({ learner, moment })),
  );
  const alike = Map.groupBy(found, ({ moment }) => keyOf(moment));
  const typical = [...alike.values()]
    .flatMap((group): TypicalTurn[] => {
      const [first] = group;
      const people = new Set(group.map(({ learner }) => learner)).size;
      return first ? [{ ...first.moment, people, times: group.length }] : [];
    })
    .filter(({ people }) => people >= PEOPLE_FOR_TYPICAL)
    .toSorted(byWeight);
  return (['fell', 'rose'] as const).flatMap((direction) =>
    typical.filter((turn) => turn.direction === direction).slice(0, MOST_EACH_WAY),
  );
}

function momentsOf({ turns }: SharedTalk): readonly Moment[] {
  return turningPoints(turns).flatMap(({ turn, from, to, causes }): Moment[] => {
    const [cause] = causes;
    if (!cause) return [];
    const before = turns.find(({ number }) => number === turn - 1);
    const phase: Phase = before?.phase ?? 'arrival';
    return [{ direction: to < from ? 'fell' : 'rose', cause: cause.plain ?? cause.rule, phase }];
  });
}

function keyOf({ direction, cause, phase }: Moment): string {
  return `${direction} ${phase} ${cause}`;
}

function byWeight(a: TypicalTurn, b: TypicalTurn): number {
  return (
    b.people - a.people ||
    b.times - a.times ||
    PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) ||
    (a.cause < b.cause ? -1 : 1)
  );
}
