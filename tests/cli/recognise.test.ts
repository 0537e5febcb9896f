import { join } from 'node:path';
import { run } from '../../src/cli/recognise';

const FOLDER = join(__dirname, '../../locales/nl/understanding');

async function recognise(...lines: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const printed: string[] = [];
  async function* input() {
    yield lines.join('\n');
  }
  const io = { input: input(), out: (text: string) => printed.push(text), err: () => undefined };
  expect(await run(['--folder', FOLDER], io)).toBe(0);
  return printed
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('recognise', () => {
  it('answers every line with its id, in order, and splits a text into sentences', async () => {
    const [first, second] = await recognise(
      '{"id":"a","text":"Goedemiddag meneer. Hoe slaapt u?","personaLine":"Dag."}',
      '{"id":7,"sentences":["Als u niet meewerkt, doe ik een melding.",""]}',
    );
    expect(first).toMatchObject({
      id: 'a',
      sentences: [
        { text: 'Goedemiddag meneer.', valence: 'builds', reading: { kind: 'move', move: 'contact' } },
        { text: 'Hoe slaapt u?', topics: ['sleep'] },
      ],
    });
    expect(second).toMatchObject({
      id: 7,
      sentences: [{ valence: 'breaks', reading: { kind: 'move', move: 'threaten' } }, { text: '' }],
    });
  });

  it('answers a bad line with an error, its number and its id if it has one, and goes on', async () => {
    const answers = await recognise('{', '{"id":3}', '[]', '{"id":4,"text":5}', '', '{"id":5,"text":"ok"}');
    expect(answers).toEqual([
      { id: null, line: 1, error: 'not JSON' },
      { id: 3, line: 2, error: expect.stringContaining('expected') },
      { id: null, line: 3, error: expect.stringContaining('expected') },
      { id: 4, line: 4, error: expect.stringContaining('expected') },
      expect.objectContaining({ id: 5 }),
    ]);
  });
});
