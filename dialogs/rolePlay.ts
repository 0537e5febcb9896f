import { assign, initialTransition, type SnapshotFrom, setup } from 'xstate';
import { type Facts, holds } from '../src/core/dialogue/conditions';
import { freshMemory, hear } from '../src/core/dialogue/memory';
import {
  easedChange,
  effectOf,
  isClosed,
  isOpen,
  moveMeters,
  startingClimate,
} from '../src/core/dialogue/meters';
import type { RolePlayEvent, RolePlayMachine } from '../src/core/dialogue/rolePlay';
import type { Climate, Effect, Ending, Phase } from '../src/core/model/conversation';
import type { EndingRule, Scenario } from '../src/core/model/scenario';
import type { RolePlayMemory, RolePlayState } from '../src/core/model/session';
import type { Reading } from '../src/core/model/understanding';
import { NOWHERE } from './scope';

interface Context {
  readonly memory: RolePlayMemory;
  readonly phase: Phase;
  readonly climate: Climate;
  readonly ending: Ending | null;
  readonly reason: string | null;
  /** The sentence or reply at hand. */
  readonly reading: Reading;
  readonly topics: readonly string[];
  readonly effect: Effect | null;
}

/**
 * The role-play of one scenario as an XState machine: two parallel regions, *phase* and *climate*, until an
 * ending. It has no timers and calls nothing; every guard reads the scenario.
 */
export function createRolePlayMachine(scenario: Scenario) {
  const limits = scenario.climate;
  const start = startingClimate(limits, scenario.start);
  const endsBy = (rules: readonly EndingRule[]) => (context: Context) =>
    rules.find((rule) => holds(rule.when, factsOf(context)));
  const endOfTurn = endsBy(scenario.endings.filter((rule) => rule.at === 'turn'));
  const endOfTalk = endsBy(scenario.endings);

  return setup({
    types: { context: {} as Context, events: {} as RolePlayEvent },
    guards: {
      exploringBegins: ({ context }) => holds(scenario.phases.exploring, factsOf(context)),
      bridgingBegins: ({ context }) => holds(scenario.phases.bridging, factsOf(context)),
      agreeingBegins: ({ context }) => holds(scenario.phases.agreeing, factsOf(context)),
      opensUp: ({ context }) => isOpen(limits, context.memory.meters),
      cools: ({ context }) => !isOpen(limits, context.memory.meters, limits.hysteresis),
      shutsDown: ({ context }) => isClosed(limits, context.memory.meters),
      thaws: ({ context }) => !isClosed(limits, context.memory.meters, limits.hysteresis),
      over: ({ context, event }) => endOfTurn(about(context, event)) !== undefined,
    },
    actions: {
      beginReply: assign(({ context, event }) =>
        event.type === 'REPLY' ? { memory: beginReply(context.memory, event), effect: null } : {},
      ),
      takeIn: assign(({ context, event }) =>
        event.type === 'SENTENCE' ? takeIn(scenario, context, event) : {},
      ),
      disclose: assign(({ context, event }) =>
        event.type === 'DISCLOSE'
          ? { memory: disclose(scenario, context.memory, event.id), effect: null }
          : {},
      ),
      endOfTurn: assign(({ context, event }) => conclude(endOfTurn(about(context, event)))),
      endOfTalk: assign(({ context, event }) => conclude(endOfTalk(about(context, event)))),
      inPhase: assign((_, params: { phase: Phase }) => ({ phase: params.phase })),
      inClimate: assign((_, params: { climate: Climate }) => ({ climate: params.climate })),
    },
  }).createMachine({
    id: scenario.id,
    context: {
      memory: freshMemory(scenario.start),
      phase: 'arrival',
      climate: start,
      ending: null,
      reason: null,
      reading: { kind: 'unsure' },
      topics: [],
      effect: null,
    },
    initial: 'talking',
    states: {
      talking: {
        type: 'parallel',
        on: {
          REPLY: { actions: 'beginReply' },
          SENTENCE: { actions: 'takeIn' },
          DISCLOSE: { actions: 'disclose' },
          SETTLE: { guard: 'over', target: 'ended', actions: 'endOfTurn' },
          STOP: { target: 'ended', actions: 'endOfTalk' },
        },
        states: {
          phase: {
            initial: 'arrival',
            states: {
              arrival: { always: { guard: 'exploringBegins', target: 'exploring' } },
              exploring: {
                entry: { type: 'inPhase', params: { phase: 'exploring' } },
                always: { guard: 'bridgingBegins', target: 'bridging' },
              },
              bridging: {
                entry: { type: 'inPhase', params: { phase: 'bridging' } },
                always: { guard: 'agreeingBegins', target: 'agreeing' },
              },
              agreeing: { entry: { type: 'inPhase', params: { phase: 'agreeing' } } },
            },
          },
          climate: {
            initial: start,
            states: {
              closed: {
                entry: { type: 'inClimate', params: { climate: 'closed' } },
                always: { guard: 'thaws', target: 'guarded' },
              },
              guarded: {
                entry: { type: 'inClimate', params: { climate: 'guarded' } },
                always: [
                  { guard: 'shutsDown', target: 'closed' },
                  { guard: 'opensUp', target: 'open' },
                ],
              },
              open: {
                entry: { type: 'inClimate', params: { climate: 'open' } },
                always: { guard: 'cools', target: 'guarded' },
              },
            },
          },
        },
      },
      ended: { type: 'final' },
    },
  });
}

/** Compiles a scenario; see {@link RolePlayMachine}. */
export function compileRolePlay(scenario: Scenario): RolePlayMachine {
  const machine = createRolePlayMachine(scenario);
  type Snapshot = SnapshotFrom<typeof machine>;
  const restore = (state: RolePlayState): Snapshot =>
    machine.resolveState({
      value: state.ending ? 'ended' : { talking: { phase: state.phase, climate: state.climate } },
      context: { ...state, reading: { kind: 'unsure' }, topics: [], effect: null },
    });
  const save = ({ context }: Snapshot): RolePlayState => ({
    phase: context.phase,
    climate: context.climate,
    ending: context.ending,
    reason: context.reason,
    memory: context.memory,
  });
  return {
    start: () => save(initialTransition(machine)[0]),
    send: (state, event) => {
      const next = machine.transition(restore(state), event, NOWHERE);
      return { state: save(next), effect: event.type === 'SENTENCE' ? next.context.effect : null };
    },
  };
}

function factsOf(context: Context): Facts {
  return context;
}

/** SETTLE and STOP look at the reply as a whole. */
function about(context: Context, event: RolePlayEvent): Context {
  return 'reading' in event ? { ...context, reading: event.reading, topics: event.topics } : context;
}

function beginReply(memory: RolePlayMemory, event: RolePlayEvent & { type: 'REPLY' }): RolePlayMemory {
  return {
    ...memory,
    turn: memory.turn + 1,
    silent: event.silent ? memory.silent + 1 : 0,
    puzzled: event.puzzled ? memory.puzzled + 1 : 0,
  };
}

function takeIn(
  scenario: Scenario,
  context: Context,
  event: RolePlayEvent & { type: 'SENTENCE' },
): Partial<Context> {
  const { reading, topics, concerns, index } = event;
  const heard = hear(context.memory, reading);
  const facts = { ...context, memory: heard, reading, topics };
  const effect = effectOf(scenario.effects, facts, index);
  return {
    reading,
    topics,
    effect,
    memory: {
      ...heard,
      meters: moveMeters(heard.meters, effect.change),
      raised: [...new Set([...heard.raised, ...concerns])],
    },
  };
}

function disclose(scenario: Scenario, memory: RolePlayMemory, id: string): RolePlayMemory {
  const disclosure = scenario.disclosures.find((item) => item.id === id);
  if (!disclosure || memory.disclosed.includes(id)) return memory;
  return {
    ...memory,
    disclosed: [...memory.disclosed, id],
    meters: moveMeters(memory.meters, easedChange(disclosure.change, memory.meters)),
  };
}

function conclude(rule: EndingRule | undefined): Partial<Context> {
  return rule ? { ending: rule.ending, reason: rule.reason } : { ending: 'stalemate', reason: 'stalemate' };
}
