import { messages } from './messages'
import type { Messages } from './widened'

/** A sentence's parameter, which can be stored and sent. */
export type Parameter = string | number | boolean | null

/** The dotted paths of sentences, and of functions that make one. */
type CodesOf<T, P extends string = ''> = {
  [K in keyof T & (string | number)]: T[K] extends string | ((...given: never[]) => string)
    ? `${P}${K}`
    : T[K] extends (...given: never[]) => unknown
      ? never
      : T[K] extends object
        ? CodesOf<T[K], `${P}${K}.`>
        : never
}[keyof T & (string | number)]

type At<T, C extends string> = C extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? At<T[K], Rest>
    : never
  : C extends keyof T
    ? T[C]
    : never

/** A sentence's path in the catalogue: `accounts.block.already`. */
export type Code = CodesOf<Messages>

/** The parameters of a sentence, where they can be stored and sent. */
export type ParametersOf<C extends Code> =
  At<Messages, C> extends (...given: infer P) => string ? Extract<P, readonly Parameter[]> : []

/** A sentence to be made later: its code and parameters; or several, one after the other. */
export type Message = OneMessage | readonly OneMessage[]

interface OneMessage {
  code: Code
  parameters: readonly Parameter[]
}

/** The message of this code. */
export const message = <C extends Code>(code: C, ...parameters: ParametersOf<C>): OneMessage => ({
  code,
  parameters: parameters as readonly Parameter[],
})

/** The same as a string, since a validator's issue can hold only that; `messageIn` parses it. */
export const issueText = <C extends Code>(code: C, ...parameters: ParametersOf<C>): string =>
  JSON.stringify(message(code, ...parameters))

/** The message in the string of a validator's issue. */
export const messageIn = (text: string): Message => JSON.parse(text) as Message

/** Several messages as one. */
export const oneAfterTheOther = (...all: (Message | null | undefined)[]): Message =>
  all.flatMap((one) => one ?? []) as OneMessage[]

/** Whether two messages are equal. */
export const isSameMessage = (one: Message, other: Message): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The sentence of a message, in the wiki's language. */
export function sentenceOf(message: Message): string {
  const all = 'code' in message ? [message] : message
  return all.map(spelledOut).join(' ')
}

function spelledOut({ code, parameters }: OneMessage): string {
  const found = code
    .split('.')
    .reduce<unknown>((within, name) => (within as Record<string, unknown>)[name], messages())
  return typeof found === 'function' ? found(...parameters) : String(found)
}

/** The sentences of the messages at a form's fields, by field name. */
export const sentencesOf = (fields: Record<string, Message> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, message]) => [name, sentenceOf(message)]))
