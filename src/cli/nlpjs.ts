import { createRequire } from 'node:module';
import { MOVES } from '../core/model/moves';
import type { Example } from '../core/understanding/training/example';

/** The few calls of nlp.js that are used. */
interface NlpManager {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(
    language: string,
    text: string,
  ): Promise<{ classifications?: readonly { intent: string; score: number }[] }>;
}

interface NlpModules {
  readonly containerBootstrap: () => Promise<{ use(module: unknown): void; get(name: string): unknown }>;
  readonly Nlp: unknown;
  readonly LangNl: unknown;
}

/** Loads nlp.js where it is installed; null elsewhere. It is measured against and never used. */
function loadNlpjs(): NlpModules | null {
  const load = createRequire(__filename);
  try {
    const core = load('@nlpjs/core') as { containerBootstrap: NlpModules['containerBootstrap'] };
    const nlp = load('@nlpjs/nlp') as { Nlp: unknown };
    const nl = load('@nlpjs/lang-nl') as { LangNl: unknown };
    return { containerBootstrap: core.containerBootstrap, Nlp: nlp.Nlp, LangNl: nl.LangNl };
  } catch {
    return null;
  }
}

/** A trained nlp.js that gives each move a score, or null when nlp.js is not installed. */
export async function trainNlpjs(
  learn: readonly Example[],
): Promise<((text: string) => Promise<Float64Array>) | null> {
  const modules = loadNlpjs();
  if (!modules) return null;
  const container = await modules.containerBootstrap();
  container.use(modules.Nlp);
  container.use(modules.LangNl);
  const manager = container.get('nlp') as NlpManager & {
    settings: { autoSave?: boolean };
  };
  manager.settings.autoSave = false;
  manager.addLanguage('nl');
  for (const { sentence, primary } of learn) manager.addDocument('nl', sentence.text, primary);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process('nl', text);
    const scores = new Float64Array(MOVES.length);
    for (const { intent, score } of classifications ?? []) {
      const move = (MOVES as readonly string[]).indexOf(intent);
      if (move >= 0) scores[move] = score;
      else scores[MOVES.indexOf('other')] = Math.max(scores[MOVES.indexOf('other')] ?? 0, score);
    }
    return scores;
  };
}
