import type { OutlineBand } from './outline';

/** An outline as a Mermaid flow chart. */
export function toMermaid(bands: readonly OutlineBand[]): string {
  const lines = bands.flatMap(({ id, title, columns, edges }) => [
    `  subgraph ${id}["${quoted(title)}"]`,
    '    direction LR',
    ...columns
      .flat()
      .map(
        (node) =>
          `    ${node.id}["${[`<b>${quoted(node.title)}</b>`, ...node.lines.map(quoted)].join('<br/>')}"]`,
      ),
    ...edges.map(({ from, to }) => `    ${from} --> ${to}`),
    '  end',
  ]);
  const order = bands.slice(1).map(({ id }, i) => `  ${bands[i]?.id} ~~~ ${id}`);
  return ['flowchart TB', ...lines, ...order, ''].join('\n');
}

function quoted(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
