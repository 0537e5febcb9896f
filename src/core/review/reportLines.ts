/** One line of a report: who says it, as written, or null where it does not say. */
export interface ReportLine {
  readonly label: string | null;
  readonly text: string;
  /** The label can be nothing else: it has a number, or a time stood beside it. */
  readonly sure: boolean;
  /** How it reads when a dash after its first words stands for a colon, which it may; null without such a dash. */
  readonly dashed: { readonly label: string; readonly text: string } | null;
  /** Whether an empty line stood before it. */
  readonly afterGap: boolean;
}

/** A time at the beginning of a line, as in recordings and chat exports. */
const STAMP =
  /^(?:\[[^\]\n]{4,40}\d[^\]\n]{0,10}\]|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?\)?)(?: uur)?\s*[-–—]?\s+/;
/** Only a time, or a number as subtitles have it: says nothing. */
const EMPTY = /^(?:\d{1,5}|WEBVTT|[\d:.,]+ --> [\d:.,]+.*|[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?)$/;
/** A name with a time behind it on a line of its own, as transcripts of a call have it. */
const NAME_AND_TIME = /^(\p{L}[\p{L}\p{N} .'’()-]{0,40}?)\s{1,8}\d{1,2}:\d{2}(?::\d{2})?$/u;
const NUMBERED = /^(\p{L}{1,3})\s?\d{1,3}\s?[:.)]\s?(.*)$/u;
const LABELLED = /^[*_]{0,2}(\p{L}[\p{L}\p{N} .'’()-]{0,40}?)[*_]{0,2}\s?(?::[*_]{0,2}|\t)\s?(.*)$/u;
const DASHED = /^[*_]{0,2}(\p{L}[\p{L}\p{N}.'’]{0,24}(?: [\p{L}\p{N}.'’]{1,24})?)[*_]{0,2}\s[-–—]\s(.*)$/u;
/** What stands between square brackets: a gesture, or what was left out. */
const SQUARE = /\[(\p{L}[\p{L} ,.'’-]{0,58}[\p{L}.])\]/gu;
/** Where something was left out: no gesture. */
const LEFT_OUT = new Set(
  (
    'naam namen voornaam achternaam roepnaam plaats plaatsnaam woonplaats stad dorp wijk straat adres school instelling organisatie datum leeftijd nummer ' +
    'telefoonnummer weggelaten geanonimiseerd anoniem inbrenger name place town street address date number removed redacted'
  ).split(' '),
);
const VOICE = /^<v ([^>\n]{1,40})>(.*?)(?:<\/v>)?$/;

/** The lines of a report without times and empty lines. */
export function linesOf(report: string): readonly ReportLine[] {
  const lines: ReportLine[] = [];
  let afterGap = false;
  let waiting: string | null = null;
  for (const raw of report
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .split('\n')) {
    const stamped = raw.trim();
    const bare = stamped.replace(STAMP, '').trim();
    const line = gesturesRound(bare);
    if (line === '' || EMPTY.test(line)) {
      afterGap = true;
      continue;
    }
    const named = NAME_AND_TIME.exec(line);
    if (named) {
      waiting = named[1]?.trim() ?? null;
      continue;
    }
    const { label, text, sure } = split(line);
    const timed = waiting !== null || bare !== stamped;
    lines.push({
      label: label ?? waiting,
      text: label === null ? line : text,
      sure: sure || timed,
      dashed: dashedIn(line),
      afterGap,
    });
    waiting = null;
    afterGap = false;
  }
  return lines;
}

function split(line: string): Pick<ReportLine, 'label' | 'text' | 'sure'> {
  const known = VOICE.exec(line) ?? NUMBERED.exec(line);
  const found = known ?? LABELLED.exec(line);
  const label = found?.[1]?.trim() ?? '';
  if (label === '' || label.split(/\s+/).length > 4) return { label: null, text: line, sure: false };
  return { label, text: found?.[2]?.trim() ?? '', sure: known !== null };
}

function dashedIn(line: string): ReportLine['dashed'] {
  const [, label, text = ''] = DASHED.exec(line) ?? [];
  return label === undefined ? null : { label: label.trim(), text: text.trim() };
}

/** "[stilte]" as "(stilte)": everywhere else gestures stand in round brackets. */
function gesturesRound(line: string): string {
  return line.replace(SQUARE, (all, words: string) =>
    words.split(/\s+/).some((word) => LEFT_OUT.has(word.toLowerCase())) ? all : `(${words})`,
  );
}
