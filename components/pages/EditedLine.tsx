import type { PageView } from '@/lib/pages/compose'
import { paths } from '@/lib/routes'
import { dayInWords } from '@/lib/texts/dates'
import { reading } from '@/lib/texts/en/reading'

/** When something was last edited, and by whom, as far as that may be told. */
export function EditedLine({ head }: { head: PageView['head'] }) {
  return (
    <span>
      {reading.lastEdited} <time dateTime={head.editedAt.toISOString()}>{dayInWords(head.editedAt)}</time>{' '}
      {reading.by} <Author head={head} />
    </span>
  )
}

function Author({ head }: { head: PageView['head'] }) {
  if (head.isAuthorWithheld) return reading.withheldAuthor
  if (head.authorId !== null) return <a href={paths.person(head.authorId)}>{head.authorName}</a>
  return head.externalAuthorName
}
