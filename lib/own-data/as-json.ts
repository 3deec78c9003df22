import { type Owner, partsOf } from './parts'

/** The version of the shape, which `docs/OWN-DATA.md` describes. Names are added without a new one. */
const VERSION = 1

/**
 * Everything that is kept of somebody as one JSON object, piece by piece: its parts are lists of objects, a line for
 * each. It ends with `isComplete`, without which it was cut short.
 */
export async function* asJson(owner: Owner): AsyncGenerator<string> {
  const { wiki, origin, madeAt } = owner
  yield `{"loreleaf":"own data","version":${VERSION},"wiki":${JSON.stringify({ name: wiki, address: origin })},"madeAt":${JSON.stringify(madeAt)}`
  for (const { name, rows } of partsOf(owner)) {
    yield `,\n"${name}":[`
    let before = '\n'
    for await (const row of rows) {
      yield `${before}${JSON.stringify(row)}`
      before = ',\n'
    }
    yield ']'
  }
  yield ',\n"isComplete":true}\n'
}
