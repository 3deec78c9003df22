'use client'

import { Notice } from '@/components/ui/Notice'
import { reading } from '@/lib/texts/en/reading'

export default function FailedPage() {
  return (
    <Notice
      title={reading.failed.title}
      lead={reading.failed.lead}
      actions={[
        { label: reading.failed.again, path: '', isMain: true },
        { label: reading.failed.home, path: '/' },
      ]}
    />
  )
}
