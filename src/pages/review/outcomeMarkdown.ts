import type { Outcome } from '../../app/reviews/outcome';
import { intentionLine, memberLine, nameIn, type OutcomeMeta, outcomeFacts } from './outcomeWords';

/** What a team takes home as Markdown. What people typed stays what they typed: none of it becomes markup. */
export function outcomeMarkdown(outcome: Outcome, meta: Pick<OutcomeMeta, 't' | 'language'>): string {
  const { t } = meta;
  const facts = [
    ...outcomeFacts(outcome, meta),
    {
      label: t('outcome.facts.members'),
      value: outcome.members.map((member) => memberLine(t, member)).join(', '),
    },
  ];
  const insights = outcome.insights.map(({ text, name }) => item(text, nameIn(t, name)));
  const intentions = outcome.intentions.map((one) =>
    item(one.text, `${nameIn(t, one.name)}. ${intentionLine(one, meta)}`),
  );
  const lines = [
    `# ${plain(t('outcome.title'))}`,
    facts.map(({ label, value }) => `- ${plain(label)}: ${plain(value)}`).join('\n'),
    `## ${plain(t('outcome.insights.title'))}`,
    ...(insights.length === 0 ? [plain(t('outcome.insights.none'))] : [insights.join('\n')]),
    `## ${plain(t('outcome.intentions.title'))}`,
    ...(intentions.length === 0 ? [plain(t('outcome.intentions.none'))] : [intentions.join('\n')]),
  ];
  return `${lines.join('\n\n')}\n`;
}

/** Every line of it stays within its bullet; a backslash at the end of a line breaks it there. */
function item(text: string, about: string): string {
  const said = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(plain);
  return `- ${[...said, plain(about)].join('\\\n  ')}`;
}

/**
 * Words that mean nothing but themselves, on one line. Markdown lets every sign be written with a backslash; of what
 * becomes a link by itself the sign goes that makes it one, in favour of its number. Round brackets make nothing
 * without square ones before them, so they stay as they are.
 */
export function plain(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$^!=&]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/@/g, '&#64;')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}&#46;`);
}
