import type { ContentKind, ContentOf } from '@/lib/content/content'

/** An entry's content together with its kind. */
export type EntryContent = { [K in ContentKind]: { kind: K; content: ContentOf[K] } }[ContentKind]

export type AnyContent = ContentOf[ContentKind]

/** Puts a kind and content that was validated when it was written back together. */
export const contentOf = (kind: ContentKind, content: unknown) => ({ kind, content }) as EntryContent
