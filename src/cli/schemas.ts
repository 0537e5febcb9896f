import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ZodType, z } from 'zod';
import { rubricSchema } from '../content/rubric';
import { SELECTORS } from '../content/schemas/condition';
import { effectTable } from '../content/schemas/effects';
import { examplesFile, exampleTexts } from '../content/schemas/examples';
import { methodsFile, methodTexts } from '../content/schemas/methods';
import { replyBankFile } from '../content/schemas/replyBank';
import { scenarioFile } from '../content/schemas/scenario';
import { scenarioTexts } from '../content/schemas/scenarioTexts';
import type { CommandIo } from './io';
import { PROJECT_ROOT } from './root';

/** Where the schemas lie, seen from the root of the project. */
export const SCHEMA_FOLDER = 'scenarios/schemas';

const SHAPES: Readonly<Record<string, { readonly title: string; readonly shape: ZodType }>> = {
  'scenario.schema.json': { title: 'scenarios/<id>/scenario.yaml', shape: scenarioFile },
  'texts.schema.json': { title: 'locales/<language>/scenarios/<id>.yaml', shape: scenarioTexts },
  'replies.schema.json': { title: 'scenarios/<id>/replies.yaml', shape: replyBankFile },
  'moves.schema.json': { title: 'scenarios/moves.yaml', shape: effectTable },
  'rubric.schema.json': { title: 'scenarios/rubric.yaml', shape: rubricSchema },
  'methods.schema.json': { title: 'scenarios/methods.yaml', shape: methodsFile },
  'methodTexts.schema.json': { title: 'locales/<language>/methods.yaml', shape: methodTexts },
  'examples.schema.json': { title: 'scenarios/examples.yaml', shape: examplesFile },
  'exampleTexts.schema.json': { title: 'locales/<language>/examples.yaml', shape: exampleTexts },
};

/** `schemas`: writes the JSON Schemas with which an editor completes and checks content while it is typed. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
  mkdirSync(join(PROJECT_ROOT, SCHEMA_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas())) {
    writeFileSync(join(PROJECT_ROOT, SCHEMA_FOLDER, name), text);
    io.out(`${SCHEMA_FOLDER}/${name}\n`);
  }
  return 0;
}

/** The text of every schema file, by name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SHAPES).map(([name, { title, shape }]) => [
      name,
      `${JSON.stringify({ title, ...jsonSchema(shape) }, null, 2)}\n`,
    ]),
  );
}

function jsonSchema(shape: ZodType): object {
  return z.toJSONSchema(shape, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: json }) => {
      // The names of moves are checked by a function, which JSON Schema cannot carry: list what it lets through.
      if (zodSchema._zod.def.type === 'custom')
        json.enum = SELECTORS.filter((name) => z.safeParse(zodSchema, name).success);
    },
  });
}
