import type { Message, Parameter } from './message'
import { messages } from './messages'
import type { Messages } from './widened'

/** A catalogue with messages in place of its sentences; what is made of something that cannot be kept has none. */
type Coded<T> = T extends string
  ? Message
  : T extends (...given: infer P) => string
    ? P extends readonly Parameter[]
      ? (...given: P) => Message
      : never
    : T extends (...given: never[]) => unknown
      ? never
      : { readonly [K in keyof T]: Coded<T[K]> }

let made: Coded<Messages> | undefined

/** The catalogue, with the code of each sentence in its place: for what is refused now, and said when it is shown. */
export function codes(): Coded<Messages> {
  made ??= codedFrom(messages(), '') as Coded<Messages>
  return made
}

function codedFrom(value: unknown, code: string): unknown {
  if (typeof value === 'string') return { code, parameters: [] }
  if (typeof value === 'function') return (...parameters: Parameter[]) => ({ code, parameters })
  if (typeof value !== 'object' || value === null) return undefined
  const within = Object.entries(value).map(([name, one]) => [
    name,
    codedFrom(one, code ? `${code}.${name}` : name),
  ])
  return Object.fromEntries(within)
}
