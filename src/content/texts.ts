import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n, type Resource } from 'i18next';
import type { Address, Locale } from '../core/model/session';
import { LOCALES } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { parseYaml } from './yaml';

/** The words of one language, for one form of address (`u` or `je`, an i18next context). */
export type TextsFor = (locale: Locale, address: Address) => Texts;

/**
 * Reads `locales/<language>/*.yaml`: one file, one name before the first dot of a key. Dutch is the fall-back. A list
 * comes with each item on a line of its own.
 */
export function loadTexts(localesFolder: string): TextsFor {
  const resources: Resource = {};
  for (const locale of LOCALES)
    resources[locale] = { translation: readLanguage(join(localesFolder, locale)) };
  const instance = i18next.createInstance();
  void instance.init({
    resources,
    lng: 'nl',
    fallbackLng: 'nl',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  const cache = new Map<string, Texts>();
  return (locale, address) => {
    const key = `${locale}-${address}`;
    const known = cache.get(key) ?? bind(instance, locale, address);
    cache.set(key, known);
    return known;
  };
}

function bind(instance: i18n, lng: Locale, context: Address): Texts {
  const t = instance.getFixedT(lng);
  const look = (key: string, values?: Parameters<Texts>[1]) =>
    t(key, { ...values, context, joinArrays: '\n' });
  // A page asks for some words hundreds of times. What people make up is no key, and is not kept.
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return look(key, values);
    const words = plain.get(key) ?? look(key);
    if (words !== key) plain.set(key, words);
    return words;
  };
}

function readLanguage(folder: string): Record<string, unknown> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.yaml'.length),
      parseYaml(readFileSync(join(folder, name), 'utf8')),
    ]),
  );
}
