import { gateIfAny, picture, plain } from '@/lib/content/field-types'
import type { Fields } from '@/lib/content/fields'
import type { FileContent } from '@/lib/kinds/schemas/file'
import { messages } from '@/lib/messages/messages'

const fields: Fields<FileContent> = {
  object: picture(),
  alternative: plain('wording'),
  author: plain('evidence'),
  licence: plain('evidence', {
    words: (licence) =>
      licence.kind === 'quotation'
        ? messages().files.quotation(licence.because)
        : messages().files.licences[licence.kind].name,
    isUnsaid: ({ kind }) => kind === 'not-stated',
    formSteps: 2,
  }),
  source: plain('evidence'),
  crop: plain('evidence', {
    restsOn: 'object',
    words: ({ x, y, width, height }) => messages().files.crop(x, y, width, height),
  }),
  focus: plain('wording', { restsOn: 'object', words: ({ x, y }) => messages().files.focus(x, y) }),
  note: plain('wording'),
  gate: gateIfAny(),
}

/** A file's fields. */
export const writtenFile = { name: 'file' as const, fields }
