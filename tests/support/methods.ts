import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';
import type { ContentFile } from '../../src/content/loadScenario';
import { loadMethods } from '../../src/content/methods';
import type { Method, MethodId } from '../../src/core/model/method';

function file(path: string): ContentFile {
  return { file: path, text: readFileSync(join(PROJECT_ROOT, path), 'utf8') };
}

/** The real methods, as text. */
export const METHOD_FILES = {
  methods: file('scenarios/methods.yaml'),
  nl: file('locales/nl/methods.yaml'),
  en: file('locales/en/methods.yaml'),
};

/** The methods that come with the product. */
export function realMethods(): readonly Method[] {
  const { methods, diagnostics } = loadMethods(METHOD_FILES.methods, METHOD_FILES);
  if (methods === null) throw new Error(JSON.stringify(diagnostics));
  return methods;
}

export function realMethod(id: MethodId): Method {
  const method = realMethods().find((one) => one.id === id);
  if (!method) throw new Error(`no method ${id}`);
  return method;
}
