import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandIo } from './io';
import { PROJECT_ROOT } from './root';

const ID = /^[a-z0-9][a-z0-9-]*$/;
const PLACEHOLDER = /__ID__/g;

/** What becomes of the templates, seen from the root of the project. */
function filesFor(id: string): readonly { readonly template: string; readonly path: string }[] {
  return [
    { template: 'scenarios/template/scenario.template.yaml', path: `scenarios/${id}/scenario.yaml` },
    { template: 'scenarios/template/texts.template.yaml', path: `locales/nl/scenarios/${id}.yaml` },
  ];
}

/** `new <id>`: writes a small complete scenario to start from, in two files. Never over what is there. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  return create(PROJECT_ROOT, args[0] ?? '', io);
}

export function create(root: string, id: string, io: CommandIo): number {
  if (!ID.test(id) || id === 'template' || id === 'schemas') {
    io.err(
      'new: give the scenario a short name in small letters, digits and hyphens, e.g. "new late-at-school"\n',
    );
    return 2;
  }
  const files = filesFor(id);
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) {
    io.err(`new: ${taken.path} is already there; choose another name\n`);
    return 2;
  }
  for (const { template, path } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), readFileSync(join(root, template), 'utf8').replace(PLACEHOLDER, id));
    io.out(`${path}\n`);
  }
  io.out(`Try it with "check", then "play ${id} --watch"; scenarios/README.md explains every part.\n`);
  return 0;
}
