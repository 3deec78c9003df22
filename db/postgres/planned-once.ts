import type postgres from 'postgres'

/** A list of any length makes a statement of its own for each; those are not worth keeping on a connection. */
const MOST_PARAMETERS = 24

/**
 * The same client, with the statements of its transactions planned once on a connection, where it prepares statements at
 * all. Sent without a name, each is planned again, and the database is asked first what types its parameters have: two
 * turns for one. Nothing is sent once the work of a transaction is over: what goes on beside a part of it that failed
 * would be written after the rollback.
 */
export function plannedOnce(client: postgres.Sql): postgres.Sql {
  return keeping(client, { isOver: false })
}

interface Work {
  isOver: boolean
}

function keeping<Client extends object>(client: Client, during: Work): Client {
  return new Proxy(client, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name)
      if (typeof own !== 'function') return own
      if (name === 'unsafe') {
        return (text: string, parameters: unknown[] = [], options = {}) => {
          if (during.isOver) throw new Error('this transaction is over')
          return own.call(target, text, parameters, {
            ...options,
            prepare: parameters.length <= MOST_PARAMETERS,
          })
        }
      }
      if (name === 'begin' || name === 'savepoint') {
        return (work: (inner: object) => unknown) =>
          own.call(target, (inner: object) => untilOver((during) => work(keeping(inner, during))))
      }
      return own.bind(target)
    },
  })
}

async function untilOver<T>(work: (during: Work) => T): Promise<Awaited<T>> {
  const during = { isOver: false }
  try {
    return await work(during)
  } catch (error) {
    during.isOver = true
    // What is on its way already is sent before the rollback.
    await new Promise(setImmediate)
    throw error
  } finally {
    during.isOver = true
  }
}
