import { setTimeout as pause } from 'node:timers/promises';
import type { Card, IncomingMessage, Reply } from '../../src/core/model/message';
import { type Bot, type Memory, remember, startBot } from '../channels/botframework/world';
import { clientMissing, type Playground, startPlayground } from './playground';

const missing = clientMissing();
if (missing !== null) process.stdout.write(`Teams client left out: ${missing}\n`);

const FORM: Card = {
  title: 'Voorbereiden',
  blocks: [{ kind: 'input', id: 'facts', label: 'Feiten', value: '' }],
  actions: [{ kind: 'submit', label: 'Klaar', action: 'prepare', values: {} }],
};

/** A bot with one of everything that it can show. */
function decide({ body }: IncomingMessage): readonly Reply[] {
  switch (body.kind) {
    case 'joined':
      return [{ kind: 'coach', text: 'Welkom.', choices: [{ label: 'Begin', say: 'begin' }] }];
    case 'text':
      if (body.text === 'kaart') return [{ kind: 'card', card: FORM }];
      return [{ kind: 'persona', name: 'Vader', text: `(kijkt op) ${body.text}?` }];
    case 'action':
      return [{ kind: 'coach', text: `${body.action}: ${JSON.stringify(body.values)}` }];
  }
}

(missing === null ? describe : describe.skip)('in a real Teams client', () => {
  let bot: Bot;
  let memory: Memory;
  let teams: Playground;
  beforeAll(async () => {
    memory = remember(decide);
    bot = await startBot(memory);
    teams = await startPlayground(`${bot.url}/api/messages`);
  });
  afterAll(async () => {
    await teams.close();
    await bot.close();
  });

  it('somebody installs the app and is welcomed', async () => {
    await teams.install();
    expect(await teams.until(1)).toMatchObject([{ text: '> **Coach**\n>\n> Welkom.', suggested: ['Begin'] }]);
  });

  it('says something and is answered by the persona', async () => {
    await teams.say('Goedemiddag meneer');
    const [, answer] = await teams.until(2);
    expect(answer?.text).toBe('**Vader**\n\n(*kijkt op*) Goedemiddag meneer?');
  });

  it('fills in a card and sends it', async () => {
    await teams.say('kaart');
    const [, , shown] = await teams.until(3);
    expect(JSON.stringify(shown?.attachments)).toContain('Input.Text');
    await teams.submit({ action: 'prepare', facts: 'Hasna is stil.' });
    const [, , , answer] = await teams.until(4);
    expect(answer?.text).toContain('prepare: {"facts":"Hasna is stil."}');
  });

  it('and each of these was decided once, for one learner', async () => {
    expect(memory.taken.map(({ body }) => body.kind)).toEqual(['joined', 'text', 'text', 'action']);
    expect(new Set(memory.taken.map(({ learner }) => learner)).size).toBe(1);
    while ([...memory.records.values()].some(({ delivered }) => !delivered)) await pause(10);
  });
});
