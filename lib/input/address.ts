import type { Route } from '@/lib/routes/row'
import { isStorable } from '@/lib/text/plain'

/**
 * A text from an address that was checked: it can be stored and its length is bounded. Loaders accept nothing else from
 * an address; a law checks that pages and routes use the functions below.
 */
export type AddressText = string

/** A parameter that a loader takes, which may be missing, and several by name. */
export type Parameter = AddressText | null | undefined
export type Asking<K extends string> = { readonly [name in K]?: Parameter }

/** UTF-16 units: more than any encoded title, and any path to return to. */
const LONGEST = 16_384

/** A parameter of an address; the first where there are several. Undefined where it is missing or not a valid text. */
export function readText(given: unknown): AddressText | undefined {
  const one = Array.isArray(given) ? given[0] : given
  return typeof one === 'string' && one.length <= LONGEST && isStorable(one) ? one : undefined
}

/** A page's query as the framework gives it; to be read with `readQuery`. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** The parameters that a route in `lib/routes` declares, from a page's query. */
export async function readQuery<K extends string>(
  query: Query,
  { query: names }: Route<string, K>,
): Promise<Record<K, AddressText | undefined>> {
  const given = await query
  return byName(names, (name) => given[name])
}

/** The same from a request's whole address, for route handlers. */
export function readRequestQuery<K extends string>(
  address: string,
  { query: names }: Route<string, K>,
): Record<K, AddressText | undefined> {
  const given = URL.parse(address)?.searchParams
  return byName(names, (name) => given?.get(name) ?? undefined)
}

/**
 * The segments of a page's path, still encoded, several joined with slashes. Empty for an invalid text: nothing has
 * that name.
 */
export async function readSegments<P extends object>(
  params: Promise<P>,
): Promise<Record<keyof P, AddressText>> {
  const given = Object.entries(await params).map(([name, value]) => [
    name,
    readText(Array.isArray(value) ? value.join('/') : value) ?? '',
  ])
  return Object.fromEntries(given)
}

function byName<K extends string>(
  names: readonly K[],
  given: (name: K) => unknown,
): Record<K, AddressText | undefined> {
  const read = names.map((name): [K, AddressText | undefined] => [name, readText(given(name))])
  return Object.fromEntries(read) as Record<K, AddressText | undefined>
}
