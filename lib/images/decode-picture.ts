import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ChildLimits, inChild, type Program } from './in-child'
import type { EncodedPicture, Fault } from './protocol'

export const DECODING: ChildLimits = { time: 20_000, memory: 300 * 1024 * 1024 }

/** A picture that was encoded anew, in a file that its receiver has to remove. */
export type DecodedPicture = EncodedPicture & { ok: true; file: string }

/**
 * Decodes a file that somebody sent and encodes the picture in it anew, in a child process: upright, in sRGB, without
 * what a camera or a program adds to it, of what moves the first frame. JPEG, PNG, WebP, AVIF and GIF are accepted, of at
 * most 40 megapixels and 500 frames. One at a time in each process. `path` lies in a folder in which this may write; the
 * picture is `path` with `.picture` at its end. Nothing else stays there, whatever happens. Throws `TooBusyError` when
 * too many wait, and the reason of `signal` when that aborts.
 */
export async function decodePicture(
  path: string,
  signal?: AbortSignal,
  { limits = DECODING, program }: { limits?: ChildLimits; program?: Program } = {},
): Promise<DecodedPicture | { ok: false; reason: Fault }> {
  const folder = await mkdtemp(`${path}.decoding-`)
  try {
    const output = join(folder, 'picture')
    const answer = await inChild({ task: 'decode', input: path, output }, limits, {
      ...{ signal, temporary: folder },
      ...(program && { program }),
    })
    if (!answer.ok) return answer
    const file = `${path}.picture`
    await rename(output, file)
    return { ok: true, file, ...answer.picture }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
