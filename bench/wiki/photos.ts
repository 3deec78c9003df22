import sharp from 'sharp'
import { photograph } from '@/lib/images/testing-photograph'
import { paths } from '@/lib/routes'
import { startUpload } from '@/lib/uploads/start-upload'
import { ask } from '../answer'
import type { Person } from './people'
import type { BenchWiki } from './run'

/** A photograph as a phone makes one, with its grain; another one for another `seed`. Scaled, since drawing takes long. */
export async function photo(width: number, height: number, seed: number): Promise<Buffer> {
  const [w, h] = [Math.round(width / 4), Math.round(height / 4)]
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const grain = sharp({ create: { width: w, height: h, channels: 3, background: '#808080', noise } })
  const input = await grain.png().toBuffer()
  const drawn = await photograph(w, h, seed)
    .composite([{ input, blend: 'soft-light' }])
    .png({ compressionLevel: 1 })
    .toBuffer()
  return sharp(drawn).resize(width, height, { fit: 'fill' }).jpeg({ quality: 85 }).toBuffer()
}

/** What the gateway says of a stored picture. */
interface Sent {
  object: { sha256: string; width: number; height: number }
}

/**
 * Sends a picture as a page of the wiki does; gives its SHA-256, and the time from the request for a ticket to the answer
 * that it is stored, in milliseconds. Throws when it is refused.
 */
export async function sendPhoto(
  wiki: BenchWiki,
  person: Person,
  bytes: Buffer,
): Promise<{ sha256: string; took: number }> {
  const began = performance.now()
  const started = await startUpload(person.actor, { bytes: bytes.byteLength })
  if (!started.ok) throw new Error('there was no ticket')
  const answer = await ask(`${wiki.address}${paths.upload(started.ticket)}`, {
    method: 'PATCH',
    headers: { ...person.headers, 'sec-fetch-site': 'same-origin', 'upload-offset': 0 },
    body: bytes,
  })
  if (answer.status !== 200) throw new Error(`the upload was answered with ${answer.status}`)
  const { object } = JSON.parse(answer.body.toString()) as Sent
  return { sha256: object.sha256, took: performance.now() - began }
}
