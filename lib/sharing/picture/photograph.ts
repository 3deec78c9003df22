import { buffer } from 'node:stream/consumers'
import { fileStore } from '@/lib/file-store/file-store'
import { sizeKey } from '@/lib/file-store/keys'
import type { Picture } from '@/lib/files/picture'
import { asSmallJpeg } from '@/lib/images/in-a-renderer'
import { readSizeName } from '@/lib/images/sizes'
import { routeAt } from '@/lib/routes/at-path'

/** In pixels. */
export interface Room {
  width: number
  height: number
}

/**
 * A picture cut to fill the room, as the address of its own bytes; null as long as no smaller size of it is made: only
 * what was made here is decoded in this process. Throws `StoreAwayError`.
 */
export async function photographOf({ sources }: Picture, room: Room): Promise<string | null> {
  const sizes = sources.find(({ mediaType }) => mediaType === 'image/webp')?.sizes ?? []
  const fit = sizes.find(({ width }) => width >= room.width) ?? sizes.at(-1)
  const [sha256, name] = (fit && routeAt(fit.address)?.words) ?? []
  const size = name === undefined ? null : readSizeName(decodeURIComponent(name))
  if (!sha256 || !size) return null
  const stored = await fileStore().read(sizeKey(sha256, size.crop, size.width, size.format))
  if (!stored) return null
  const jpeg = await asSmallJpeg(await buffer(stored.stream), room)
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}
