import type { AddressText } from '@/lib/input/address'
import { loadSharedEntry, readSharedName } from '@/lib/sharing/entries'
import { type AskedList, loadCitedList } from '@/lib/sources/cited-list'
import { bibtexOf } from './bibtex'
import { type CitedWork, citedWork } from './cited-work'
import { cslOf } from './csl'
import { risOf } from './ris'
import { textOf } from './text'
import { wikitextOf } from './wikitext'

/** The formats in which a work is cited, by the ending of the file's name. */
const formats = {
  txt: { write: each(textOf), mediaType: 'text/plain' },
  bib: { write: each(bibtexOf), mediaType: 'application/x-bibtex' },
  ris: { write: each(risOf), mediaType: 'application/x-research-info-systems' },
  json: { write: cslOf, mediaType: 'application/vnd.citationstyles.csl+json' },
  wiki: { write: each(wikitextOf), mediaType: 'text/plain' },
} as const

function each(write: (work: CitedWork) => string) {
  return (...works: CitedWork[]) => works.map(write).join('')
}

const isFormat = (ending: string): ending is keyof typeof formats => Object.hasOwn(formats, ending)

/** A file for programs that keep bibliographies; `next` is where its list goes on, as the `after` of its address. */
export interface CitationFile {
  body: string
  mediaType: string
  next: number | null
}

const OF_A_LIST = /^sources\.(\w+)$/

/**
 * A list of sources in a format, by a name like `sources.bib` and the list that is asked for; null where there is no such
 * list.
 */
export async function listCalled(
  name: AddressText,
  asked: AskedList,
  wiki: string,
  origin: string,
): Promise<CitationFile | null> {
  const [, ending = ''] = OF_A_LIST.exec(name) ?? []
  const list = isFormat(ending) ? await loadCitedList(asked) : null
  if (!isFormat(ending) || !list) return null
  const { write, mediaType } = formats[ending]
  const works = list.sources.map(({ number, cited }) => citedWork(cited, `source-${number}`, wiki, origin))
  return { body: write(...works), mediaType, next: list.next }
}

/** How an entry is cited, by a name like `fact-17.bib`; null where there is nothing that everybody may read. */
export async function citationCalled(
  name: AddressText,
  wiki: string,
  origin: string,
): Promise<CitationFile | null> {
  const asked = readSharedName(name)
  if (!asked || !isFormat(asked.ending)) return null
  const entry = await loadSharedEntry(asked)
  if (!entry) return null
  const { write, mediaType } = formats[asked.ending]
  const work = citedWork(entry.cited, `${asked.kind}-${asked.number}`, wiki, origin)
  return { body: write(work), mediaType, next: null }
}
