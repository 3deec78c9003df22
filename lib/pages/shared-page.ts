import { findHeadByNumber, type ShownHead } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { findFieldsOfKind, findPageKind } from '@/db/wiki/page-kinds'
import { nothingHere, recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { recordHead } from '@/lib/entries/record-head'
import type { Picture } from '@/lib/files/picture'
import { loadPictures } from '@/lib/files/pictures'
import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { stored } from '@/lib/kinds/registry'
import { loadOpenings, readerScope } from '@/lib/places/loaders'
import { infoboxOf } from './infobox'
import { plateOf } from './plate'
import { summaryOf } from './summary'

/** A page without its text: what a link to it shows. */
export interface SharedPage {
  head: ShownHead
  title: string
  kindName: string
  summary: string | null
  picture: Picture | null
}

/** The page with this number; null, and a 404, where there is none that everybody may read. */
export async function loadSharedPage(segment: AddressText): Promise<SharedPage | null> {
  const number = numberOfAddress(segment)
  const head = number === null ? null : await findHeadByNumber(reads(), await readerScope(), 'page', number)
  if (!head) {
    recordDependency(tags.recent)
    return nothingHere()
  }
  recordHead(head)
  recordDependency(tags.settings)
  const content = stored('page', head)
  const [kind, fields] = await Promise.all([
    findPageKind(reads(), content.kind),
    findFieldsOfKind(reads(), content.kind),
  ])
  const plate = plateOf(infoboxOf(content, fields, await loadOpenings()))
  const picture = plate && (await loadPictures([plate.file])).get(plate.file)
  return {
    ...{ head, title: content.title, kindName: kind?.name ?? content.kind },
    summary: summaryOf(content.lead.content) ?? null,
    picture: picture ?? null,
  }
}
