import { messages } from './messages'
import type { Messages } from './widened'

/** What a sentence is made with, so that it can be kept and sent. */
export type Parameter = string | number | boolean | null

/** The dotted paths of what is a sentence, or makes one. */
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

/** The name of a sentence in the catalogue: `accounts.block.already`. */
export type Code = CodesOf<Messages>

/** What a sentence is made with; what it is made with can be kept and sent. */
export type ParametersOf<C extends Code> =
  At<Messages, C> extends (...given: infer P) => string ? Extract<P, readonly Parameter[]> : []

/** A sentence that is not said yet: its code, and what it is made with; or several, one after the other. */
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

/** The same as a text, since that is all that a validator's issue can hold; `messageIn` reads it. */
export const issueText = <C extends Code>(code: C, ...parameters: ParametersOf<C>): string =>
  JSON.stringify(message(code, ...parameters))

/** The message that the text of a validator's issue holds. */
export const messageIn = (text: string): Message => JSON.parse(text) as Message

/** Several messages as one. */
export const oneAfterTheOther = (...all: (Message | null | undefined)[]): Message =>
  all.flatMap((one) => one ?? []) as OneMessage[]

/** Whether two messages say the same. */
export const isSameMessage = (one: Message, other: Message): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** What a message says, in the wiki's language. */
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

/** What the messages at the fields of a form say, by their names. */
export const sentencesOf = (fields: Record<string, Message> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, message]) => [name, sentenceOf(message)]))
