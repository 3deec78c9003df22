import { hasDataSuffix, isFrameworkParameter, isFrameworkPath } from '@/lib/framework/addresses'
import { routeAt } from '@/lib/routes/at-path'
import { handler, type Route } from '@/lib/routes/row'
import { canonicalPath } from './canonical-path'
import { isHost } from './message-faults'
import type { OwnAddress } from './own-routes'

/** The class of a request's address; `target` is forwarded, and is the cache key of shared routes. */
export type Classified =
  | { kind: 'shared' | 'immutable' | 'private'; target: string; obeysProgress: boolean }
  | ({ kind: 'own'; route: Route } & OwnAddress)
  | { kind: 'redirect'; target: string }
  | { kind: 'refused'; status: 400 | 404 | 414 }

/** A page list's cursor is a title's key; no other value is as long. */
const LONGEST_VALUE = 2_400
/** Long enough for an encoded title and the other fields of a form. */
const LONGEST_QUERY = 8_192

/** An address without a row is private. */
const NO_ROW = { route: handler('/') as Route, words: [] }

/** Most requests are for few addresses. When there are more, all are dropped at once. */
const MOST_REMEMBERED = 5_000
const LONGEST_REMEMBERED = 300
const remembered = new Map<string, Classified>()

/** Classifies a request's target (RFC 9112, origin form); the result depends on the target only. */
export function classify(rawTarget: string): Classified {
  const known = remembered.get(rawTarget)
  if (known) return known
  const found = read(rawTarget)
  if (rawTarget.length > LONGEST_REMEMBERED) return found
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(rawTarget, found)
  return found
}

/**
 * The target in origin form: every server has to accept the absolute form as well (RFC 9112 §3.2.2). The host that it
 * names is ignored, since there is one wiki here.
 */
function originForm(target: string): string {
  const [, host, path = ''] = /^https?:\/\/([^/?#\\]+)(.*)$/i.exec(target) ?? []
  if (host === undefined || !isHost(host)) return target
  return path.startsWith('/') ? path : `/${path}`
}

/**
 * Reads a target once and gives its class. On shared routes only the parameters that `lib/routes` names remain, sorted
 * by name: other parameters (a campaign's tracking, for example) are ignored without a redirect, so they cost the reader
 * no round trip and the cache no space.
 */
function read(target: string): Classified {
  const rawTarget = originForm(target)
  const mark = rawTarget.indexOf('?')
  const rawPath = mark === -1 ? rawTarget : rawTarget.slice(0, mark)
  const rawQuery = mark === -1 ? '' : rawTarget.slice(mark + 1)

  const address = canonicalPath(rawPath)
  if (!address.ok) {
    if (address.status !== 308) return { kind: 'refused', status: address.status }
    const there = read(`${address.path}${mark === -1 ? '' : `?${rawQuery}`}`)
    return there.kind === 'refused' ? there : { kind: 'redirect', target: there.target }
  }
  const found = routeAt(address.path) ?? NO_ROW
  const kind = found.route.reading
  if (isOfFramework(address.path, kind)) return { kind: 'refused', status: 404 }
  const query = kind === 'private' ? privateQuery(rawQuery) : knownQuery(rawQuery, found.route.query)
  if (typeof query === 'number') return { kind: 'refused', status: query }
  const canonical = query ? `${address.path}?${query}` : address.path
  if (kind === 'own') return { kind, target: canonical, ...found }
  return { kind, target: canonical, obeysProgress: found.route.obeysProgress }
}

/**
 * Whether the framework would answer a path of its own, like the page that it shows after an error, or with data of
 * another page. No title ends so.
 */
const isOfFramework = (path: string, kind: Route['reading']) =>
  (isFrameworkPath(path) && kind !== 'immutable') || hasDataSuffix(path)

function knownQuery(raw: string, names: readonly string[]): string | 400 {
  const given = new URLSearchParams(raw)
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = given.get(name)
    if (!value) continue
    if (value.length > LONGEST_VALUE || /\p{Cc}/u.test(value)) return 400
    kept.set(name, value)
  }
  return kept.toString()
}

function privateQuery(raw: string): string | 414 {
  if (raw.length > LONGEST_QUERY) return 414
  const kept = [...new URLSearchParams(raw)].filter(([name]) => !isFrameworkParameter(name))
  return new URLSearchParams(kept).toString()
}
