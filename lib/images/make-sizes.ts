import { type ChildLimits, inChild } from './in-child'
import type { Crop, Fault, MadeSize } from './protocol'

const SIZING: ChildLimits = { time: 120_000, memory: 300 * 1024 * 1024 }

/**
 * Makes a picture, or a part of it, smaller at each of these widths, as WebP and AVIF, in files of `folder`. In a child
 * process, as `decodePicture` does.
 */
export async function makeSizesOf(
  input: string,
  { folder, crop, widths }: { folder: string; crop: Crop | null; widths: readonly number[] },
): Promise<{ ok: true; sizes: MadeSize[] } | { ok: false; reason: Fault }> {
  const request = { task: 'size' as const, input, folder, crop, widths: [...widths] }
  return inChild(request, SIZING, { temporary: folder })
}
