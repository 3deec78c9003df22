import { isStorable } from '@/lib/content/plain'

declare const isRead: unique symbol

/** What an address said, read: a text that can be stored, of bounded length. Loaders take nothing else from an address. */
export type AddressText = string & { readonly [isRead]: true }

/** UTF-16 units: more than any title, encoded, and any path to come back to. */
const LONGEST = 16_384

/** A parameter of an address; the first where it comes several times. Undefined for none, and for what is no such text. */
export function readText(given: unknown): AddressText | undefined {
  const one = Array.isArray(given) ? given[0] : given
  return typeof one === 'string' && one.length <= LONGEST && isStorable(one)
    ? (one as AddressText)
    : undefined
}

/** Parameters as the framework hands them to a page: by name, several of one name as a list. */
type Given = Promise<Record<string, string | string[] | undefined>>

/** The parameters of these names from the query of a page's address. */
export async function readQuery<K extends string>(
  query: Given,
  ...names: K[]
): Promise<Record<K, AddressText | undefined>> {
  const given = await query
  return byName(names, (name) => given[name])
}

/** The same from the whole address of a request, for what answers without a page. */
export function readRequestQuery<K extends string>(
  address: string,
  ...names: K[]
): Record<K, AddressText | undefined> {
  const given = URL.parse(address)?.searchParams
  return byName(names, (name) => given?.get(name) ?? undefined)
}

/** The segments of a page's path, still encoded, several joined with slashes. What is no such text is empty: nothing is called so. */
export async function readSegments<P extends object>(params: Promise<P>): Promise<Record<keyof P, AddressText>> {
  const given = Object.entries(await params).map(([name, value]) => [
    name,
    readText(Array.isArray(value) ? value.join('/') : value) ?? '',
  ])
  return Object.fromEntries(given)
}

function byName<K extends string>(
  names: K[],
  valueOf: (name: K) => unknown,
): Record<K, AddressText | undefined> {
  const read = names.map((name): [K, AddressText | undefined] => [name, readText(valueOf(name))])
  return Object.fromEntries(read) as Record<K, AddressText | undefined>
}
