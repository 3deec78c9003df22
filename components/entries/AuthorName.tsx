import { messages } from '@/lib/messages/messages'
import type { Author } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'

/** A revision's author, as far as the reader may see the name. */
export function AuthorName({ author }: { author: Author }) {
  const { history } = messages()
  if (author.by === 'hidden') return <span className="withheld">{history.hiddenAuthor}</span>
  if (author.by === 'elsewhere') return <bdi>{history.elsewhere(author.name, author.wiki)}</bdi>
  return (
    <a href={paths.person(author.id)}>
      <bdi>{author.name}</bdi>
    </a>
  )
}
