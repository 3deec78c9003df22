import type { AddressText } from '@/lib/input/address'
import { loadSharedEntry, readSharedName } from '@/lib/sharing/entries'
import { bibtexOf } from './bibtex'
import { citedWork } from './cited-work'
import { cslOf } from './csl'
import { risOf } from './ris'
import { textOf } from './text'
import { wikitextOf } from './wikitext'

/** The formats in which a work is cited, by the ending of the file's name. */
const formats = {
  txt: { write: textOf, mediaType: 'text/plain' },
  bib: { write: bibtexOf, mediaType: 'application/x-bibtex' },
  ris: { write: risOf, mediaType: 'application/x-research-info-systems' },
  json: { write: cslOf, mediaType: 'application/vnd.citationstyles.csl+json' },
  wiki: { write: wikitextOf, mediaType: 'text/plain' },
} as const

const isFormat = (ending: string): ending is keyof typeof formats => Object.hasOwn(formats, ending)

/** How an entry is cited, by a name like `fact-17.bib`; null where there is nothing that everybody may read. */
export async function citationCalled(name: AddressText, wiki: string, origin: string) {
  const asked = readSharedName(name)
  if (!asked || !isFormat(asked.ending)) return null
  const entry = await loadSharedEntry(asked)
  if (!entry) return null
  const { write, mediaType } = formats[asked.ending]
  return { body: write(citedWork(entry.cited, `${asked.kind}-${asked.number}`, wiki, origin)), mediaType }
}
