import type { SessionEvent } from '../dialogue/session';
import type { GroupWish } from '../model/groupsInChat';
import type { CardActionName } from '../model/message';
import { type Address, type Locale, PRACTICE_LEVELS, type PracticeLevel, type Stage } from '../model/session';
import { createWordFinder } from '../understanding/wordFinder';
import { isStale } from './binding';
import { type BranchWish, typedWish, wishOfCard } from './branching';
import { type Desk, typed, value } from './desk';
import { findScenario } from './findScenario';
import { typedCode, wishOfGroupsCard } from './grouping';
import type { StagedScenario } from './playbook';

/** What a message means before anything is done about it. */
export type Meaning =
  | { readonly kind: 'event'; readonly event: SessionEvent; readonly chosen?: StagedScenario }
  | { readonly kind: 'branch'; readonly wish: BranchWish }
  | { readonly kind: 'level'; readonly level: PracticeLevel }
  | { readonly kind: 'language'; readonly locale: Locale }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'settings' }
  | { readonly kind: 'page' }
  | { readonly kind: 'homework' }
  | { readonly kind: 'reviews' }
  | { readonly kind: 'groups'; readonly wish: GroupWish }
  /** A card of an earlier attempt or step. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown-command'; readonly word: string };

const COMMANDS = [
  'hint',
  'pause',
  'resume',
  'back',
  'stop',
  'help',
  'next',
  'begin',
  'skip',
  'again',
] as const;
type Command = (typeof COMMANDS)[number];

const SETTINGS = [
  'guided',
  'practise',
  'independent',
  'dutch',
  'english',
  'je',
  'u',
  'settings',
  'page',
  'homework',
  'reviews',
  'groups',
] as const;
type Setting = (typeof SETTINGS)[number];

const EVENTS: Readonly<Record<Command, SessionEvent>> = {
  hint: { type: 'HINT' },
  pause: { type: 'PAUSE' },
  resume: { type: 'RESUME' },
  back: { type: 'BACK' },
  stop: { type: 'STOP' },
  help: { type: 'HELP' },
  next: { type: 'NEXT' },
  begin: { type: 'BEGIN' },
  skip: { type: 'SKIP' },
  again: { type: 'AGAIN' },
};

/** In the talk itself only these words are meant for the coach; all else is said to the persona. */
const IN_THE_TALK: ReadonlySet<Command> = new Set(['hint', 'pause', 'resume', 'back', 'stop', 'help']);

type StageAction = Exclude<CardActionName, 'branch' | 'settings' | 'page' | 'groups' | 'reviews'>;

const ACTIONS: Readonly<Record<StageAction, (stage: Stage) => SessionEvent>> = {
  choose: () => ({ type: 'CHOSE' }),
  level: () => ({ type: 'TEXT' }),
  prepare: (stage) => (stage === 'preparing' ? { type: 'PREPARED' } : { type: 'NEXT' }),
  begin: () => ({ type: 'BEGIN' }),
  skip: () => ({ type: 'SKIP' }),
  reflect: (stage) => (stage === 'reflecting' ? { type: 'REFLECTED' } : { type: 'NEXT' }),
  again: () => ({ type: 'AGAIN' }),
};

/** Reads a message as an event of the session, a setting, or a choice. */
export function interpret(desk: Desk): Meaning {
  const { body } = desk.message;
  switch (body.kind) {
    case 'joined':
      return event({ type: 'JOINED' });
    case 'action':
      return interpretAction(desk, body.action);
    case 'text':
      return interpretText(desk);
  }
}

function interpretAction(desk: Desk, action: CardActionName): Meaning {
  if (action === 'branch') return { kind: 'branch', wish: wishOfCard(desk) };
  if (action === 'groups') return { kind: 'groups', wish: wishOfGroupsCard(desk) };
  if (action === 'settings' || action === 'page' || action === 'reviews') return { kind: action };
  if (isStale(desk, action)) return { kind: 'stale' };
  const level = PRACTICE_LEVELS.find((name) => name === value(desk, 'level'));
  if (action === 'level' && level) return { kind: 'level', level };
  if (action !== 'choose') return event(ACTIONS[action](desk.session.stage));
  const chosen = desk.playbook.scenarios.find(({ scenario }) => scenario.id === value(desk, 'scenario'));
  return chosen ? { ...event({ type: 'CHOSE' }), chosen } : event({ type: 'UNKNOWN_SCENARIO' });
}

function interpretText(desk: Desk): Meaning {
  const text = typed(desk);
  const wish = typedWish(desk, text);
  if (wish) return { kind: 'branch', wish };
  const code = desk.session.stage === 'playing' ? null : typedCode(text);
  if (code) return { kind: 'groups', wish: code };
  const slash = /^[/!]\s*(\p{L}+)$/u.exec(text);
  const word = slash?.[1] ?? text;
  const command = findCommand(desk, word);
  const { stage } = desk.session;
  if (command && isMeant(command, stage, slash !== null)) return fromCommand(desk, command);
  if (slash) return { kind: 'unknown-command', word };
  if (stage !== 'choosing' && stage !== 'closed') return event({ type: 'TEXT' });
  return interpretChoice(desk, text);
}

function isMeant(command: Command | Setting, stage: Stage, slash: boolean): boolean {
  return slash || stage !== 'playing' || IN_THE_TALK.has(command as Command);
}

function fromCommand(desk: Desk, command: Command | Setting): Meaning {
  switch (command) {
    case 'guided':
    case 'practise':
    case 'independent':
      return { kind: 'level', level: command };
    case 'dutch':
      return { kind: 'language', locale: 'nl' };
    case 'english':
      return { kind: 'language', locale: 'en' };
    case 'je':
    case 'u':
      return { kind: 'address', address: command };
    case 'settings':
    case 'page':
    case 'homework':
    case 'reviews':
      return { kind: command };
    case 'groups':
      return { kind: 'groups', wish: { kind: 'look' } };
    case 'begin':
      return beginsOnly(desk);
    default:
      return event(EVENTS[command]);
  }
}

/** "Begin" while there is one scenario to choose is a choice. */
function beginsOnly(desk: Desk): Meaning {
  const [only, ...others] = desk.playbook.scenarios;
  const choosing = desk.session.stage === 'choosing' || desk.session.stage === 'closed';
  if (choosing && only && others.length === 0) return { ...event({ type: 'CHOSE' }), chosen: only };
  return event(choosing ? { type: 'TEXT' } : { type: 'BEGIN' });
}

function interpretChoice(desk: Desk, text: string): Meaning {
  const chosen = findScenario(desk.playbook.scenarios, text);
  if (chosen) return { ...event({ type: 'CHOSE' }), chosen };
  const searching = text.length > 0 && desk.session.stage === 'choosing';
  return event(searching ? { type: 'UNKNOWN_SCENARIO' } : { type: 'TEXT' });
}

function findCommand(desk: Desk, word: string): Command | Setting | null {
  const finder = wordFinders.get(desk.playbook) ?? buildFinder(desk);
  wordFinders.set(desk.playbook, finder);
  return finder(word);
}

const wordFinders = new WeakMap<object, (typed: string) => Command | Setting | null>();

/** The words for commands of both languages; who practises in English may still type "pauze". */
function buildFinder(desk: Desk): (typed: string) => Command | Setting | null {
  const words = (['nl', 'en'] as const).flatMap((locale) =>
    [...COMMANDS, ...SETTINGS].flatMap((meaning) =>
      desk.playbook
        .texts(
          locale,
          'je',
        )(`interface.commands.${meaning}`)
        .split(',')
        .map((word) => ({ word: word.trim(), meaning })),
    ),
  );
  return createWordFinder(words);
}

function event(what: SessionEvent): { readonly kind: 'event'; readonly event: SessionEvent } {
  return { kind: 'event', event: what };
}
