import type { ComponentType, ReactNode } from 'react'
import { FactSheet } from '@/components/facts/FactSheet'
import { PageArticle } from '@/components/pages/PageArticle'
import { SourceSheet } from '@/components/sources/SourceSheet'
import type { ContentKind } from '@/lib/kinds/registry'
import type { ViewOf } from '@/lib/views/all'

interface Version<V> {
  shown: V
  /** Which version it is. */
  banner: ReactNode
  /** Where what is closed in it stands open, and whether this is there. */
  openPath: string
  isOpen: boolean
}

const versions: { [K in ContentKind]: ComponentType<Version<ViewOf[K]>> } = {
  page: ({ shown, ...past }) => <PageArticle page={shown} past={past} />,
  fact: ({ shown, banner }) => <FactSheet fact={shown} banner={banner} />,
  source: ({ shown, banner }) => <SourceSheet source={shown} banner={banner} />,
}

/** What shows a version of an entry of a kind. */
export const versionOf = (kind: ContentKind) => versions[kind] as ComponentType<Version<ViewOf[ContentKind]>>
