import { insertFileVersion } from '@/db/files/versions'
import { RefusalError, refuse } from '@/lib/errors'
import { WIDTHS } from '@/lib/images/sizes'
import { enqueue } from '@/lib/jobs/enqueue'
import { sizesKey } from '@/lib/jobs/keys'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { isSame } from '@/lib/text/canonical'
import { type Changed, type KindRows, noRows } from './kind-rows'

/** A file records the object of each version; the object must be stored and its author's to use. */
export const fileRows: KindRows<FileContent> = {
  ...noRows,
  // Each version has a row of its own, whatever has changed.
  listedAs: (content) => content,
  derive: async (tx, { id, parentNumber, content }) => {
    await insertFileVersion(tx, { entryId: id, number: parentNumber + 1, sha256: content.object })
    enqueue(tx, 'make-sizes', { entryId: id }, { key: sizesKey(id) })
    return []
  },
  asks: (one) => ({ kinds: [], titles: [], objects: isOtherPicture(one) ? [one.content.object] : [] }),
  check: (one, { objects }) => {
    if (!isOtherPicture(one)) return
    const { file: texts } = codes().errors
    const found = objects.get(one.content.object)
    if (!found) invalid(one, 'object', texts.gone)
    if (!found.mayUse) invalid(one, 'object', texts.notYours)
    const { crop } = one.content
    if (crop && crop.width < LEAST_WIDTH) invalid(one, 'crop', texts.cropNarrow(LEAST_WIDTH))
    if (crop && (crop.x + crop.width > found.width || crop.y + crop.height > found.height))
      invalid(one, 'crop', texts.cropOutside(found.width, found.height))
  },
}

/** A narrower part is not made, in pixels. */
const LEAST_WIDTH = WIDTHS[0]

/** What is shown: an object, or a part of it. */
const isOtherPicture = ({ content, before }: Changed<FileContent>): boolean =>
  before === null || before.object !== content.object || !isSame(before.crop, content.crop)

function invalid({ position }: Changed<FileContent>, field: 'object' | 'crop', message: Message): never {
  throw new RefusalError(refuse('invalid', message, { [`items.${position}.${field}`]: message }))
}
