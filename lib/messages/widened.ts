import type { english } from './en/english'

/** A catalogue's type with its sentences as texts: any text will do, but none may be missing, and none takes other parameters. */
type Widened<T> = T extends string
  ? string
  : T extends number | boolean | null | undefined | RegExp
    ? T
    : T extends (...given: infer P) => infer R
      ? (...given: P) => Widened<R>
      : { [K in keyof T]: Widened<T[K]> }

/** Everything that the wiki says, in some language. */
export type Messages = Widened<typeof english>
