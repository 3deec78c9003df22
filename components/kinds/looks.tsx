import type { ComponentType } from 'react'
import { FactLook } from '@/components/facts/FactLook'
import { PageLook } from '@/components/pages/PageLook'
import { RecordLine } from '@/components/sources/RecordLine'
import type { ContentKind } from '@/lib/kinds/registry'
import type { LookOf } from '@/lib/kinds/views/all'

const looks: { [K in ContentKind]: ComponentType<{ shown: LookOf[K] }> } = {
  page: ({ shown }) => <PageLook page={shown} />,
  fact: ({ shown }) => <FactLook fact={shown} />,
  source: ({ shown }) => (
    <p className="look">
      <RecordLine record={shown} />
    </p>
  ),
}

/** What shows readers an entry of a kind, before it is published. */
export const lookOf = (kind: ContentKind) => looks[kind] as ComponentType<{ shown: LookOf[ContentKind] }>
