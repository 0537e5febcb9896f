import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connector, message, startConnector } from '../channels/botframework/world';
import { type ServedProcess, serve } from '../e2e/harness';

const SETTINGS = { BRUGGESPREK_DEV: '1' };

describe('a server that dies while it answers', () => {
  let connector: Connector;
  let folder: string;
  let server: ServedProcess | null = null;

  beforeAll(async () => {
    connector = await startConnector();
    folder = mkdtempSync(join(tmpdir(), 'killed-'));
  });
  afterAll(async () => {
    await server?.stop();
    await connector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (url: string, activity: object) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  const install = { type: 'installationUpdate', action: 'add', id: 'install', locale: 'nl-NL' };

  it('brings the rest after the next start, and nothing twice', async () => {
    const first = await serve({ dataFolder: folder, settings: SETTINGS });
    // The welcome has two parts: the first is on its way when the power goes.
    connector.trouble.push(null);
    const begun = connector.next();
    void post(first.url, message(connector.url, '', install)).catch(() => undefined);
    await begun;
    await first.kill();
    expect(connector.sent).toHaveLength(1);

    const arrived = connector.next();
    server = await serve({ dataFolder: folder, settings: SETTINGS });
    const late = await arrived;
    expect(JSON.stringify(late.activity.attachments)).toContain('Welk gesprek wil je oefenen?');
    expect(late.path).toMatch(/\/activities$/);

    // Going on from there: nothing of the welcome comes again.
    expect((await post(server.url, message(connector.url, 'help', { id: 'help' }))).status).toBe(200);
    expect((await post(server.url, message(connector.url, '', install))).status).toBe(200);
    expect(connector.sent).toHaveLength(3);
    expect(connector.sent[2]?.activity.text).toContain('Zo werkt het');
  }, 120_000);
});
