import { z } from 'zod'
import { issueText } from '@/lib/messages/message'
import { BLOCK_ID, MOST_TEXT } from '@/lib/text/limits'
import { coded, entryRef, href, line, storable } from '@/lib/text/plain'
import { LEAST_START, MOST_START } from './attributes'
import { citationSchema } from './citation'
import { gateSchema } from './gate'
import { imagePlaces } from './image-places'
import { tableSchemaOf } from './table'

/**
 * The schema of a stored document: tiptap's JSON, restricted to the nodes, marks and attributes that this wiki knows.
 * Everything else is refused by name. `parseContent` (./parse) bounds bytes, depth and nodes before zod sees any of it.
 */
const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
  /** A link to a page: its id, or, while no such page exists, the intended title. */
  z.strictObject({
    type: z.literal('wikiLink'),
    attrs: z
      .strictObject({ page: entryRef.nullable(), title: line(200).nullable() })
      .refine(
        (attrs) => (attrs.page === null) !== (attrs.title === null),
        issueText('errors.content.wikiLink'),
      ),
  }),
])

const textSchema = z.strictObject({
  type: z.literal('text'),
  text: storable(MOST_TEXT).min(1),
  marks: z
    .array(markSchema)
    .max(4)
    .refine(
      (marks) => new Set(marks.map(placeOfMark)).size === marks.length,
      issueText('errors.content.marksTwice'),
    )
    .optional(),
})

/** Each mark at most once on a text. */
const placeOfMark = (mark: { type: string }) => (mark.type === 'wikiLink' ? 'link' : mark.type)

const hardBreakSchema = z.strictObject({ type: z.literal('hardBreak') })

/** A citation in the text: an atom that carries all its fields. */
const citationNodeSchema = z.strictObject({ type: z.literal('citation'), attrs: citationSchema })

/** A picture in a line, by its file: the words after it are its caption. */
const lineImageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({ file: entryRef }),
})

const inlineSchema = z.discriminatedUnion('type', [textSchema, hardBreakSchema, citationNodeSchema])

/** Blocks carry an id that the server keeps unique within a document; nested ones have none. */
const blockId = coded(BLOCK_ID, 32).nullable().default(null)
const withId = z.strictObject({ id: blockId }).default({ id: null })

const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  attrs: withId,
  content: z.array(inlineSchema).default([]),
})

const headingSchema = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ id: blockId, level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: z.array(inlineSchema).default([]),
})

const listItemSchema = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodArray<
    z.ZodDiscriminatedUnion<
      [typeof paragraphSchema, typeof bulletListSchema, typeof orderedListSchema],
      'type'
    >
  > {
    return z.array(z.discriminatedUnion('type', [paragraphSchema, ...listSchemas])).min(1)
  },
})

const bulletListSchema = z.strictObject({
  type: z.literal('bulletList'),
  attrs: withId,
  content: z.array(listItemSchema).min(1),
})

/** A numbered list: from 1 where no `start` is stored. */
const orderedListSchema = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z
    .strictObject({ id: blockId, start: z.number().int().min(LEAST_START).max(MOST_START).optional() })
    .default({ id: null }),
  content: z.array(listItemSchema).min(1),
})

const listSchemas = [bulletListSchema, orderedListSchema] as const

/** In graphemes: who said something, and where. */
export const MOST_ATTRIBUTION = 300

/** A quotation; `by` says whose it is and where it stands, in words: its citation is a reference within it. */
const quoteSchema = z.strictObject({
  type: z.literal('blockquote'),
  attrs: z.strictObject({ id: blockId, by: line(MOST_ATTRIBUTION).optional() }).default({ id: null }),
  content: z.array(z.discriminatedUnion('type', [paragraphSchema, ...listSchemas])).min(1),
})

/** A passage that stays closed until the reader opens it. */
const spoilerSchema = z.strictObject({
  type: z.literal('spoiler'),
  attrs: z.strictObject({ id: blockId, gate: gateSchema }),
  content: z.array(z.discriminatedUnion('type', [paragraphSchema, ...listSchemas, quoteSchema])).min(1),
})

/** The most facts that a page's fact lists hold together: each becomes a card. */
export const MOST_LISTED = 500

/** A list of facts in an order that the page chooses. */
const factListSchema = z.strictObject({
  type: z.literal('factList'),
  attrs: z.strictObject({ id: blockId, facts: z.array(entryRef).max(MOST_LISTED) }),
})

/** The most pictures in one text. */
export const MOST_IMAGES = 100

/** A picture with its caption. */
const imageSchema = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({ id: blockId, file: entryRef, place: z.enum(imagePlaces) }),
  content: z.array(inlineSchema).default([]),
})

const tableSchema = tableSchemaOf(paragraphSchema, blockId)

const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  ...listSchemas,
  quoteSchema,
  spoilerSchema,
  factListSchema,
  imageSchema,
  tableSchema,
])

export const MOST_BLOCKS = 2000

export const documentSchema = z.strictObject({
  type: z.literal('doc'),
  content: z
    .array(blockSchema)
    .max(MOST_BLOCKS)
    .superRefine((blocks, context) => {
      let [listed, images] = [0, 0]
      for (const [place, block] of blocks.entries()) {
        const refuse = (message: string) => context.addIssue({ code: 'custom', path: [place], message })
        if (block.type === 'image' && ++images === MOST_IMAGES + 1)
          refuse(issueText('errors.content.tooManyImages', MOST_IMAGES))
        if (block.type !== 'factList') continue
        const before = listed
        listed += block.attrs.facts.length
        if (before <= MOST_LISTED && listed > MOST_LISTED)
          refuse(issueText('errors.content.tooManyFacts', listed, MOST_LISTED))
      }
    })
    .default([]),
})

/** A lead: paragraphs, pictures and closed passages. */
export const leadSchema = z.strictObject({
  type: z.literal('doc'),
  content: z
    .array(z.discriminatedUnion('type', [paragraphSchema, imageSchema, spoilerSchema]))
    .max(20)
    .default([]),
})

/** A rich line: an infobox value with links, references and pictures. */
export const richLineSchema = z
  .array(z.discriminatedUnion('type', [textSchema, citationNodeSchema, lineImageSchema]))
  .max(200)

/** A rich line without references: a fact's statement, whose citations are a field of their own. */
export const statementSchema = z.array(textSchema).max(200)

export type Mark = z.infer<typeof markSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type List = z.infer<(typeof listSchemas)[number]>
export type Table = z.infer<typeof tableSchema>
export type TableRow = Table['content'][number]
export type TableCell = TableRow['content'][number]
export type TextNode = z.infer<typeof textSchema>
/** What stands in a paragraph; and in a line, which may hold a picture too. */
export type InlineNode = z.infer<typeof inlineSchema>
export type LineNode = InlineNode | z.infer<typeof lineImageSchema>
export type Image = z.infer<typeof imageSchema>
export type Block = z.infer<typeof blockSchema>
export type RichDocument = z.infer<typeof documentSchema>
export type Lead = z.infer<typeof leadSchema>
export type RichLine = z.infer<typeof richLineSchema>
export type Statement = z.infer<typeof statementSchema>
