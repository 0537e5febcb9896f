import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../core/model/session';

/**
 * A table for spreadsheets: UTF-8 with a mark that says so, and cells that look like a formula made harmless. Dutch
 * Excel expects semicolons.
 */
export function toCsv(rows: readonly (readonly string[])[], locale: Locale): string {
  return stringify(rows as string[][], {
    bom: true,
    delimiter: locale === 'nl' ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
