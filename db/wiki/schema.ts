import { boolean, integer, jsonb, pgEnum, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

/** The wiki's settings: its name, its description, its featured page. One row per setting. */
export const setting = pgTable('setting', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
})

/** The kinds of pages are data of the wiki: another fandom has items and quests. */
export const pageKind = pgTable('page_kind', {
  key: text().primaryKey(),
  name: text().notNull(),
  plural: text().notNull(),
  position: smallint().notNull(),
  isPerson: boolean().notNull().default(false),
  /** Episodes, seasons and volumes have a position in their work and can be the place of a gate. */
  hasOrdinal: boolean().notNull().default(false),
  /** Pages of this kind are categories. */
  isCategory: boolean().notNull().default(false),
  /** The key of the field of this kind, a date, by which a place has been released. */
  releasedBy: text(),
  /** How a page of this kind names the work that it has its place in, like "Part of". */
  placeLabel: text(),
  /** How the work names all its pages of this kind, like "Episodes"; null where it does not list them. */
  partsLabel: text(),
  /**
   * What pages of this kind are about, as types of schema.org: by the words that a page's title has in brackets, or its
   * field `type`, and for all others by the empty word. `{"": "CreativeWork", "film": "Movie"}`.
   */
  schemaTypes: jsonb().$type<Record<string, string>>().notNull().default({}),
})

/** What the value of an infobox field is read as; what was written is always a rich line. */
export const fieldType = pgEnum('field_type', [
  'text',
  'line',
  'number',
  'date',
  'page',
  'pages',
  'image',
  'list',
  'boolean',
])
export type FieldType = (typeof fieldType.enumValues)[number]

/** The infobox of a kind, field by field, in the order in which it is shown. */
export const infoboxField = pgTable(
  'infobox_field',
  {
    kind: text()
      .notNull()
      .references(() => pageKind.key),
    key: text().notNull(),
    label: text().notNull(),
    position: integer().notNull(),
    type: fieldType().notNull().default('line'),
    /** Numbers: the unit that is shown where none is written, like "min". */
    unit: text(),
    isRequired: boolean().notNull().default(false),
    /** A sentence for whoever fills it in. */
    help: text(),
    /** The heading that it stands under; null above all headings. */
    section: text(),
    /** Pages: how the other end is labelled, like "Plays" for "Played by"; null where it does not show this field. */
    reverseLabel: text(),
    /** Whether the forms of all pages of the kind offer it; otherwise only those of pages that have a value in it. */
    isOffered: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
)
