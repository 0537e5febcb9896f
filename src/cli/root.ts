import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this project, seen from sources and from the build alike. */
export const PROJECT_ROOT = findRoot(__dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
