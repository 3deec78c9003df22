import type { ComponentType, ReactNode } from 'react'
import { FactSheet } from '@/components/facts/FactSheet'
import { FileSheet } from '@/components/files/FileSheet'
import { PageArticle } from '@/components/pages/PageArticle'
import { SourceSheet } from '@/components/sources/SourceSheet'
import type { ContentKind } from '@/lib/kinds/registry'
import type { ViewOf } from '@/lib/views/all'

interface Version<V> {
  shown: V
  /** A banner that says which version it is. */
  banner: ReactNode
  /** The page that opens what is closed in it, and whether this is that page. */
  openPath: string
  isOpen: boolean
}

const versions: { [K in ContentKind]: ComponentType<Version<ViewOf[K]>> } = {
  page: ({ shown, ...past }) => <PageArticle page={shown} past={past} />,
  fact: ({ shown, banner }) => <FactSheet fact={shown} banner={banner} />,
  source: ({ shown, banner }) => <SourceSheet source={shown} banner={banner} />,
  file: ({ shown, banner }) => <FileSheet file={shown} banner={banner} />,
}

/** The view of a version for each kind of entry. */
export const versionOf = (kind: ContentKind) => versions[kind] as ComponentType<Version<ViewOf[ContentKind]>>
