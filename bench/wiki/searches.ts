import type { Manifest } from '../seed/manifest'

/** Search queries, one kind after the other, so that every kind counts. */
export function searchesOf({ frequent, middling, rare, titles }: Manifest['words']): (at: number) => string {
  const of = (all: readonly string[], at: number) => all[at % all.length] ?? ''
  const kinds: ((at: number) => string)[] = [
    (at) => of(frequent, at),
    (at) => of(middling, at),
    (at) => of(rare, at),
    (at) => `${of(frequent, at)} ${of(frequent, at + 1)}`,
    (at) => `"${of(frequent, at)} ${of(frequent, at + 1)}"`,
    (at) => `${of(frequent, at)} -${of(frequent, at + 2)}`,
    (at) => `${of(frequent, at)} or ${of(middling, at)}`,
    (at) => of(titles, at),
    (at) => withSlip(of(titles, at)),
    (at) => of(titles, at).slice(0, 4),
  ]
  return (at) => kinds[at % kinds.length]?.(Math.floor(at / kinds.length)) ?? ''
}

/** A word without its middle letter. */
const withSlip = (title: string) => {
  const middle = Math.floor(title.length / 2)
  return title.slice(0, middle) + title.slice(middle + 1)
}
