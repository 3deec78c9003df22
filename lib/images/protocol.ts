import { z } from 'zod'
import { SIZE_FORMATS } from '@/lib/file-store/keys'
import { listOf } from '@/lib/input/lists'
import { coded, storable } from '@/lib/text/plain'

/** What may come of a file that was sent, other than a picture. */
export const FAULTS = [
  'not_a_picture',
  'too_many_pixels',
  'too_many_frames',
  'damaged',
  'too_long',
  'too_large',
  'too_much_memory',
] as const
export type Fault = (typeof FAULTS)[number]

/** The limits of a picture, and of the one that is made of it. */
export const MOST_PIXELS = 40_000_000
export const MOST_FRAMES = 500
export const MOST_BYTES = 100 * 1024 * 1024

const digest = coded(/^[\da-f]{64}$/, 64)
const pixels = z.number().int().min(1).max(MOST_PIXELS)

/** A picture as it was encoded anew. */
const picture = z.strictObject({
  sha256: digest,
  bytes: z.number().int().min(1).max(MOST_BYTES),
  mediaType: z.enum(['image/jpeg', 'image/png']),
  width: pixels,
  height: pixels,
  colour: coded(/^#[\da-f]{6}$/, 7),
  likeness: coded(/^[\da-f]{32}$/, 32).nullable(),
  isFirstFrameOnly: z.boolean(),
})
export type EncodedPicture = z.infer<typeof picture>

/** A smaller size, or the same size as something that loads faster. */
const size = z.strictObject({
  file: storable(4_096),
  width: pixels,
  height: pixels,
  format: z.enum(SIZE_FORMATS),
  bytes: z.number().int().min(1).max(MOST_BYTES),
  digest,
})
export type MadeSize = z.infer<typeof size>

/** A part of a picture, in its pixels. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/** What the process that decodes is asked: it reads `input` and writes into `folder`, and reads and writes nothing else. */
export type Request =
  | { task: 'decode'; input: string; output: string }
  | { task: 'size'; input: string; folder: string; crop: Crop | null; widths: number[] }

/** What it may answer. It read what somebody sent: so its answer is checked, too. */
export const answerOf = {
  decode: z.union([
    z.strictObject({ ok: z.literal(true), picture }),
    z.strictObject({ ok: z.literal(false), reason: z.enum(FAULTS) }),
  ]),
  size: z.union([
    z.strictObject({ ok: z.literal(true), sizes: listOf(size, 16) }),
    z.strictObject({ ok: z.literal(false), reason: z.enum(FAULTS) }),
  ]),
}
export type AnswerOf = { [Task in keyof typeof answerOf]: z.infer<(typeof answerOf)[Task]> }
