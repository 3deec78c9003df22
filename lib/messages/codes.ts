import type { Message, Parameter } from './message'
import { messages } from './messages'
import type { Messages } from './widened'

/**
 * The type of a catalogue with message codes instead of sentences; texts with parameters that cannot be stored are left
 * out.
 */
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

/** The catalogue with each sentence's code in its place: for refusals whose sentences are made where they are shown. */
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
