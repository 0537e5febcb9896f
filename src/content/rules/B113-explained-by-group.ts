import type { Finding, Rule } from './rule';

/** Ways of speaking that explain a person by a group, or words that put people in a box (Haags Steunsysteem 2023). */
const BOXES = [
  /\ballochto(on|nen|ne)\b/i,
  /\bniet-westers/i,
  /\bdie mensen zijn nu eenmaal\b/i,
  /\b(alle|typisch) (Somali\S+|moslims|Marokkanen|Turken|Syri\S+)\b/i,
];

export const explainedByGroup: Rule = {
  code: 'B113',
  severity: 'error',
  why: 'Nobody is explained by a group: not the learner, not the persona, not in feedback.',
  check: ({ texts }) => {
    const findings: Finding[] = [];
    visit(texts.data, [], (text, path) => {
      const box = BOXES.map((pattern) => pattern.exec(text)?.[0]).find((hit) => hit !== undefined);
      if (box)
        findings.push({
          in: 'texts',
          path,
          what: `"${box}" puts people in a box`,
          fix: 'Say what this one person does, wants or fears.',
        });
    });
    return findings;
  },
};

type Visit = (text: string, path: readonly (string | number)[]) => void;

function visit(value: unknown, path: readonly (string | number)[], each: Visit): void {
  if (typeof value === 'string') each(value, path);
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) visit(item, [...path, i], each);
  } else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) visit(item, [...path, key], each);
}
