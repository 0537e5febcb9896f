import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOT_TYPES } from '../src/config';

const FOLDER = join(__dirname, '../deploy');
const bicep = readFileSync(join(FOLDER, 'teams-bot.bicep'), 'utf8');
const template = JSON.parse(readFileSync(join(FOLDER, 'teams-bot.json'), 'utf8'));

describe('the bot registration in Azure', () => {
  it('takes the same parameters and gives the same outputs in both forms', () => {
    const named = (kind: string) =>
      [...bicep.matchAll(new RegExp(`^${kind} (\\w+)`, 'gm'))].map(([, name]) => name);
    expect(named('param')).toEqual(Object.keys(template.parameters));
    expect(named('output')).toEqual(Object.keys(template.outputs));
    const resources = [...bicep.matchAll(/'(Microsoft\.[\w./]+)@([\d-]+)'/g)].map(([, type, version]) => [
      type,
      version,
    ]);
    expect(resources).toEqual(
      template.resources.map((one: { type: string; apiVersion: string }) => [one.type, one.apiVersion]),
    );
  });

  it('is of a type we can be, with Teams as its channel', () => {
    for (const type of template.parameters.appType.allowedValues) expect(BOT_TYPES).toContain(type);
    expect(template.resources[2].properties).toMatchObject({ channelName: 'MsTeamsChannel' });
  });

  it('names only parameters, variables and functions that exist', () => {
    const text = JSON.stringify([template.resources, template.outputs, template.parameters]);
    for (const [, name] of text.matchAll(/parameters\('(\w+)'\)/g)) {
      expect(Object.keys(template.parameters)).toContain(name);
    }
    for (const [, name] of text.matchAll(/variables\('(\w+)'\)/g)) {
      expect(Object.keys(template.variables)).toContain(name);
    }
    for (const [expression] of text.matchAll(/"\[[^"]*\]"/g)) {
      expect(expression.split('(').length).toBe(expression.split(')').length);
    }
  });

  it('gives settings that we read', () => {
    const settings = Object.keys(template.outputs).filter((name) => name.startsWith('MICROSOFT_'));
    const read = readFileSync(join(__dirname, '../src/config.ts'), 'utf8');
    for (const name of settings) expect(read).toContain(name);
  });
});
