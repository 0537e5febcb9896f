import type { MovesOfGroup, MoveUse, SharedTalk } from '../model/groupPicture';
import { MOVES, type Move, VALENCE } from '../model/moves';

const MOST = 5;
const LEAST = 5;

/** What a group says most, and which of what builds it says least. Only what was read for sure counts. */
export function movesOfGroup(byPerson: ReadonlyMap<string, readonly SharedTalk[]>): MovesOfGroup {
  const counted = [...byPerson.values()].map(countMoves);
  const uses = MOVES.filter((move) => move !== 'other').map(
    (move): MoveUse => ({
      move,
      sentences: counted.reduce((sum, own) => sum + (own.get(move) ?? 0), 0),
      people: counted.filter((own) => own.has(move)).length,
    }),
  );
  const most = uses.filter(({ sentences }) => sentences > 0).toSorted(byUse);
  const building = uses.filter(({ move }) => VALENCE[move] === 'builds').toSorted(byNeed);
  return {
    sentences: uses.reduce((sum, { sentences }) => sum + sentences, 0),
    most: most.slice(0, MOST),
    leastBuilding: building.slice(0, LEAST),
  };
}

function countMoves(talks: readonly SharedTalk[]): ReadonlyMap<Move, number> {
  const count = new Map<Move, number>();
  for (const { reading } of talks.flatMap(({ turns }) =>
    turns.flatMap((turn) => turn.understanding.sentences),
  )) {
    if (reading.kind === 'move') count.set(reading.move, (count.get(reading.move) ?? 0) + 1);
  }
  return count;
}

/** Least first; among equals naming a concern, because leaving that out is not safe. */
function byNeed(a: MoveUse, b: MoveUse): number {
  const isConcern = ({ move }: MoveUse) => Number(move === 'name-concern');
  return a.sentences - b.sentences || a.people - b.people || isConcern(b) - isConcern(a) || byUse(a, b);
}

/** Most sentences first, then most people, then as the moves are always listed. */
function byUse(a: MoveUse, b: MoveUse): number {
  return b.sentences - a.sentences || b.people - a.people || MOVES.indexOf(a.move) - MOVES.indexOf(b.move);
}
