import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { packageOf } from '../../src/cli/teams/package';
import { type PackageSettings, readPackageSettings } from '../../src/cli/teams/packageSettings';
import { loadTexts } from '../../src/content/texts';

const ROOT = join(__dirname, '../..');
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.22');
const GIVEN = {
  MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
  PUBLIC_URL: 'https://oefenen.example.org/',
  TEAMS_DEVELOPER_NAME: 'Gemeente Voorbeeld',
  TEAMS_WEBSITE_URL: 'https://example.org/',
  TEAMS_PRIVACY_URL: 'https://example.org/privacy',
  TEAMS_TERMS_URL: 'https://example.org/voorwaarden',
};
const texts = loadTexts(join(ROOT, 'locales'));

function settingsOf(more: Readonly<Record<string, string>> = {}): PackageSettings {
  const read = readPackageSettings({ ...GIVEN, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

/** What is wrong with a document by a schema of Microsoft. */
function problems(schema: string, document: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const check = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, schema), 'utf8')));
  return check(document) ? [] : check.errors;
}

describe('the app package for Teams', () => {
  const zip = unzipSync(packageOf(settingsOf(), texts));
  const json = (name: string) => JSON.parse(strFromU8(zip[name]!));

  it('holds a manifest, its English, and two icons; the same settings give the same bytes', () => {
    expect(Object.keys(zip).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(packageOf(settingsOf(), texts)).toEqual(packageOf(settingsOf(), texts));
  });

  it('fits the published schemas', () => {
    expect(problems('MicrosoftTeams.schema.json', json('manifest.json'))).toEqual([]);
    expect(problems('MicrosoftTeams.Localization.schema.json', json('en.json'))).toEqual([]);
  });

  it('names bot, scopes, tab and domain', () => {
    expect(json('manifest.json')).toMatchObject({
      id: GIVEN.MICROSOFT_APP_ID,
      version: '1.0.0',
      bots: [{ botId: GIVEN.MICROSOFT_APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
      staticTabs: [
        { entityId: 'conversations' },
        {
          entityId: 'home',
          contentUrl:
            'https://oefenen.example.org/tab?theme={app.theme}&lang={app.locale}&entry={page.subPageId}',
        },
        { entityId: 'about' },
      ],
      validDomains: ['oefenen.example.org'],
    });
  });

  it('says everything in Dutch and in English, in places that exist', () => {
    const manifest = json('manifest.json');
    const english = json('en.json');
    for (const [place, words] of Object.entries(english)) {
      if (place === '$schema') continue;
      const dutch = place.split(/[.[\]]+/).reduce((at, part) => (part === '' ? at : at[part]), manifest);
      expect(typeof dutch).toBe('string');
      if (!/^name\.short|title$/.test(place)) expect(dutch).not.toBe(words);
    }
    expect(JSON.stringify([manifest, english])).not.toMatch(/teams\.package|\{\{/);
  });

  it('offers only commands that are understood', () => {
    const known = (['nl', 'en'] as const).flatMap((locale) =>
      ['again', 'homework', 'reviews', 'page', 'settings', 'hint', 'back', 'pause', 'stop', 'help'].flatMap(
        (command) => texts(locale, 'je')(`interface.commands.${command}`).split(/,\s*/),
      ),
    );
    const english = Object.entries(json('en.json')).flatMap(([at, it]) =>
      at.endsWith('.title') ? [it] : [],
    );
    const lists = json('manifest.json').bots[0].commandLists;
    const dutch = lists.flatMap(({ commands }: { commands: { title: string }[] }) =>
      commands.map(({ title }) => title),
    );
    expect(dutch).toHaveLength(12);
    expect(english).toHaveLength(12);
    for (const title of [...dutch, ...english]) expect(known).toContain(title);
  });

  it('has icons of the right sizes; the outline is white on nothing', () => {
    const size = (name: string) => Buffer.from(zip[name]!).readUInt32BE(16);
    expect([size('color.png'), size('outline.png')]).toEqual([192, 32]);
    const outline = pixels(zip['outline.png']!, 32);
    expect(outline.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const opacities = outline.map(([, , , opacity]) => opacity);
    expect(opacities.filter((it) => it === 0).length).toBeGreaterThan(200);
    expect(opacities.filter((it) => it === 255).length).toBeGreaterThan(100);
    expect(pixels(zip['color.png']!, 192).every(([, , , opacity]) => opacity === 255)).toBe(true);
  });
});

/** The pixels of a PNG as we write them: opaque rows without filters. */
function pixels(file: Uint8Array, size: number): readonly (readonly number[])[] {
  const buffer = Buffer.from(file);
  const at = buffer.indexOf('IDAT');
  const raw = inflateSync(buffer.subarray(at + 4, at + 4 + buffer.readUInt32BE(at - 4)));
  return Array.from({ length: size * size }, (_, index) => {
    const start = Math.floor(index / size) * (1 + size * 4) + 1 + (index % size) * 4;
    return [...raw.subarray(start, start + 4)];
  });
}

describe('what a package is made from', () => {
  it('may name another app, name and version', () => {
    const settings = settingsOf({
      TEAMS_APP_ID: '66666666-7777-8888-9999-000000000000',
      TEAMS_APP_NAME: 'Oefenen',
      TEAMS_APP_VERSION: '2.10.0',
    });
    expect(settings).toMatchObject({
      appId: '66666666-7777-8888-9999-000000000000',
      botId: GIVEN.MICROSOFT_APP_ID,
      name: 'Oefenen',
      version: '2.10.0',
    });
  });

  it.each(Object.keys(GIVEN))('says what, why and how to mend without %s', (name) => {
    const { [name as keyof typeof GIVEN]: _, ...rest } = GIVEN;
    const read = readPackageSettings(rest);
    expect(read).toMatchObject({ ok: false, problems: [{ what: `${name} is missing.` }] });
    if (!read.ok) for (const { why, fix } of read.problems) expect(why && fix).toBeTruthy();
  });

  it.each([
    ['MICROSOFT_APP_ID', 'bot'],
    ['PUBLIC_URL', 'http://oefenen.example.org'],
    ['PUBLIC_URL', 'https://oefenen.example.org/map'],
    ['PUBLIC_URL', 'oefenen'],
    ['TEAMS_APP_ID', '1'],
    ['TEAMS_APP_VERSION', '1.0'],
    ['TEAMS_APP_VERSION', '01.0.0'],
    ['TEAMS_APP_NAME', 'n'.repeat(31)],
    ['TEAMS_DEVELOPER_NAME', 'n'.repeat(33)],
    ['TEAMS_PRIVACY_URL', 'javascript:alert(1)'],
  ])('refuses %s=%s', (name, value) => {
    expect(readPackageSettings({ ...GIVEN, [name]: value })).toMatchObject({
      ok: false,
      problems: [{ what: `${name} cannot be used as it is.` }],
    });
  });
});
