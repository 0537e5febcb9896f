import { readTranscript, spokenIn, trustLine } from '../../../src/app/reviews/transcript';
import type { BroughtTurn } from '../../../src/core/model/review';
import { NOT_BEGUN } from '../../../src/core/model/review';
import { realMethods } from '../../support/methods';
import { TALK } from '../../support/reviewWorld';

describe('what is spoken', () => {
  it.each([
    ['', []],
    ['Goedemorgen.', ['words:Goedemorgen.']],
    ['(Hij kijkt weg.) Acht trams.', ['direction:Hij kijkt weg.', 'words:Acht trams.']],
    ['Na twee jaar? (lang stil) Wel.', ['words:Na twee jaar?', 'direction:lang stil', 'words:Wel.']],
    ['(zucht)', ['direction:zucht']],
    ['Dat is (nog niet', ['words:Dat is (nog niet']],
    ['() Ja.', ['words:Ja.']],
  ])('%j is told apart from what is done', (text, expected) => {
    expect(spokenIn(text).map(({ kind, text: said }) => `${kind}:${said}`)).toEqual(expected);
  });
});

describe('a transcript', () => {
  const method = realMethods().find(({ id }) => id === 'incident');
  if (!method) throw new Error('no incident method');
  const turn = TALK.turns[0] as BroughtTurn;
  const room = (reached: number, turns: readonly BroughtTurn[]) => ({
    talk: { ...TALK, turns },
    turns: 4,
    moment: {
      method,
      freeze: 2,
      meeting: { ...NOT_BEGUN, stage: 'running' as const, step: reached, reached },
    },
  });

  it('says why there is no more to read', () => {
    expect(readTranscript(room(0, []))).toMatchObject({ rest: 'nothing-yet', closed: 4 });
    expect(readTranscript(room(2, TALK.turns.slice(0, 2)))).toMatchObject({ rest: 'frozen', closed: 2 });
    expect(readTranscript(room(5, TALK.turns))).toMatchObject({ rest: 'all', closed: 0 });
  });

  it('reads a reply that was never divided as one sentence, and a silence as none', () => {
    const read = (changes: Partial<BroughtTurn>) =>
      readTranscript(room(5, [{ ...turn, sentences: [], ...changes }])).turns[0]?.sentences;
    expect(read({ text: 'Dag. Hoe gaat het?' })).toMatchObject([{ sentence: 0, text: 'Dag. Hoe gaat het?' }]);
    expect(read({ text: ' ' })).toEqual([]);
  });
});

describe('the line of trust', () => {
  it('begins before the first turn that may be seen, under the numbers of the talk', () => {
    const line = trustLine({ turns: TALK.turns.slice(1, 3) });
    expect(line?.turns).toEqual([2, 3]);
    expect(line?.meters[0]).toEqual({ meter: 'trust', values: [30, 32, 33] });
  });

  it('is not there where nobody could tell, or nothing may be seen', () => {
    expect(trustLine({ turns: [] })).toBeNull();
    const [first, second] = TALK.turns as [BroughtTurn, BroughtTurn];
    expect(trustLine({ turns: [{ ...first, before: null, meters: null }] })).toBeNull();
    expect(trustLine({ turns: [first, { ...second, meters: null }] })).toBeNull();
  });
});
