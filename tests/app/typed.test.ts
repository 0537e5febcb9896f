import { freshCode, readCode, spacedCode } from '../../src/app/codes';
import { createGuesses } from '../../src/app/guesses';
import { ownPath, readEmail, readName } from '../../src/app/typed';
import { secrets } from '../../src/secrets';

describe('a code', () => {
  it('has six letters that are not taken for others, and reads back as it is spaced', () => {
    const codes = Array.from({ length: 500 }, () => freshCode(secrets));
    for (const code of codes) {
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/);
      expect(readCode(spacedCode(code))).toBe(code);
    }
    expect(new Set(codes).size).toBeGreaterThan(495);
    expect(new Set(codes.join('')).size).toBe(20);
  });

  it.each(['bcdfgh', ' BCD-FGH ', 'b c d f g h', 'BCD – FGH', 'bcd.fgh', 'ＢＣＤＦＧＨ', 'B_C_D_F_G_H'])(
    'is forgiven its looks: ‘%s’',
    (text) => {
      expect(readCode(text)).toBe('BCDFGH');
    },
  );

  it.each(['', 'BCDFG', 'BCDFGHJ', 'BCDFGA', 'BCDFG1', 'ÉCDFGH', '<script>', "BCDFG'", '😀😀😀'])(
    'is none: ‘%s’',
    (text) => {
      expect(readCode(text)).toBeNull();
    },
  );
});

describe('a name', () => {
  it.each([
    [' Anna  de\tVries ', 'Anna de Vries'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['Zoë 👩‍🏫', 'Zoë 👩‍🏫'],
    ['An\u202ena\u0000', 'An na'],
    ['Ａnna\nBert', 'Ａnna Bert'],
  ])('‘%s’ is ‘%s’', (text, value) => {
    expect(readName(text)).toEqual({ ok: true, value });
  });

  it.each([
    [undefined, 'missing'],
    ['', 'missing'],
    [' \u200b\u2028 ', 'missing'],
    ['a'.repeat(81), 'too-long'],
  ])('%j is %s', (text, problem) => {
    expect(readName(text)).toEqual({ ok: false, problem });
  });
});

describe('an e-mail address', () => {
  it.each([
    ['', null],
    ['  ', null],
    [' anna@voorbeeld.nl ', 'anna@voorbeeld.nl'],
    ['anna+oefenen@team.voorbeeld.nl', 'anna+oefenen@team.voorbeeld.nl'],
  ])('‘%s’ may be', (text, value) => {
    expect(readEmail(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['anna', 'malformed'],
    ['anna@', 'malformed'],
    ['anna@voorbeeld', 'malformed'],
    ['anna@voorbeeld.nl, bert@voorbeeld.nl', 'malformed'],
    ['anna@voorbeeld.nl\r\nBcc: x@y.nl', 'malformed'],
    ['<anna@voorbeeld.nl>', 'malformed'],
    [`${'a'.repeat(250)}@voorbeeld.nl`, 'too-long'],
  ])('‘%s’ is %s', (text, problem) => {
    expect(readEmail(text)).toEqual({ ok: false, problem });
  });
});

describe('where to go on', () => {
  it.each(['/', '/progress?lang=nl', '/groups/x#people', '/a//b'])('%s is ours', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\r\nSet-Cookie: x=y',
    'javascript:alert(1)',
    ' /x',
    '/é',
    `/${'a'.repeat(500)}`,
  ])('%j is not', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});

describe('guessing codes', () => {
  let time = 0;
  const clock = { now: () => new Date(time).toISOString() };
  const tries = (guesses: ReturnType<typeof createGuesses>, caller: string, times: number) =>
    Array.from({ length: times }, () => guesses.tryOne(caller)).filter((wait) => wait === 0).length;

  it('is allowed twenty times in a row, and then twice a minute', () => {
    const guesses = createGuesses(clock);
    expect(tries(guesses, 'a', 50)).toBe(20);
    expect(guesses.tryOne('a')).toBe(30);
    time += 60_000;
    expect(tries(guesses, 'a', 50)).toBe(2);
  });

  it('is counted for each caller, and for all together', () => {
    const guesses = createGuesses(clock);
    const callers = Array.from({ length: 10 }, (_, n) => `caller ${n}`);
    expect(callers.map((caller) => tries(guesses, caller, 20)).reduce((a, b) => a + b)).toBe(100);
    expect(guesses.tryOne('somebody else')).toBe(5);
    time += 5_000;
    expect(guesses.tryOne('somebody else')).toBe(0);
    expect(guesses.tryOne('somebody else')).toBe(5);
  });

  it('does not count what was right', () => {
    const guesses = createGuesses(clock);
    for (let n = 0; n < 200; n++) {
      expect(guesses.tryOne('a')).toBe(0);
      guesses.wasRight('a');
    }
  });

  it('counts tries before they are known to be wrong, so that many at once gain nothing', () => {
    const guesses = createGuesses(clock);
    expect(tries(guesses, 'a', 1_000)).toBe(20);
    guesses.wasRight('a');
    expect(tries(guesses, 'a', 1_000)).toBe(1);
  });
});
