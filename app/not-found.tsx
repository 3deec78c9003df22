import { Notice } from '@/components/ui/Notice'
import { paths } from '@/lib/routes'
import { reading } from '@/lib/texts/en/reading'

export default function NotFound() {
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
