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

/** What is asked of search, or of its suggestions. */
interface Searching {
  path: '/search' | '/api/complete'
  question: (at: number) => Record<string, string> & { q: string }
}

/** Each kind of question for itself, by its name. */
export function kindsOfSearches({ frequent, middling, rare, unspaced, titles }: Manifest['words']) {
  const of = (all: readonly string[], at: number) => all[at % all.length] ?? ''
  const search = (question: Searching['question']): Searching => ({ path: '/search', question })
  const chosen = [
    { kind: 'fact' },
    { kind: 'page', sort: 'newest' },
    { standing: 'reported' },
    { sort: 'backed' },
  ] as const
  return {
    'search for a frequent word': search((at) => ({ q: of(frequent, at) })),
    'for a middling word': search((at) => ({ q: of(middling, at) })),
    'for a rare word': search((at) => ({ q: of(rare, at) })),
    'for a title': search((at) => ({ q: of(titles, at) })),
    'for a title with a slip': search((at) => ({ q: withSlip(of(titles, at)) })),
    'for a word with a slip': search((at) => ({ q: `${withSlip(of(frequent, at))} ${of(middling, at)}` })),
    'for two frequent words, narrowed down or sorted': search((at) => ({
      q: `${of(frequent, at)} ${of(frequent, at + 1)}`,
      ...chosen[at % chosen.length],
    })),
    'for a word of a script without spaces': search((at) => ({ q: of(unspaced, at) })),
    'suggestions for the beginning of a title': {
      path: '/api/complete',
      question: (at) => ({ q: of(titles, at).slice(0, 3 + (at % 6)) }),
    },
    'suggestions for a word': {
      path: '/api/complete',
      question: (at) => ({ q: of([...frequent, ...middling], at) }),
    },
  } satisfies Record<string, Searching>
}

/** A word without its middle letter. */
const withSlip = (title: string) => {
  const middle = Math.floor(title.length / 2)
  return title.slice(0, middle) + title.slice(middle + 1)
}
