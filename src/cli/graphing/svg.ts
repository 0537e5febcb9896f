import type { OutlineBand, OutlineNode } from './outline';

const WIDTH = 250;
const GAP_X = 46;
const GAP_Y = 18;
const LINE = 16;
const PADDING = 10;
const BAND_TITLE = 34;
const MARGIN = 24;
/** Letters that fit on a line of a box. */
const LETTERS = 36;

interface Box {
  readonly node: OutlineNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** An outline as a drawing of its own: bands below each other, boxes in columns, arrows between them. */
export function toSvg(title: string, bands: readonly OutlineBand[]): string {
  const parts: string[] = [];
  let top = MARGIN;
  let width = 0;
  for (const band of bands) {
    const boxes = layOut(band, top + BAND_TITLE);
    parts.push(`<text class="band" x="${MARGIN}" y="${top + 18}">${quoted(band.title)}</text>`);
    parts.push(...drawArrows(band, boxes), ...boxes.map((box) => drawBox(band.id, box)));
    top = Math.max(top + BAND_TITLE, ...boxes.map(({ y, height }) => y + height)) + GAP_Y * 2;
    width = Math.max(width, ...boxes.map(({ x }) => x + WIDTH));
  }
  const size = { width: width + MARGIN, height: top };
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">`,
    `<title id="t">${quoted(title)}</title>`,
    `<desc id="d">${quoted(inWords(bands))}</desc>`,
    STYLE,
    '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>',
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
  ].join('\n')}\n`;
}

const STYLE = `<style>
text { font: 12px system-ui, sans-serif; fill: #222 }
.band { font-weight: 700; font-size: 15px }
.title { font-weight: 700; font-size: 13px }
rect.box { stroke: #555; rx: 8px }
.phases { fill: #e8f1fb } .climates { fill: #eaf6ea } .disclosures { fill: #fdf4e0 } .endings { fill: #f4ecf7 }
path.edge { fill: none; stroke: #555; stroke-width: 1.4; marker-end: url(#a) }
</style>`;

function layOut(band: OutlineBand, top: number): readonly Box[] {
  return band.columns.flatMap((column, c) => {
    let y = top;
    return column.map((node): Box => {
      const lines = node.lines.flatMap((line) => wrap(line, LETTERS));
      const height = PADDING * 2 + LINE * (lines.length + 1);
      const box = { node, x: MARGIN + c * (WIDTH + GAP_X), y, height, lines };
      y += height + GAP_Y;
      return box;
    });
  });
}

function drawBox(kind: string, { node, x, y, height, lines }: Box): string {
  const words = lines.map(
    (line, i) => `<text x="${x + PADDING}" y="${y + PADDING + LINE * (i + 2) - 4}">${quoted(line)}</text>`,
  );
  return [
    `<rect class="box ${kind}" x="${x}" y="${y}" width="${WIDTH}" height="${height}"/>`,
    `<text class="title" x="${x + PADDING}" y="${y + PADDING + LINE - 4}">${quoted(node.title)}</text>`,
    ...words,
  ].join('');
}

function drawArrows({ edges }: OutlineBand, boxes: readonly Box[]): readonly string[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  return edges.flatMap(({ from, to }) => {
    const start = byId.get(from);
    const end = byId.get(to);
    if (!start || !end) return [];
    const forward = start.x <= end.x;
    // There and back do not lie on each other.
    const shift = forward ? -6 : 6;
    const x1 = forward ? start.x + WIDTH : start.x;
    const x2 = forward ? end.x : end.x + WIDTH;
    const y1 = start.y + start.height / 2 + shift;
    const y2 = end.y + end.height / 2 + shift;
    const bend = (x1 + x2) / 2;
    const between = boxes.filter(({ x }) => x > Math.min(start.x, end.x) && x < Math.max(start.x, end.x));
    if (between.length > 0) return [`<path class="edge" d="${around(x1, y1, x2, y2, between)}"/>`];
    return [`<path class="edge" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>`];
  });
}

/** A way under the first boxes in between. */
function around(x1: number, y1: number, x2: number, y2: number, between: readonly Box[]): string {
  const first = Math.min(...between.map(({ y }) => y));
  const low =
    Math.max(...between.filter(({ y }) => y === first).map(({ y, height }) => y + height)) + GAP_Y / 2;
  const turn = GAP_X / 2;
  const reach = x2 > x1 ? turn : -turn;
  return `M${x1} ${y1}Q${x1 + reach} ${y1} ${x1 + reach} ${low}H${x2 - reach}Q${x2 - reach} ${y2} ${x2} ${y2}`;
}

/** The same drawing for who cannot see it. */
function inWords(bands: readonly OutlineBand[]): string {
  return bands
    .map(({ title, columns }) => {
      const nodes = columns.flat().map((node) => `${node.title} (${node.lines.join(', ')})`);
      return `${title}: ${nodes.join('; ')}.`;
    })
    .join(' ');
}

function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function quoted(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
