import { readDebriefMaterial } from '../../src/app/attempts';
import type { Store } from '../../src/app/ports';
import { takeTurn } from '../../src/app/takeTurn';
import { openStore } from '../../src/storage/openStore';
import { SCORECARD, text } from '../storage/fixtures';
import { echoOn } from './echoDecision';

describe('readDebriefMaterial', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', file: ':memory:' });
    const deps = echoOn(store);
    for (const words of ['hallo', 'Goedemiddag', 'stop']) await takeTurn(deps, text('c1', words, words));
  });

  afterEach(() => store.close());

  it('reads the attempt with its turns and its card', async () => {
    const material = await readDebriefMaterial(store, 'anna', 'id-1');
    expect(material?.attempt).toMatchObject({ id: 'id-1', learner: 'anna', scenario: 'hasna' });
    expect(material?.turns.map((turn) => turn.text)).toEqual(['Goedemiddag']);
    expect(material?.scorecard).toEqual(SCORECARD);
  });

  it('has no card while the conversation goes on', async () => {
    await takeTurn(echoOn(store, 'next'), text('c2', 'm1'));
    expect((await readDebriefMaterial(store, 'anna', 'next-1'))?.scorecard).toBeNull();
  });

  it('does not tell what is absent from what is somebody else’s', async () => {
    expect(await readDebriefMaterial(store, 'anna', 'nothing')).toBeNull();
    expect(await readDebriefMaterial(store, 'bert', 'id-1')).toBeNull();
  });
});
