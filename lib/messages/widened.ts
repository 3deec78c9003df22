import type { english } from './en/english'

/** A catalogue's type with any string for each sentence; nothing may be missing or take other parameters. */
type Widened<T> = T extends string
  ? string
  : T extends number | boolean | null | undefined | RegExp
    ? T
    : T extends (...given: infer P) => infer R
      ? (...given: P) => Widened<R>
      : { [K in keyof T]: Widened<T[K]> }

/** Every text of the wiki, in some language. */
export type Messages = Widened<typeof english>
