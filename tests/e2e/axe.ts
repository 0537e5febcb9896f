import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, or one rule of it: rule, place and why. */
export async function violations(
  page: Page,
  runOnly: readonly string[] = STANDARDS,
): Promise<readonly string[]> {
  const wanted = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const found = (await page.evaluate(`${AXE}; axe.run(document, ${wanted})`)) as AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Whether the page is no wider than the screen. */
export function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}
