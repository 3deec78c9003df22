import { typed } from './plain'

/** The refusal gives the exact excess up to this many UTF-16 units a character; longer texts are not measured. */
const COUNTED = 30

/**
 * Paragraphs of plain text, at most `most` characters (code points), with line breaks as `\n`, trimmed. The refusal says
 * what `tooLong` makes of how many are too many.
 */
export const paragraphs = (most: number, tooLong: (over: number) => string) =>
  typed(most * COUNTED)
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .superRefine((text, context) => {
      const over = text.length > most ? [...text].length - most : 0
      if (over > 0) context.addIssue({ code: 'custom', message: tooLong(over) })
    })
