import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
import { LEVELS } from '../../../src/core/model/scoring';
import { agreementOf } from '../../../src/core/review/agreement';
import { whatIf } from '../../../src/core/review/whatIf';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors');
const { library } = loaded;

describe.each(library.examples.map(({ id }) => id))('the example %s', (id) => {
  const example = library.exampleTalk(id);
  if (!example) throw new Error(id);

  it('is answered at every turn as it was, when the same is said again', () => {
    for (const turn of example.turns) {
      expect(whatIf(example, turn.number, turn.text, library.playbook)).toMatchObject({
        kind: 'tried',
        outcome: {
          answer: turn.persona.map(({ text }) => text).join(' '),
          meters: turn.meters,
          original: turn.meters,
          levels: [],
          told: [],
          ending: turn.ending && example.play.scenario.texts.endings[turn.ending]?.title,
        },
      });
    }
  });

  it('says in words how far a team of three agrees, also where one of them skips a criterion', () => {
    const focus = library.examples.find((one) => one.id === id)?.focus ?? [];
    const marks = ['anna', 'bert', 'carla'].flatMap((by, member) =>
      focus
        .slice(member === 2 ? 1 : 0)
        .map((criterion, at) => ({ by, criterion, level: LEVELS[(at % 3) + 1] ?? 'begin', at: '' })),
    );
    const found = agreementOf(marks, focus, example.card);
    expect([found.among.word, found.eachWithCard?.word]).not.toContain('too-few');
  });

  it('goes another way at every turn, when somebody is blunt there', () => {
    const worse = example.turns.filter((turn) => {
      const tried = whatIf(
        example,
        turn.number,
        'U bent een slechte vader. U moet zich schamen.',
        library.playbook,
      );
      return tried.kind === 'tried' && tried.outcome && tried.outcome.meters.trust < turn.before.trust;
    });
    expect(worse).toHaveLength(example.turns.length);
  });
});
