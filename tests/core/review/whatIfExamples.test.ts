import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
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
