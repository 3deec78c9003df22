import { z } from 'zod'
import { fieldType } from '@/db/wiki/schema'
import { directnesses, openings, stances } from '@/lib/content/citation'
import { namedLicences } from '@/lib/kinds/schemas/named-licences'
import { sourceTypes } from '@/lib/kinds/schemas/source'
import { partialDate } from '@/lib/text/plain'

/** Entries of a seed file refer to each other by keys of the file; addresses come from titles and numbers. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/)
const words = z.string().trim().min(1)

const citation = z.strictObject({
  source: key,
  stance: z.enum(stances),
  directness: z.enum(directnesses),
  opened: z.enum(openings),
  locator: words.optional(),
  note: words.optional(),
})

/** A field of a kind's infobox. */
const field = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  label: words,
  type: z.enum(fieldType.enumValues),
  unit: words.optional(),
  help: words.optional(),
  section: words.optional(),
  required: z.boolean().optional(),
  /** Pages: how the other end is labelled. */
  reverse: words.optional(),
  /** False: only in the forms of pages that have a value in it. */
  offered: z.boolean().optional(),
})

/**
 * A wiki to start with, written by hand: plain text, in which `[[Title]]` and `[[Title|words]]` are links to pages and
 * `[^key]` is a reference to a source. Unknown values are left out. A fact's `gate` and a closed passage's name the page
 * of a season or an episode.
 */
export const seedFileSchema = z.strictObject({
  settings: z.strictObject({ name: words, sentence: words, language: words }),
  /** The page that the front page features. */
  featured: key,
  origin: words,
  summary: words,
  kinds: z.array(
    z.strictObject({
      key: z.string(),
      name: words,
      plural: words,
      isPerson: z.boolean().optional(),
      hasOrdinal: z.boolean().optional(),
      isCategory: z.boolean().optional(),
      placeLabel: words.optional(),
      partsLabel: words.optional(),
      /** The key of its field by which a place has been released. */
      releasedBy: z.string().optional(),
      schemaTypes: z.record(z.string(), z.string()).optional(),
      fields: z.array(field),
    }),
  ),
  sources: z.array(
    z.strictObject({
      key,
      type: z.enum(sourceTypes),
      title: words.optional(),
      description: words.optional(),
      publisher: words.optional(),
      via: words.optional(),
      authors: z.array(words).optional(),
      issued: partialDate.optional(),
      language: words.optional(),
      url: words.optional(),
      doi: words.optional(),
      isbn: words.optional(),
      derivedFrom: key.optional(),
      /** It is the work itself: an episode, a film, a chapter. */
      isWork: z.boolean().optional(),
      /** The key of the page about the work that it is. */
      work: key.optional(),
      note: words.optional(),
    }),
  ),
  pages: z.array(
    z.strictObject({
      key,
      title: words,
      kind: z.string(),
      summary: words,
      /** The pages of a kind that is a category, which it belongs to. */
      categories: z.array(key).optional(),
      closed: z.array(z.strictObject({ gate: key, text: words })).optional(),
      /** By the key of the kind's field. */
      infobox: z.record(z.string(), words).optional(),
      /** The picture in the field `picture` of its kind. */
      picture: key.optional(),
      ordinal: z.strictObject({ work: key, number: z.number().int() }).optional(),
      /** The lines of a list, as its body. */
      list: z.array(words).optional(),
      factList: z.strictObject({ heading: words, facts: z.array(key) }).optional(),
    }),
  ),
  facts: z.array(
    z.strictObject({
      key,
      statement: words,
      about: z.array(key),
      speaker: key.optional(),
      saidTo: words.optional(),
      gate: key.optional(),
      topics: z.array(words).optional(),
      citations: z.array(citation),
      note: words.optional(),
    }),
  ),
  /** Of `db/seed/pictures/`, by name. */
  pictures: z.array(
    z.strictObject({
      key,
      file: words,
      alternative: words,
      author: words,
      licence: z.enum(namedLicences),
    }),
  ),
})

export type SeedFile = z.infer<typeof seedFileSchema>
