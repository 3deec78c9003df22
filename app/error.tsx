'use client'

import { Notice } from '@/components/ui/Notice'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export default function FailedPage() {
  const { failed } = messages()
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
