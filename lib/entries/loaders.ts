import { headers } from 'next/headers'
import { ASKED_PATH } from '@/lib/gateway/renderers/asked-path'
import { type AddressText, readText } from '@/lib/input/address'

/**
 * The title in the address of the page under way, as that stands in the canonical path: encoded, its slashes kept,
 * without the route's own first segment. The only way to it: the framework gives a route's parameters encoded to pages and
 * decoded to their metadata, and takes an ending such as `.rsc` off some.
 */
export async function askedTitle(): Promise<AddressText> {
  const path = (await headers()).get(ASKED_PATH)
  if (path === null) throw new Error('nobody told which path was asked for')
  return readText(path.split('/').slice(2).join('/')) ?? ''
}
