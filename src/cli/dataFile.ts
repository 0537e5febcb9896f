import { join, resolve } from 'node:path';
import type { Config } from '../config';

/** The file in which everything is kept. */
export function dataFileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(resolve(dataFolder), 'bruggesprek.sqlite');
}
