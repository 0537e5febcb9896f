import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
import { readRubric } from '../../../src/content/rubric';
import { openTalk, playTurn } from '../../../src/core/dialogue/playTurn';
import type { Turn } from '../../../src/core/model/conversation';
import type { Move } from '../../../src/core/model/moves';
import { alternativesFor } from '../../../src/core/rendering/debrief/alternatives';
import { attentionPoints } from '../../../src/core/rendering/debrief/attention';
import { tellStory } from '../../../src/core/rendering/debrief/story';
import { smallPlay } from '../../support/smallScenario';
import { sentence, understood } from '../../support/understood';

const play = smallPlay();
const rubric = readRubric(readFileSync(join(PROJECT_ROOT, 'scenarios', 'rubric.yaml'), 'utf8'));

function talk(...replies: readonly (readonly [Move, ...string[]])[]): readonly Turn[] {
  let { state } = openTalk(play, 'seed');
  return replies.map(([move, ...topics], i) => {
    const text = `dit is reply ${i}`;
    const played = playTurn(play, state, text, understood(sentence(move, topics, text)), 0);
    state = played.state;
    return played.turn;
  });
}

const kinds = (turns: readonly Turn[]) =>
  tellStory(play.scenario, turns).map(({ kind, turn }) => `${turn} ${kind}`);

describe('the story of a talk', () => {
  it('says how it began, what came up and what was told', () => {
    const turns = talk(
      ['contact'],
      ['acknowledge'],
      ['acknowledge'],
      ['affirm'],
      ['reflect'],
      ['open-question', 'alone'],
      ['open-question', 'sleep'],
    );
    expect(kinds(turns)[0]).toBe('1 beganWithContact');
    expect(kinds(turns)).toContain('6 concernInContact');
    expect(kinds(turns).at(-1)).toBe('7 told');
  });

  it('says when it began hard, closed off, and was made good', () => {
    const turns = talk(['judge'], ['acknowledge'], ['insult'], ['insult'], ['insult']);
    expect(kinds(turns)).toEqual(expect.arrayContaining(['1 beganHard', '2 repaired']));
    expect(kinds(turns).some((beat) => beat.endsWith('closedOff'))).toBe(true);
    expect(kinds(turns).at(-1)).toBe('5 toldNothing');
  });

  it('says a concern that came before any understanding was early', () => {
    expect(kinds(talk(['name-concern', 'alone']))).toContain('1 concernEarly');
  });

  it('says a concern that came when most of the talk was over was late', () => {
    const late = talk(['name-concern', 'alone']).map((turn) => ({ ...turn, number: 12 }));
    expect(kinds(late)).toContain('12 concernLate');
  });

  it('has nothing to tell of a talk that was not held', () => {
    expect(kinds([])).toEqual([]);
  });
});

describe('the attention points', () => {
  it('are touched by the words that touched them first, or not at all', () => {
    const points = attentionPoints(rubric, talk(['contact'], ['shared-goal'], ['shared-goal'], ['hope']));
    expect(points.map(({ point }) => point)).toEqual([5, 6, 7, 8, 9, 10, 11]);
    expect(points.find(({ point }) => point === 9)?.touched).toEqual({ turn: 2, quote: 'dit is reply 1' });
    expect(points.find(({ point }) => point === 11)?.touched).toBeNull();
  });
});

describe('other ways to say it', () => {
  it('are three that help, in different styles, and none of them what was said', () => {
    const loaded = loadLibrary(PROJECT_ROOT);
    if (!loaded.ok) throw new Error('content has errors; run check');
    for (const { scenario } of loaded.library.playbook.scenarios.filter(
      ({ scenario }) => scenario.replies.length > 0,
    )) {
      const others = alternativesFor(scenario, talk(['judge', 'sleep'], ['insult']), 1);
      expect(others).toHaveLength(3);
      const helps = scenario.replies.filter(({ quality }) => quality === 'helps');
      const styles = others.map((text) => helps.find((reply) => reply.text === text)?.moves[0]?.[0]);
      expect(new Set(styles).size).toBe(3);
      expect(alternativesFor(scenario, talk(['judge']), 7)).toEqual([]);
    }
  });
});
