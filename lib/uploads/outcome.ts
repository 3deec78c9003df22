import { findAlikeFiles } from '@/db/files/alike'
import type { Looks } from '@/db/files/likeness'
import { findObjects } from '@/db/files/objects'
import { CLOSED, type UploadRow } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import { type Outcome, type Refusal, refuse } from '@/lib/errors'
import { ALIKE_BITS } from '@/lib/images/likeness'
import { codes } from '@/lib/messages/codes'
import type { Messages } from '@/lib/messages/widened'
import { loadOpenings } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

/** Why a file is not taken. */
export type UploadRefusal = keyof Messages['uploads']['refused']

/** What came of an upload: the picture that is stored. Sizes in pixels. */
export interface Uploaded {
  object: {
    sha256: string
    width: number
    height: number
    /** The average colour, like `#a1b2c3`. */
    colour: string
    /** What was sent moves, and only its first picture was kept. */
    isFirstFrameOnly: boolean
  }
  /** The files that everybody can see and that show the same picture, or one that looks like it; the oldest few. */
  alike: Alike[]
}

/** A file that shows a picture like one that was sent. */
export interface Alike {
  id: number
  label: string
  path: string
}

const MOST_ALIKE = 5

/** What came of an upload, or why it was refused; null while that is open. */
export async function outcomeOf(row: UploadRow): Promise<Outcome<Uploaded> | null> {
  if (row.state === 'refused') return refusalOf(row)
  if (row.sha256 === null) return null
  const [found] = await findObjects(primary(), [row.sha256])
  // It was not used for long, or was erased.
  if (!found) return refuse('not_found', codes().uploads.ticket.unknown)
  const { width, height, colour, ...looks } = found
  const { isFirstFrameOnly } = row
  return {
    ok: true,
    object: { sha256: looks.sha256, width, height, colour, isFirstFrameOnly },
    alike: await alikeTo(looks),
  }
}

async function alikeTo(looks: Looks): Promise<Alike[]> {
  const { scope } = await loadOpenings()
  const files = await findAlikeFiles(primary(), scope, looks, ALIKE_BITS, MOST_ALIKE)
  return files.map((file) => ({ id: file.id, label: file.label, path: paths.file(file.number) }))
}

/** The refusal of an upload that was refused; its message's code ends in the reason. */
export function refusalOf({ refusal }: UploadRow): Refusal {
  const texts = codes().uploads.refused
  return refuse('invalid', texts[refusal as UploadRefusal])
}

/** Whether an upload was closed in favour of newer ones, and can be sent again. */
export const isClosed = ({ refusal }: UploadRow): boolean => refusal === CLOSED
