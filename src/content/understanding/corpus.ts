import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MOVES } from '../../core/model/moves';
import type { Example, Origin } from '../../core/understanding/training/example';

const labels = z.array(z.enum(MOVES)).min(1).max(2);
const isolated = z.object({ text: z.string(), labels });
const reply = z.object({ persona: z.string(), segments: z.array(isolated).min(1) });
const line = z.union([reply, isolated]);

/** All labelled sentences of a folder, file by file in the order of their names. */
export function readCorpus(folder: string): readonly Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLabelledFile(join(folder, name), name));
}

/** The labelled sentences of one file, of either form. Throws with file and line when a line does not fit. */
export function readLabelledFile(path: string, name: string = path): readonly Example[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : parseLine(text, name, index + 1)));
}

function parseLine(text: string, file: string, number: number): readonly Example[] {
  const parsed = line.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(`${file}:${number}: not a labelled sentence or reply: ${parsed.error.message}`);
  const { data } = parsed;
  const segments = 'segments' in data ? data.segments : [data];
  const persona = 'persona' in data ? data.persona : null;
  return segments.map(
    (segment, index): Example => ({
      file,
      origin: originOf(file, persona),
      sentence: {
        text: segment.text,
        personaLine: persona,
        previous: segments[index - 1]?.text ?? null,
        next: segments[index + 1]?.text ?? null,
        index,
        count: segments.length,
      },
      primary: segment.labels[0] ?? 'other',
      secondary: segment.labels[1] ?? null,
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function originOf(file: string, persona: string | null): Origin {
  if (persona === null) return 'isolated';
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name.startsWith('blind')) return 'blind';
  return name.startsWith('plain') ? 'plain' : 'natural';
}
