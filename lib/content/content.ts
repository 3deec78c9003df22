import { type FactContent, factContentSchema } from '@/lib/facts/schema'
import { type PageContent, pageContentSchema } from '@/lib/pages/schema'
import { type SourceContent, sourceContentSchema } from '@/lib/sources/schema'

/** The content of each kind of entry that people write. */
export interface ContentOf {
  page: PageContent
  fact: FactContent
  source: SourceContent
}

export type ContentKind = keyof ContentOf

export const contentKinds = ['page', 'fact', 'source'] as const satisfies ContentKind[]

export const contentSchemas = {
  page: pageContentSchema,
  fact: factContentSchema,
  source: sourceContentSchema,
} as const

/** The version that `revision_content.schema_version` says of content in today's shapes. */
export const CONTENT_VERSION = 1
