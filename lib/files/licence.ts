import type { FileLicence } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'

/** The texts of licences that have one. */
const addresses: Partial<Record<FileLicence['kind'], string>> = {
  'cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

/** A picture's licence as readers see it. */
export interface PictureLicence {
  name: string
  /** The licence's text; null where there is none. */
  url: string | null
  /** Nobody has said under which licence it is. */
  isUnknown: boolean
}

/** A licence in words, a quotation with its reason. */
export function licenceInWords(licence: FileLicence): PictureLicence {
  const { files } = messages()
  return {
    name: licence.kind === 'quotation' ? files.quotation(licence.because) : files.licences[licence.kind].name,
    url: addresses[licence.kind] ?? null,
    isUnknown: licence.kind === 'not-stated',
  }
}

/** The same as it fits under a picture: of a quotation without its reason. */
export const licenceInShort = (licence: FileLicence): string => messages().files.licences[licence.kind].name
