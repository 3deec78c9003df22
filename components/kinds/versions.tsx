import type { ComponentType, ReactNode } from 'react'
import { FactLook } from '@/components/facts/FactLook'
import { FactSheet } from '@/components/facts/FactSheet'
import { FilePreviewFigure } from '@/components/files/FilePreviewFigure'
import { FileSheet } from '@/components/files/FileSheet'
import { PageArticle } from '@/components/pages/PageArticle'
import { PageLook } from '@/components/pages/PageLook'
import { SourcePreviewLine } from '@/components/sources/SourcePreviewLine'
import { SourceSheet } from '@/components/sources/SourceSheet'
import type { ContentKind } from '@/lib/kinds/registry'
import type { PreviewOf, ViewOf } from '@/lib/views/all'

interface Version<V> {
  shown: V
  /** A banner that says which version it is. */
  banner: ReactNode
  /** The page that opens what is closed in it, and whether this is that page. */
  openPath: string
  isOpen: boolean
}

interface Shows<K extends ContentKind> {
  Version: ComponentType<Version<ViewOf[K]>>
  /** As it would read, while it is not published. */
  Look: ComponentType<{ shown: PreviewOf[K] }>
}

const shows: { [K in ContentKind]: Shows<K> } = {
  page: { Version: ({ shown, ...past }) => <PageArticle page={shown} past={past} />, Look: PageLook },
  fact: { Version: ({ shown, banner }) => <FactSheet fact={shown} banner={banner} />, Look: FactLook },
  source: {
    Version: ({ shown, banner }) => <SourceSheet source={shown} banner={banner} />,
    Look: SourcePreviewLine,
  },
  file: {
    Version: ({ shown, banner }) => <FileSheet file={shown} banner={banner} />,
    Look: FilePreviewFigure,
  },
}

/** The view of a version for each kind of entry. */
export const versionOf = (kind: ContentKind) =>
  shows[kind].Version as ComponentType<Version<ViewOf[ContentKind]>>

/** The view of what is not published yet for each kind of entry. */
export const lookOf = (kind: ContentKind) =>
  shows[kind].Look as ComponentType<{ shown: PreviewOf[ContentKind] }>
