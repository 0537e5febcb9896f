import type { EffectTable, Scenario } from '../core/model/scenario';
import type { TopicWords } from '../core/model/understanding';
import { checkScenario } from './checkScenario';
import { type Diagnostic, hasErrors, type Wanted } from './diagnostics';
import { compileReplies } from './replyBank';
import type { LanguageKnowledge } from './rules/rule';
import { NO_REPLIES, type ReplyBankFile, replyBankFile } from './schemas/replyBank';
import { flattenLines, scenarioFile } from './schemas/scenario';
import { scenarioTexts } from './schemas/scenarioTexts';
import { withoutUndefined } from './schemas/withoutUndefined';
import { type Read, readYaml } from './yamlFile';

export interface ContentFile {
  readonly file: string;
  readonly text: string;
}

/** What every scenario builds on. */
export interface Ground {
  readonly effects: EffectTable;
  readonly topics: readonly TopicWords[];
  readonly language: LanguageKnowledge;
}

export interface LoadedScenario {
  /** Null when there are errors. */
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files of a scenario and checks them; pure over their text. The reply bank may be missing or empty. */
export function loadScenario(
  data: ContentFile,
  words: ContentFile,
  ground: Ground,
  bank: ContentFile | null = null,
  wanted: Wanted = 'all',
): LoadedScenario {
  const file = readYaml(data.file, data.text, scenarioFile);
  const texts = readYaml(words.file, words.text, scenarioTexts);
  const replies = readReplies(bank);
  if (!file.ok || !texts.ok || !replies.ok) {
    return {
      scenario: null,
      diagnostics: [file, texts, replies].flatMap((read) => (read.ok ? [] : read.diagnostics)),
    };
  }
  const diagnostics = checkScenario(
    {
      scenario: file.source,
      texts: texts.source,
      replies: replies.source,
      generalTopics: new Set(ground.topics.map((topic) => topic.id)),
      language: ground.language,
    },
    wanted,
  );
  if (hasErrors(diagnostics)) return { scenario: null, diagnostics };
  const { effects, lines: _, ...rest } = file.source.data;
  return {
    diagnostics,
    scenario: {
      ...rest,
      disclosures: file.source.data.disclosures.map((item) => ({
        ...item,
        change: withoutUndefined(item.change),
      })),
      effects: { ...ground.effects, special: override(ground.effects.special, effects.special) },
      lines: flattenLines(file.source.data),
      replies: compileReplies(replies.source.data),
      topics: mergeTopics(ground.topics, texts.source.data.topics),
      texts: texts.source.data as Scenario['texts'],
    },
  };
}

function readReplies(bank: ContentFile | null): Read<ReplyBankFile> {
  const { file, text } = bank ?? { file: 'replies.yaml', text: '' };
  if (text.trim() !== '') return readYaml(file, text, replyBankFile);
  return { ok: true, source: { file, data: NO_REPLIES, place: () => ({ file, line: 1, column: 1 }) } };
}

/** A scenario's row replaces the general one of the same id. */
function override(general: EffectTable['special'], own: EffectTable['special']): EffectTable['special'] {
  const replaced = new Set(own.map((rule) => rule.id));
  return [...own, ...general.filter((rule) => !replaced.has(rule.id))];
}

/** General topics stay recognisable in every scenario (the rubric counts them); a scenario adds words and topics. */
function mergeTopics(
  general: readonly TopicWords[],
  own: Readonly<Record<string, { readonly words: readonly string[] }>>,
): readonly TopicWords[] {
  const topics = new Map(general.map((topic) => [topic.id, topic]));
  for (const [id, { words }] of Object.entries(own)) {
    topics.set(id, { id, words: [...new Set([...(topics.get(id)?.words ?? []), ...words])] });
  }
  return [...topics.values()];
}
