import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from 'kysely';
import type { Db } from './tables';

/** Stands in a query for a value that is only known when it runs. */
class Gap {
  constructor(readonly name: PropertyKey) {}
}

/** Names a value of `Input` within a query. */
export type Slot<Input> = <Name extends keyof Input>(name: Name) => Input[Name];

/**
 * A query that is built and compiled once for each database instead of at each use; on SQLite that took as long as
 * running it. For the few queries every turn needs. `build` names the values it takes with `slot` and may not
 * look at them.
 */
export function kept<Input extends object, Row>(
  build: (db: Db, slot: Slot<Input>) => Compilable<Row>,
): (db: Db, input: Input) => Promise<QueryResult<Row>> {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<Row>>();

  const compile = (db: Db): CompiledQuery<Row> => {
    const { adapter } = db.getExecutor();
    const known = compiled.get(adapter);
    if (known) return known;
    // Kysely carries values through to the parameters without looking into them, so a gap arrives there whole.
    const fresh = build(db, (name) => new Gap(name) as never).compile();
    compiled.set(adapter, fresh);
    return fresh;
  };

  return (db, input) => {
    const query = compile(db);
    const parameters = query.parameters.map((value) =>
      value instanceof Gap ? input[value.name as keyof Input] : value,
    );
    return db.executeQuery({ ...query, parameters });
  };
}
