import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSERS, findBrowser } from '../../src/cli/pdf';
import { run } from '../../src/cli/reviewPdf';
import { openStore } from '../../src/storage/openStore';
import { bringTalk } from '../support/reviewWorld';
import { terminal } from './world';

const NAMES = ['BRUGGESPREK_DATA', 'PORT', 'PUBLIC_URL', 'HOST'] as const;
const before = NAMES.map((name) => [name, process.env[name]] as const);

let folder: string;
let out: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'review-pdf-test-'));
  out = join(folder, 'out.pdf');
  for (const name of NAMES) delete process.env[name];
  process.env.BRUGGESPREK_DATA = folder;
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'bruggesprek.sqlite') });
  await bringTalk(store, { until: '2999-01-01T00:00:00.000Z' });
  const value = { id: 's1', by: 'bram', at: '2026-01-05T09:00:00.000Z', text: 'Stilte werkt.' };
  await store.reviews.keep({ review: 'r1', kind: 'insight', key: 's1', version: 1, value });
  await store.close();
});

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true, force: true });
});

const BROWSER = findBrowser();
/** Where this machine has no browser the reason is printed. */
const inBrowser: jest.It = BROWSER === null ? explainedSkip() : it;

function explainedSkip(): jest.It {
  process.stderr.write(
    `No PDF is made: none of ${BROWSERS.join(', ')} is here. Install chromium to try it.\n`,
  );
  return it.skip;
}

async function make(...args: readonly string[]) {
  const { io, out: said, err } = terminal();
  const code = await run(['--review', 'r1', '--out', out, ...args], io);
  return { code, said: said(), problem: err() };
}

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('bruggesprek-pdf-'));

inBrowser(
  'makes a PDF of what a team took home, for its owner’s eyes, and leaves nothing behind',
  async () => {
    const earlier = left();
    expect(await make('--person', 'bram')).toEqual({ code: 0, said: `${out}\n`, problem: '' });
    const pdf = readFileSync(out);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
    expect(pdf.toString('latin1')).not.toContain('file://');
    expect(statSync(out).mode & 0o077).toBe(0);
    expect(left()).toEqual(earlier);
  },
  90_000,
);

inBrowser(
  'makes one of the worksheet too',
  async () => {
    expect((await make('--person', 'bram', '--worksheet')).code).toBe(0);
    const pdf = readFileSync(out);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).not.toContain('file://');
  },
  90_000,
);

inBrowser('makes none for who does not take part, and says so', async () => {
  for (const person of ['zoe', 'tineke', 'nobody']) {
    const { code, problem } = await make('--person', person);
    expect([code, problem]).toEqual([1, 'review-pdf: there is no such review for this person.\n']);
  }
  expect(existsSync(out)).toBe(false);
});

it('says what it needs, and which browser is missing', async () => {
  expect((await make()).code).toBe(2);
  const { code, problem } = await make('--person', 'bram', '--browser', '/nowhere/chromium');
  expect(code).toBe(2);
  expect(problem).toContain('there is no Chromium (/nowhere/chromium)');
});

inBrowser('says so when the browser makes nothing of it', async () => {
  const earlier = left();
  const { code, problem } = await make('--person', 'bram', '--browser', '/bin/false');
  expect([code, problem]).toEqual([1, 'review-pdf: /bin/false could not make a PDF.\n']);
  expect(left()).toEqual(earlier);
});
