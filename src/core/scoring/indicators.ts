import { matchesAny } from '../dialogue/selectors';
import type { Indicator } from '../model/scoring';
import type { History } from './history';
import type { Said } from './sentences';

/** Whether a sentence is evidence for what an indicator looks for, given what was said before it. */
export function applies(indicator: Indicator, said: Said, earlier: History): boolean {
  return (
    matchesAny(indicator.moves, said.reading) &&
    (!indicator.topics || indicator.topics.some((topic) => said.topics.includes(topic))) &&
    (!indicator.phase || indicator.phase.includes(said.phase)) &&
    (!indicator.climate || indicator.climate.includes(said.climate)) &&
    (!indicator.needs || meets(indicator.needs, said)) &&
    (!indicator.after || earlier.count(indicator.after.moves) >= indicator.after.min) &&
    (!indicator.before || earlier.count(indicator.before.moves) < indicator.before.min)
  );
}

function meets(need: NonNullable<Indicator['needs']>, said: Said): boolean {
  switch (need) {
    case 'raises-concern':
      return said.raises;
    case 'plain-words':
      return said.plain;
    case 'jargon':
      return said.jargon;
  }
}
