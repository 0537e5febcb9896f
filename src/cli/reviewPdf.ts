import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createGuesses } from '../app/guesses';
import { createSignIns } from '../app/signIns';
import { calendar } from '../calendar';
import { createOptOutTokens } from '../channels/mail/optOutTokens';
import { type Config, describeProblems, readConfig } from '../config';
import type { Library } from '../content/library';
import { ROUTES } from '../pages/paths';
import { secrets } from '../secrets';
import { openStore } from '../storage/openStore';
import { channelsOf } from './couriers';
import { storeOptionsOf } from './dataFile';
import type { CommandIo } from './io';
import { namingOf } from './naming';
import { openLibrary } from './openLibrary';
import { option } from './options';
import type { PageParts } from './pages/parts';
import { reviewPages } from './pages/reviewPages';
import { BROWSERS, findBrowser, printed } from './pdf';

const USAGE =
  'review-pdf --review ID --person ID --out FILE [--worksheet] [--browser FILE]\n' +
  '  What a team took home, or with --worksheet the talk with its notes, as that person may see it.\n';

/** `review-pdf`: a page of a review as PDF, by headless Chromium. The server may run meanwhile. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [review, person, out] = ['review', 'person', 'out'].map((name) => option(args, name) ?? '');
  if (!review || !person || !out) {
    io.err(USAGE);
    return 2;
  }
  const wanted = option(args, 'browser');
  const browser = findBrowser(wanted === null ? BROWSERS : [wanted]);
  if (browser === null) {
    const looked = wanted ?? BROWSERS.join(', ');
    io.err(`review-pdf: there is no Chromium (${looked}). Install it, or name it with --browser FILE.\n`);
    return 2;
  }
  const outcome = readConfig();
  if (outcome.kind === 'problems') {
    io.err(`${describeProblems(outcome.problems)}\n`);
    return 2;
  }
  const library = openLibrary(io);
  if (library === null) return 1;
  const route = args.includes('--worksheet') ? ROUTES.reviewPrint : ROUTES.outcome;
  const html = await pageFor(outcome.config, library, { review, person, route });
  if (html === null) {
    io.err('review-pdf: there is no such review for this person.\n');
    return 1;
  }
  const pdf = await printed(html, browser);
  if (pdf === null) {
    io.err(`review-pdf: ${browser} could not make a PDF.\n`);
    return 1;
  }
  writeFileSync(out, pdf, { mode: 0o600 });
  io.out(`${out}\n`);
  return 0;
}

interface Wanted {
  readonly review: string;
  readonly person: string;
  readonly route: string;
}

/** A page on paper runs nothing and fetches nothing. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/**
 * The page as this person would see it; null when they would see none. Links of ours lead to us, not to the folder in which the page
 * lies for a moment.
 */
async function pageFor(
  config: Config,
  library: Library,
  { review, person, route }: Wanted,
): Promise<string | null> {
  const store = await openStore(storeOptionsOf(config));
  try {
    const known = await store.people.person(person);
    const page = reviewPages(partsOf(config, library, store)).pages?.find(({ path }) => path === route);
    if (known === null || page === undefined) return null;
    const origin = config.publicUrl ?? `http://localhost:${config.port}`;
    const html = await page.render({
      ...{ person, visit: '', locale: known.locale, params: { review }, query: {}, formToken: '', origin },
    });
    return html?.replace('<head>', `<head>${POLICY}<base href="${origin}/">`) ?? null;
  } finally {
    await store.close();
  }
}

function partsOf(config: Config, library: Library, store: PageParts['store']): PageParts {
  const clock = { now: () => new Date().toISOString() };
  const ids = { fresh: () => randomUUID() };
  return {
    ...{ library, store, clock, ids, calendar, secrets, guests: false, openId: null },
    signIns: createSignIns({ store, clock, ids, secrets }),
    guesses: createGuesses(clock),
    naming: namingOf(library, config.publicUrl, ''),
    retentionDays: config.retentionDays,
    reminders: {
      quiet: config.quiet,
      channels: channelsOf(config),
      tokens: createOptOutTokens(''),
      origin: config.publicUrl,
    },
    places: null,
    fault: () => undefined,
  };
}
