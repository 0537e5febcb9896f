import type { Rule } from './rule';

export const disclosureCannotOpen: Rule = {
  code: 'B111',
  severity: 'error',
  why: 'Disclosures that wait for each other are never told.',
  check: ({ scenario }) => {
    const open = new Set<string>();
    const items = scenario.data.disclosures;
    let grew = true;
    while (grew) {
      grew = false;
      for (const item of items) {
        const needs = [...item.after, ...(item.when.disclosed ?? [])];
        if (!open.has(item.id) && needs.every((id) => open.has(id))) {
          open.add(item.id);
          grew = true;
        }
      }
    }
    return items.flatMap((item, i) =>
      open.has(item.id)
        ? []
        : [
            {
              in: 'scenario' as const,
              path: ['disclosures', i, 'after'],
              what: `the disclosure "${item.id}" can never open`,
              fix: 'Let its "after" and "when › disclosed" name only what can be told before it.',
            },
          ],
    );
  },
};
