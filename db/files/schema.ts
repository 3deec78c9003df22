import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { account } from '../accounts/schema'
import { entry } from '../entries/schema'

/**
 * A picture's bytes in the store, named by their SHA-256, as they were encoded anew: without what a camera adds. Several
 * revisions may share an object. The bytes are stored before there is a row.
 */
export const storedObject = pgTable(
  'stored_object',
  {
    sha256: text().primaryKey(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** The average colour, like `#a1b2c3`: shown until the picture is there. */
    colour: text().notNull(),
    /** 128 bits in hexadecimal that are alike for pictures that look alike; null for one without features. */
    likeness: text(),
    uploadedById: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('stored_object_age').on(t.createdAt), index('stored_object_by').on(t.uploadedById, t.sha256)],
)

export const sizeFormat = pgEnum('size_format', ['webp', 'avif'])

/** An object in a smaller size, or a part of it, made by a job; its bytes are stored before there is a row. */
export const objectSize = pgTable(
  'object_size',
  {
    sha256: text().notNull(),
    /** The part that is shown, `x,y,width,height` in pixels of the object; empty for all of it. */
    crop: text().notNull(),
    width: integer().notNull(),
    format: sizeFormat().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** The SHA-256 of its own bytes. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sha256, t.crop, t.width, t.format] }),
    foreignKey({ columns: [t.sha256], foreignColumns: [storedObject.sha256] }).onDelete('cascade'),
  ],
)

/** The object of each published revision of a file: what may be served is asked here. */
export const fileVersion = pgTable(
  'file_version',
  {
    entryId: bigint({ mode: 'number' })
      .notNull()
      .references(() => entry.id),
    number: integer().notNull(),
    sha256: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.number] }), index('file_version_object').on(t.sha256)],
)

/** What has become of an upload: bytes are awaited, all are there, decoded and stored, refused, or used by a file. */
export const uploadState = pgEnum('upload_state', ['open', 'received', 'stored', 'refused', 'used'])

/** A ticket to send one file's bytes, for its account alone. Forgotten a day after it was given. */
export const upload = pgTable(
  'upload',
  {
    id: uuid().primaryKey(),
    accountId: bigint({ mode: 'number' })
      .notNull()
      .references(() => account.id),
    /** The size that was announced. */
    bytes: integer().notNull(),
    state: uploadState().notNull().default('open'),
    /** The code of the refusal. */
    refusal: text(),
    sha256: text(),
    /** What was sent moves, and its first picture alone was kept. */
    isFirstFrameOnly: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('upload_account').on(t.accountId, t.createdAt), index('upload_age').on(t.createdAt)],
)

/** Objects that were erased: refused when they, or what looks like them, are sent again. */
export const erasedObject = pgTable('erased_object', {
  sha256: text().primaryKey(),
  likeness: text(),
  erasedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** When its bytes were removed from the store; null while they may be there. */
  removedAt: timestamp({ withTimezone: true }),
})
