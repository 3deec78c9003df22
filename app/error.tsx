'use client'

import { Notice } from '@/components/ui/Notice'
import { paths } from '@/lib/routes'
import { failed } from '@/lib/texts/en/failed'

export default function FailedPage() {
  return (
    <Notice
      title={failed.title}
      lead={failed.lead}
      actions={[
        { label: failed.again, path: '', isMain: true },
        { label: failed.home, path: paths.home() },
      ]}
    />
  )
}
