import type postgres from 'postgres'

/** A list of any length makes a statement of its own for each; those are not worth keeping on a connection. */
const MOST_PARAMETERS = 24

/**
 * The same client, with the statements of its transactions planned once on a connection, where it prepares statements at
 * all. Sent without a name, each is planned again, and the database is asked first what types its parameters have: two
 * turns for one.
 */
export function plannedOnce(client: postgres.Sql): postgres.Sql {
  return keeping(client)
}

function keeping<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      if (typeof own !== 'function') return own
      if (name === 'unsafe') {
        return (text: string, parameters: unknown[] = [], options = {}) =>
          own.call(target, text, parameters, { ...options, prepare: parameters.length <= MOST_PARAMETERS })
      }
      if (name === 'begin' || name === 'savepoint') {
        return (work: (inner: object) => unknown) => own.call(target, (inner: object) => work(keeping(inner)))
      }
      return own.bind(target)
    },
  })
}
