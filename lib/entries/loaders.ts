import { headers } from 'next/headers'
import { ASKED_PATH } from '@/lib/gateway/renderers/asked-path'
import { type AddressText, readText } from '@/lib/input/address'

/**
 * The title in the current page's address, as it is in the canonical path: encoded, slashes kept, without the route's
 * first segment. Use only this: the framework gives route parameters encoded to pages and decoded to their metadata,
 * and strips endings such as `.rsc` from some.
 */
export async function askedTitle(): Promise<AddressText> {
  const path = (await headers()).get(ASKED_PATH)
  if (path === null) throw new Error('nobody told which path was asked for')
  return readText(path.split('/').slice(2).join('/')) ?? ''
}
