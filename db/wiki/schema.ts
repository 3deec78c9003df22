import { boolean, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

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
})

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
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
)
