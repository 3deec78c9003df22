import type { Route } from '@/lib/routes/row'
import { isStorable } from '@/lib/text/plain'

/**
 * What an address said, read: a text that can be stored, of bounded length. Loaders take nothing else from an address; a
 * law sees to it that whatever a page or a route hands on went through the functions below.
 */
export type AddressText = string

/** A parameter that a loader takes, which may be missing, and several by name. */
export type Parameter = AddressText | null | undefined
export type Asking<K extends string> = { readonly [name in K]?: Parameter }

/** UTF-16 units: more than any title, encoded, and any path to come back to. */
const LONGEST = 16_384

/** A parameter of an address; the first where it comes several times. Undefined for none, and for what is no such text. */
export function readText(given: unknown): AddressText | undefined {
  const one = Array.isArray(given) ? given[0] : given
  return typeof one === 'string' && one.length <= LONGEST && isStorable(one) ? one : undefined
}

/** The query of a page's address, as the framework hands it over; to be read with `readQuery`. */
export type Query = Promise<Record<string, string | string[] | undefined>>

/** The parameters that a row of `lib/routes` knows, from the query of a page's address. */
export async function readQuery<K extends string>(
  query: Query,
  { query: names }: Route<string, K>,
): Promise<Record<K, AddressText | undefined>> {
  const given = await query
  return byName(names, (name) => given[name])
}

/** The same from the whole address of a request, for what answers without a page. */
export function readRequestQuery<K extends string>(
  address: string,
  { query: names }: Route<string, K>,
): Record<K, AddressText | undefined> {
  const given = URL.parse(address)?.searchParams
  return byName(names, (name) => given?.get(name) ?? undefined)
}

/** The segments of a page's path, still encoded, several joined with slashes. What is no such text is empty: nothing is called so. */
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
