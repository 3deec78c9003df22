import { fileTypeFromFile } from 'file-type'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { type Fault, MOST_FRAMES, MOST_PIXELS } from '@/lib/images/protocol'
import { isLosslessWebp } from './lossless-webp'

/** What is accepted: by what the bytes are, whatever the name says. Of WebP it depends; nobody stores AVIF without loss. */
const ACCEPTED: Record<string, { format: string; isLossless: boolean }> = {
  'image/jpeg': { format: 'jpeg', isLossless: false },
  'image/png': { format: 'png', isLossless: true },
  'image/apng': { format: 'png', isLossless: true },
  'image/gif': { format: 'gif', isLossless: true },
  'image/webp': { format: 'webp', isLossless: false },
  'image/avif': { format: 'heif', isLossless: false },
}

/** A picture cannot be accepted; the message is the code of the reason. */
export class PictureFault extends Error {
  constructor(readonly reason: Fault) {
    super(reason)
  }
}

/** Nothing else may be read: not SVG, which sharp opens, nor what a later version learns to open. */
export function restrictLoaders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}`),
  })
  sharp.cache(false)
  // One picture at a time, and a core for those who read.
  sharp.concurrency(1)
}

/** Damage is a fault; what is merely unusual, as cameras write it, is not. Of what moves the first frame is read. */
const READING = { failOn: 'error', page: 0, pages: 1, limitInputPixels: MOST_PIXELS } as const

/** A picture of which the first frame is read, upright, and what its header says. */
export interface Opened {
  image: Sharp
  metadata: Metadata
  isLossless: boolean
  isMoving: boolean
}

/**
 * Opens a file as the picture that its bytes say it is. Throws `PictureFault` for what is none, and, before anything is
 * decoded, for more pixels or frames than are accepted.
 */
export async function openPicture(path: string): Promise<Opened> {
  const type = await fileTypeFromFile(path)
  const accepted = ACCEPTED[type?.mime ?? '']
  if (!accepted) throw new PictureFault('not_a_picture')
  const metadata = await sharp(path, { ...READING, limitInputPixels: false }).metadata()
  if (metadata.format !== accepted.format) throw new PictureFault('not_a_picture')
  const { width, height, pages = 1 } = metadata
  if (width * height > MOST_PIXELS) throw new PictureFault('too_many_pixels')
  if (pages > MOST_FRAMES) throw new PictureFault('too_many_frames')
  return {
    image: sharp(path, READING).autoOrient(),
    metadata,
    isLossless: accepted.isLossless || (metadata.format === 'webp' && (await isLosslessWebp(path))),
    isMoving: pages > 1 || type?.mime === 'image/apng',
  }
}
