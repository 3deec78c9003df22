import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { paths } from '@/lib/routes'

/** When and by whom something was last edited, as far as the reader may see it. */
export function EditedLine({ head }: { head: PageView['head'] }) {
  const { reading } = messages()
  return (
    <span>
      {reading.lastEdited}{' '}
      <time dateTime={head.editedAt.toISOString()}>{messages().dates.dayInWords(head.editedAt)}</time>{' '}
      {reading.by} <Author head={head} />
    </span>
  )
}

function Author({ head }: { head: PageView['head'] }) {
  if (head.isAuthorWithheld) return messages().reading.withheldAuthor
  if (head.authorId !== null) return <a href={paths.person(head.authorId)}>{head.authorName}</a>
  return head.externalAuthorName
}
