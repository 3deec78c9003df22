import { Notice } from '@/components/ui/Notice'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** What stands at an address whose words were reported, while moderators check them. */
export function BeingChecked() {
  const texts = messages().reports.checked
  return (
    <Notice
      title={texts.title}
      lead={texts.help}
      actions={[{ label: messages().reports.receipt.back, path: paths.home() }]}
    />
  )
}
