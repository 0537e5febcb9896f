import { join, resolve } from 'node:path';
import type { Config } from '../config';
import type { StoreOptions } from '../storage/openStore';

/** Where everything is kept: in the database that was set, otherwise in a file. */
export function storeOptionsOf(config: Pick<Config, 'dataFolder' | 'databaseUrl'>): StoreOptions {
  const { databaseUrl } = config;
  return databaseUrl === null
    ? { kind: 'sqlite', file: dataFileOf(config) }
    : { kind: 'postgres', url: databaseUrl };
}

/** The file in which everything is kept when no database was set. */
export function dataFileOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(resolve(dataFolder), 'bruggesprek.sqlite');
}
