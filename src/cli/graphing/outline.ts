import { CLIMATES, PHASES } from '../../core/model/conversation';
import type { Disclosure, Scenario } from '../../core/model/scenario';
import { conditionWords } from './conditionWords';

export interface OutlineNode {
  readonly id: string;
  readonly title: string;
  /** What it takes, one phrase a line. */
  readonly lines: readonly string[];
}

export interface OutlineEdge {
  readonly from: string;
  readonly to: string;
}

/** One band of the drawing: nodes in columns from left to right. */
export interface OutlineBand {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly (readonly OutlineNode[])[];
  readonly edges: readonly OutlineEdge[];
}

/** What an author wants to see of a scenario: phases, climates, disclosures with what opens them, endings. */
export function outlineOf(scenario: Scenario): readonly OutlineBand[] {
  return [phases(scenario), climates(scenario), disclosures(scenario), endings(scenario)];
}

function phases(scenario: Scenario): OutlineBand {
  return {
    id: 'phases',
    title: 'Phases',
    columns: PHASES.map((phase) => [
      {
        id: `phase-${phase}`,
        title: phase,
        lines: phase === 'arrival' ? ['the talk begins'] : conditionWords(scenario.phases[phase]),
      },
    ]),
    edges: PHASES.slice(1).map((phase, i) => ({ from: `phase-${PHASES[i]}`, to: `phase-${phase}` })),
  };
}

function climates({ climate, start }: Scenario): OutlineBand {
  const { open, closed, hysteresis } = climate;
  const lines = {
    closed: [`trust ≤ ${closed.trust}`, `or tension ≥ ${closed.tension}`],
    guarded: [`in between; start: trust ${start.trust},`, `tension ${start.tension}`],
    open: [`trust ≥ ${open.trust}`, `and tension ≤ ${open.tension}`],
  };
  return {
    id: 'climates',
    title: `Climates (a mood holds on for ${hysteresis} points)`,
    columns: CLIMATES.map((id) => [{ id: `climate-${id}`, title: id, lines: lines[id] }]),
    edges: [
      { from: 'climate-closed', to: 'climate-guarded' },
      { from: 'climate-guarded', to: 'climate-closed' },
      { from: 'climate-guarded', to: 'climate-open' },
      { from: 'climate-open', to: 'climate-guarded' },
    ],
  };
}

function disclosures({ disclosures: items }: Scenario): OutlineBand {
  const depths = new Map(items.map((item) => [item.id, depthOf(item, items, new Set())]));
  const deepest = Math.max(0, ...depths.values());
  return {
    id: 'disclosures',
    title: 'Disclosures, with what opens them',
    columns: Array.from({ length: items.length > 0 ? deepest + 1 : 0 }, (_, depth) =>
      items
        .filter(({ id }) => depths.get(id) === depth)
        .map(({ id, topics, when }) => ({
          id: `disclosure-${id}`,
          title: id,
          lines: [
            topics.length > 0 ? `about ${topics.join(' / ')}` : 'about anything',
            ...conditionWords(withoutTopics(when, topics)),
          ],
        })),
    ),
    edges: items.flatMap(({ id, after }) =>
      after.map((other) => ({ from: `disclosure-${other}`, to: `disclosure-${id}` })),
    ),
  };
}

/** How many layers lie before a disclosure. */
function depthOf(item: Disclosure, items: readonly Disclosure[], seen: ReadonlySet<string>): number {
  if (seen.has(item.id)) return 0;
  const before = items.filter(({ id }) => item.after.includes(id));
  return Math.max(0, ...before.map((other) => 1 + depthOf(other, items, new Set([...seen, item.id]))));
}

function withoutTopics(when: Disclosure['when'], topics: readonly string[]): Disclosure['when'] {
  const { topics: own, ...rest } = when;
  return own && own.join() !== topics.join() ? when : rest;
}

const ENDINGS_IN_A_ROW = 4;

function endings({ endings: rules }: Scenario): OutlineBand {
  const nodes = rules.map(
    ({ ending, reason, at, when }, i): OutlineNode => ({
      id: `ending-${i + 1}`,
      title: `${i + 1}. ${ending}: ${reason}`,
      lines: [at === 'turn' ? 'at once' : 'when the talk is ended', ...conditionWords(when)],
    }),
  );
  const columns = Array.from({ length: Math.min(ENDINGS_IN_A_ROW, nodes.length) }, (_, column) =>
    nodes.filter((_node, i) => i % ENDINGS_IN_A_ROW === column),
  );
  return { id: 'endings', title: 'Endings, tried in this order', columns, edges: [] };
}
