import { Notice } from '@/components/ui/Notice'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

export default function NotFound() {
  const { reading } = messages()
  return (
    <Notice
      title={reading.notFound.title}
      lead={reading.notFound.lead}
      actions={[
        { label: reading.notFound.home, path: paths.home(), isMain: true },
        { label: reading.notFound.pages, path: paths.pages() },
      ]}
    />
  )
}
