import type postgres from 'postgres'

/** Each length of a parameter list makes a different statement; those are not worth keeping on a connection. */
const MOST_PARAMETERS = 24

/**
 * The same client, with the statements of its transactions planned once on a connection, where it prepares statements
 * at all. Unnamed, each would be planned again, and the database asked for its parameter types first: two round trips
 * instead of one. Nothing is sent once the work of a transaction is over: remaining parts of a failed one would be
 * written after the rollback.
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
    // What has been sent already is answered before the rollback.
    await new Promise(setImmediate)
    throw error
  } finally {
    during.isOver = true
  }
}
