import { toMermaid } from '../../src/cli/graphing/mermaid';
import { outlineOf } from '../../src/cli/graphing/outline';
import { toSvg } from '../../src/cli/graphing/svg';
import { smallPlay } from '../support/smallScenario';

const { scenario } = smallPlay();
const outline = outlineOf(scenario);

describe('graph', () => {
  it('shows every phase, climate, disclosure and ending, with what it takes', () => {
    const chart = toMermaid(outline);
    expect(chart.startsWith('flowchart TB\n')).toBe(true);
    for (const { id } of scenario.disclosures) expect(chart).toContain(`disclosure-${id}[`);
    expect(chart).toContain('disclosure-nights --> disclosure-fear');
    expect(chart).toContain('<b>bridging</b><br/>understood ≥ 40<br/>raised: alone');
    expect(chart).toContain('<b>1. walk-out: hurt</b><br/>at once<br/>trust ≤ 5');
    expect(chart.match(/<b>\d\. /g)).toHaveLength(scenario.endings.length);
  });

  it('draws boxes that do not lie on each other, and says the same in words', () => {
    const svg = toSvg('A & B', outline);
    expect(svg).toContain('<title id="t">A &amp; B</title>');
    expect(svg).toContain('Endings, tried in this order: 1. walk-out: hurt (at once, trust ≤ 5)');
    const boxes = [
      ...svg.matchAll(/<rect class="box \w+" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g),
    ].map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number]);
    expect(boxes).toHaveLength(outline.flatMap(({ columns }) => columns.flat()).length);
    for (const [i, [x, y, width, height]] of boxes.entries()) {
      const over = boxes.filter(
        ([ox, oy, ow, oh], k) => k !== i && x < ox + ow && ox < x + width && y < oy + oh && oy < y + height,
      );
      expect(over).toEqual([]);
    }
  });
});
