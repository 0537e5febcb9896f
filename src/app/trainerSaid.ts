import type { Store } from './ports';
import { namesOf } from './readGroups';
import type { SaidNote, SaidOverrule } from './seenHandIn';

/** What trainers said of one talk, for the learner whose talk it is. */
export interface TrainerSaid {
  /** About the whole talk first, then by turn. */
  readonly notes: readonly SaidNote[];
  readonly overrules: readonly SaidOverrule[];
}

/** Nothing for a talk that is somebody else's, or not handed in. Without an assignment: for whichever it was. */
export async function readTrainerSaid(
  store: Pick<Store, 'homework' | 'people'>,
  learner: string,
  { attempt, assignment }: { readonly attempt: string; readonly assignment?: string },
): Promise<TrainerSaid> {
  const handIns = await store.homework.handInsOf(learner);
  const shown = handIns
    .filter((one) => one.attempt === attempt && (assignment ?? one.assignment) === one.assignment)
    .map((one) => one.assignment);
  if (shown.length === 0) return { notes: [], overrules: [] };
  const [notes, overrules] = await Promise.all([
    Promise.all(shown.map((one) => store.homework.notes(attempt, one))),
    store.homework.overrules(attempt),
  ]);
  const said = notes.flat();
  const names = await namesOf(store, [...new Set([...said, ...overrules].map(({ by }) => by))]);
  const named = <T extends { readonly by: string }>(one: T) => ({ ...one, name: names.get(one.by) ?? '' });
  return {
    notes: said.toSorted((a, b) => (a.turn ?? 0) - (b.turn ?? 0)).map(named),
    overrules: overrules.filter((one) => shown.includes(one.assignment)).map(named),
  };
}
