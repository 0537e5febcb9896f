import * as check from './check';
import * as evaluate from './evaluate';
import * as exportCorrections from './exportCorrections';
import * as graph from './graph';
import type { CommandIo } from './io';
import * as create from './new';
import * as organiser from './organiser';
import * as play from './play';
import * as pseudonyms from './pseudonyms';
import * as recognise from './recognise';
import * as reviewPdf from './reviewPdf';
import * as schemas from './schemas';
import * as simulate from './simulate';
import * as teamsPackage from './teams/package';
import * as train from './train';

interface Command {
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  evaluate,
  export: exportCorrections,
  graph,
  new: create,
  organiser,
  play,
  pseudonyms,
  recognise,
  'review-pdf': reviewPdf,
  schemas,
  simulate,
  'teams-package': teamsPackage,
  train,
};

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const io: CommandIo = {
    input: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
  const command = COMMANDS[name];
  if (command) return command.run(args, io);
  io.err(`Commands: ${Object.keys(COMMANDS).join(', ')}\n`);
  return 2;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
