import type { FieldDiff } from '@/lib/content/diff-rows'
import { messages } from '@/lib/messages/messages'
import '@/components/styles/diff.css'

/** The pages that a field names now, as links; nothing where its type is not to name pages. */
export function PagesNamed({ pages = [] }: Pick<FieldDiff, 'pages'>) {
  if (pages.length === 0) return null
  return (
    <p className="diff-pages">
      {messages().diff.pagesNamed}{' '}
      {pages.map(({ label, path }) => (
        <a key={path} href={path} dir="auto">
          {label}
        </a>
      ))}
    </p>
  )
}
