import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { contentOf, loadLibrary } from '../../src/content/library';
import { openStore } from '../../src/storage/openStore';
import { type Bot, startBot } from '../channels/botframework/world';
import { clientMissing, type Playground, type Shown, startPlayground } from './playground';

const missing = clientMissing();
if (missing !== null) process.stdout.write(`Teams client left out: ${missing}\n`);

const REPLY = 'Goedemiddag meneer, fijn dat u na uw nachtdienst bent gekomen. Hoe gaat het met u?';

(missing === null ? describe : describe.skip)('the product in a real Teams client', () => {
  let store: Store;
  let bot: Bot;
  let teams: Playground;
  beforeAll(async () => {
    const loaded = loadLibrary(join(__dirname, '../..'));
    if (!loaded.ok) throw new Error(`the content has ${loaded.diagnostics.length} problems`);
    store = await openStore({ kind: 'sqlite', file: ':memory:' });
    const conversations = await openPractice({
      playbook: loaded.library.playbook,
      store,
      clock: { now: () => new Date().toISOString() },
      ids: { fresh: randomUUID },
      locale: () => 'nl',
      contentOf,
      restage: loaded.library.restage,
    });
    bot = await startBot(conversations);
    teams = await startPlayground(`${bot.url}/api/messages`);
  });
  afterAll(async () => {
    await teams.close();
    await bot.close();
    await store.close();
  });

  /** Does something and waits for a message that fits among those it brings. */
  const after = async (act: () => Promise<void>, fits: (one: Shown) => boolean): Promise<Shown> => {
    const before = teams.shown.length;
    await act();
    return teams.find(before, fits);
  };
  const saying = (text: string, fits: (one: Shown) => boolean) => after(() => teams.say(text), fits);
  const cardWith = (words: string) => (one: Shown) => JSON.stringify(one.attachments).includes(words);
  const byPersona = (one: Shown) => one.text?.startsWith('**') === true;

  it('a professional installs it, chooses, talks with the father and is shown how it went', async () => {
    await after(() => teams.install(), cardWith('"choose"'));
    await saying('hasna', cardWith('Action.Submit'));
    await saying('oefenen', (one) => one.text !== null || one.attachments.length > 0);
    await saying('overslaan', byPersona);
    const answer = await saying(REPLY, byPersona);
    expect(answer.text).toMatch(/^\*\*[^*]+\*\*\n\n\S/);
    await saying('stop', cardWith('AdaptiveCard'));

    const learner = 'aad:00000000-0000-0000-0000-0000000000001:00000000-0000-0000-0000-0000000000020';
    const [attempt] = await store.attemptsOf(learner);
    expect(attempt).toMatchObject({ scenario: 'hasna', ending: expect.any(String) });
    const turns = await store.turns(attempt!.id);
    expect(turns.map(({ text }) => text)).toEqual([REPLY]);
    expect(await store.scorecard(attempt!.id)).not.toBeNull();
    expect(bot.logged).toEqual([]);
  });
});
