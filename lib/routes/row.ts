import { encodeSegment, titlePath } from '@/lib/titles/spelling'

/**
 * `shared`: the same bytes for everybody, rendered without the visitor and cached by the gateway. `immutable`: a file
 * of the build, whose name changes with its content. `private`: answered to this visitor alone. `own`: answered by the
 * gateway itself.
 */
type Reading = 'shared' | 'immutable' | 'private' | 'own'

/** One address of the wiki, or all those with the same pattern. */
export interface Route<P extends string = string, Q extends string = string> {
  /** The pattern, like its folder in `app/`: `[number]` is one segment, `[...title]` one or more. */
  pattern: P
  reading: Reading
  /** Whether React runs there in the browser: on pages with forms. All other pages are sent without the framework. */
  runsReact: boolean
  /** Whether reading it shows nothing but what is published, and puts nothing into a form that is sent back. */
  showsOnlyPublished: boolean
  /** Whether it shows to each reader what is open to them, by how far they have said they are. */
  obeysProgress: boolean
  /** Whether other sites may show it in a frame. */
  mayBeFramed: boolean
  /** Whether it has no file in `app/`: the gateway or the framework answers, or nobody. */
  isOutsideApp: boolean
  /** The query parameters that it has, in the order in which addresses spell them; of a shared one sorted by name. */
  query: readonly Q[]
}

/** Values that are texts; every other one is a number or an id. */
type Texts =
  | '...title'
  | '...file'
  | 'block'
  | 'citation'
  | 'feed'
  | 'image'
  | 'kind'
  | 'name'
  | 'part'
  | 'provider'
  | 'receipt'
  | 'sha256'
  | 'size'
  | 'ticket'
  | 'token'
/** Null is the empty state before a first revision. */
type Word<N extends string> = N extends Texts ? string : N extends 'older' ? number | null : number
type Words<P extends string> = P extends `${string}[${infer N}]${infer Rest}`
  ? [word: Word<N>, ...Words<Rest>]
  : []
type Asked<Q extends string> = { [name in Q]?: string | number | null | undefined }

/** Builds one route's address: a value for each bracket, then its query; null parameters are left out. */
export type PathOf<R> =
  R extends Route<infer P, infer Q>
    ? (...given: [Q] extends [never] ? Words<P> : [...Words<P>, asked?: Asked<Q>]) => string
    : never

type Facts = Partial<Omit<Route, 'pattern' | 'query'>>
const row =
  (facts: Facts) =>
  <const P extends string, const Q extends string = never>(pattern: P, ...query: Q[]): Route<P, Q> => ({
    pattern,
    query,
    reading: 'private',
    runsReact: false,
    showsOnlyPublished: false,
    obeysProgress: false,
    mayBeFramed: false,
    isOutsideApp: false,
    ...facts,
  })

/** A page that is the same for everybody, or for everybody at the same place in the works. */
export const shared = row({ reading: 'shared', showsOnlyPublished: true, obeysProgress: true })
/** A page that is made for its visitor, with a form or the editor on it. */
export const personal = row({ runsReact: true, obeysProgress: true })
/** A page that is made for its visitor, of plain HTML. */
export const personalPlain = row({ obeysProgress: true })
/** Private pages that show only published content, are the most expensive, and put nothing into a form. */
export const lookUp = row({ showsOnlyPublished: true, obeysProgress: true })
/** The same, of a route handler. */
export const lookUpAnswer = row({ showsOnlyPublished: true, obeysProgress: true })
/** A route handler's answer for one visitor. */
export const handler = row({})
/** The same, showing only published content. */
export const lookUpHandler = row({ showsOnlyPublished: true, obeysProgress: true })
/** A file that is the same for everybody. */
export const file = row({ reading: 'shared', showsOnlyPublished: true })
/** The same, for frames on other sites. */
export const framed = row({ reading: 'shared', showsOnlyPublished: true, mayBeFramed: true })
/** A file of what is published, made for each request: its answer has statuses that no shared one may have. */
export const lookUpFile = row({ showsOnlyPublished: true })
/** The files of the build. */
export const builtFile = row({ reading: 'immutable', showsOnlyPublished: true, isOutsideApp: true })
/** Answered by the gateway itself; nothing behind it receives them. */
export const answeredByGateway = row({ reading: 'own', isOutsideApp: true })

/** The fixed prefix of a route's addresses: its pattern up to the first bracket. */
export const beginningOf = ({ pattern }: Route): string => pattern.split('[')[0] ?? pattern

const isOpen = (part: string) => part.startsWith('[')

/** Makes the builder of a route's addresses. Titles are spelled as addresses spell them, other texts encoded. */
export function pathOf<R extends Route>(route: R): PathOf<R> {
  const parts = route.pattern.split(/(\[[^\]]+\])/)
  const build = (...given: unknown[]): string => {
    const words = [...given]
    const path = parts.map((part) => (isOpen(part) ? spelled(part, words.shift()) : part)).join('')
    const asked = (words.shift() ?? {}) as Asked<string>
    const query = route.query.flatMap((name) => {
      const value = asked[name]
      return value === null || value === undefined ? [] : [`${name}=${encodeValue(String(value))}`]
    })
    return query.length > 0 ? `${path}?${query.join('&')}` : path
  }
  return build as PathOf<R>
}

function spelled(part: string, word: unknown): string {
  if (word === null) return '0'
  return part.startsWith('[...') ? titlePath(String(word)) : encodeSegment(String(word))
}

/** A colon needs no encoding in a query (RFC 3986 §3.4). */
const encodeValue = (value: string) => encodeURIComponent(value).replaceAll('%3A', ':')
