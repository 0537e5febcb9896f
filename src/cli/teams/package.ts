import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { describeProblems, given } from '../../config';
import { loadTexts } from '../../content/texts';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import type { CommandIo } from '../io';
import { PROJECT_ROOT } from '../root';
import { colorIcon, outlineIcon } from './icons';
import { englishOf, FILES, manifestOf } from './manifest';
import { PACKAGE_VARIABLES, type PackageSettings, readPackageSettings } from './packageSettings';

/** The same settings always give the same bytes. */
const MADE_AT = Date.UTC(2026, 0, 1, 12);

/** The app package for Teams as a zip file. */
export function packageOf(
  settings: PackageSettings,
  texts: (locale: Locale, address: Address) => Texts,
): Uint8Array {
  const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const files = {
    [FILES.manifest]: json(manifestOf(settings, texts('nl', 'je'))),
    [FILES.english]: json(englishOf(settings, texts('en', 'je'))),
    [FILES.color]: colorIcon(),
    [FILES.outline]: outlineIcon(),
  };
  return zipSync(files, { mtime: MADE_AT, level: 9 });
}

/** `npm run teams:package [-- --out FILE]`: writes the app package from environment variables. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  const read = readPackageSettings(given(PACKAGE_VARIABLES));
  if (!read.ok) {
    io.err(`${describeProblems(read.problems)}\n`);
    return 2;
  }
  const out = values.out ?? 'bruggesprek-teams.zip';
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, packageOf(read.settings, loadTexts(join(PROJECT_ROOT, 'locales'))));
  io.out(`${out}\n`);
  return 0;
}
