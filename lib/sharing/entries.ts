import type { AddressText } from '@/lib/input/address'
import { type ContentKind, contentKinds } from '@/lib/kinds/registry'
import { viewsOf } from '@/lib/views/all'
import type { SharedEntry } from '@/lib/views/shared-entry'

/** An entry's name in an address, like `fact-17`, and what is asked for of it. */
export interface SharedName {
  kind: ContentKind
  number: string
  ending: string
}

/** Reads a name like `fact-17.png`; null when it is none. */
export function readSharedName(name: AddressText): SharedName | null {
  const [, word, number = '', ending = ''] = /^([a-z]+)-([1-9]\d{0,8})\.([a-z.]+)$/.exec(name) ?? []
  const kind = contentKinds.find((one) => one === word)
  return kind ? { kind, number, ending } : null
}

/** The name of what an entry is shared as. */
export const sharedName = (kind: ContentKind, number: number, ending: string) => `${kind}-${number}.${ending}`

/** What others see of an entry; null where not everybody may read it. */
export const loadSharedEntry = ({ kind, number }: Omit<SharedName, 'ending'>): Promise<SharedEntry | null> =>
  viewsOf(kind).share(number)
