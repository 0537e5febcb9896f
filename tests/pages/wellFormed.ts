/** What holds for every page of ours beside the chat. */
export function expectWellFormed(html: string, locale: 'nl' | 'en'): void {
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).not.toMatch(/\b(scorecard|pages|cards|moves|interface)\.[a-z]+\.|\{\{|undefined|NaN|\[object/);
  expect(html).not.toMatch(
    /<script(?! src="\/assets\/\w+\.js\?v=\w+" defer><\/script>)|<link(?! rel="icon" href="data:,")|<img|<iframe|@import|url\(|\son[a-z]+=/i,
  );
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html.match(/<main/g)).toHaveLength(1);
  expectHeadingsInOrder(html);
  expectNames(html);
}

function expectHeadingsInOrder(html: string): void {
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
}

/** No id twice; whatever points at an id finds it; every field and button says what it is. */
function expectNames(html: string): void {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target = ''] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)) {
    for (const id of target.split(' ')) expect(ids).toContain(id);
  }
  for (const [, body = ''] of html.matchAll(/<(?:button|a|label)\b[^>]*>(.*?)<\/(?:button|a|label)>/gs)) {
    expect(body.replace(/<[^>]+>/g, '').trim()).not.toBe('');
  }
  for (const [, label = '', body = ''] of html.matchAll(
    /<(?:button|a)\b[^>]*aria-label="([^"]+)"[^>]*>(.*?)<\//gs,
  )) {
    expect(label.toLowerCase()).toContain(body.toLowerCase());
  }
  for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/role="img".*aria-labelledby=/);
}
