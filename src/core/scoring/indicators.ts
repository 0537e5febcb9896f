import { matchesAny } from '../dialogue/selectors';
import type { Indicator } from '../model/scoring';
import type { History } from './history';
import type { Said } from './sentences';

/** Whether a sentence is evidence for what an indicator looks for, given what was said before it. */
export function applies(indicator: Indicator, said: Said, earlier: History): boolean {
  return (
    matchesAny(indicator.moves, said.reading) &&
    isAbout(indicator, said) &&
    (!indicator.phase || indicator.phase.includes(said.phase)) &&
    (!indicator.climate || indicator.climate.includes(said.climate)) &&
    (!indicator.needs || meets(indicator.needs, said)) &&
    (!indicator.after || earlier.count(indicator.after.moves) >= indicator.after.min) &&
    (!indicator.before || earlier.count(indicator.before.moves) < indicator.before.min)
  );
}

/** "Sorry, dat was te snel over uw geloof" shows regret, not an eye for somebody's faith. */
function isAbout({ topics, for: speaksFor }: Indicator, said: Said): boolean {
  if (!topics) return true;
  return !(speaksFor && said.apologises) && topics.some((topic) => said.topics.includes(topic));
}

function meets(need: NonNullable<Indicator['needs']>, said: Said): boolean {
  switch (need) {
    case 'raises-concern':
      return said.raises;
    case 'names-concern':
      return said.names;
    case 'no-apology':
      return !said.apologises;
    case 'lets-pass':
      return !matchesAny(['minimise'], said.reading);
    case 'plain-words':
      return said.plain;
    case 'jargon':
      return said.jargon;
  }
}
