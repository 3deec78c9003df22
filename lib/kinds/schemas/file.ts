import { z } from 'zod'
import { gateSchema } from '@/lib/content/gate'
import { issueText } from '@/lib/messages/message'
import { coded, line, storable } from '@/lib/text/plain'
import { namedLicences } from './named-licences'

/** Why it may be shown here. Somebody else's work is shown as a quotation, with the reason. */
const licenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(namedLicences) }),
  z.strictObject({
    kind: z.literal('quotation'),
    because: line(500).refine((text) => text !== '', issueText('errors.file.because')),
  }),
])

/** The longest side of a picture in pixels that anything here speaks of. */
const MOST_PIXELS = 100_000
const pixel = z.number(issueText('errors.file.number')).int(issueText('errors.file.number')).max(MOST_PIXELS)
const perCent = z.number(issueText('errors.file.number')).min(0).max(100)

/** The content of a file's revision: a picture and what is said of it. */
export const fileContentSchema = z.strictObject({
  /** The SHA-256 of the stored object, in hexadecimal. */
  object: coded(/^[0-9a-f]{64}$/, 64, issueText('errors.file.object')),
  /** What the picture shows, in words, for who does not see it; also its label. */
  alternative: line(500).refine((text) => text !== '', issueText('errors.file.alternative')),
  author: line(200).nullable(),
  licence: licenceSchema,
  /** Where it is from: a web address or words. */
  source: storable(500).trim().nullable(),
  /** The part that is shown, in pixels of the object; null for all of it. */
  crop: z
    .strictObject({ x: pixel.min(0), y: pixel.min(0), width: pixel.min(1), height: pixel.min(1) })
    .nullable(),
  /** The point that stays in sight where the picture is cut to fit, in per cent from the left and the top. */
  focus: z.strictObject({ x: perCent, y: perCent }).nullable(),
  /** For editors; shown on the file's own page only. */
  note: storable(4000).trim().nullable(),
  /** How far in a work a reader must be to see it; missing where it is open to everybody. */
  gate: gateSchema.optional(),
})

export type FileContent = z.infer<typeof fileContentSchema>
export type FileLicence = FileContent['licence']
export type Crop = NonNullable<FileContent['crop']>
export type Focus = NonNullable<FileContent['focus']>
