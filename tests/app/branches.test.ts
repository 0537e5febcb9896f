import { branchesOf, comparableIds, familyOf } from '../../src/app/branches';
import type { AttemptRecord } from '../../src/app/ports';

/** Newest first, as a store lists them: `b` and `c` were taken up from `a`, `d` from `b`; `x` stands alone. */
const ATTEMPTS = [
  ['d', 'b'],
  ['x', null],
  ['c', 'a'],
  ['b', 'a'],
  ['a', null],
  ['orphan', 'gone'],
].map(([id, from]) => ({ id, branchOf: from ? { attempt: from, turn: 2 } : null }) as AttemptRecord);

const ids = (attempts: readonly AttemptRecord[]) => attempts.map(({ id }) => id);

describe('attempts that branched', () => {
  it.each(['a', 'b', 'c', 'd'])('are one family, oldest first, seen from %s', (id) => {
    expect(ids(familyOf(ATTEMPTS, id))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each(['x', 'orphan'])('are a family of their own: %s', (id) => {
    expect(ids(familyOf(ATTEMPTS, id))).toEqual([id]);
  });

  it('are no family of what is not there', () => {
    expect(familyOf(ATTEMPTS, 'nothing')).toEqual([]);
    expect(familyOf([], 'a')).toEqual([]);
  });

  it.each([
    ['a', ['b', 'c', 'd']],
    ['b', ['d']],
    ['d', []],
    ['x', []],
  ])('go with %s when it is deleted: %j', (id, expected) => {
    expect(ids(branchesOf(ATTEMPTS, id)).sort()).toEqual(expected);
  });

  it('can be compared; what stands alone cannot', () => {
    const comparable = comparableIds(ATTEMPTS);
    expect(['a', 'b', 'c', 'd', 'x'].filter((id) => comparable.has(id))).toEqual(['a', 'b', 'c', 'd']);
  });
});
