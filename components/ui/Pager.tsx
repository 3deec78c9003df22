import { messages } from '@/lib/messages/messages'

/** Pagination of a long list: first page, next page. */
export function Pager({ first, next }: { first: string | null; next: string | null }) {
  const { frame } = messages()
  if (!first && !next) return null
  return (
    <nav className="pager" aria-label={frame.pager}>
      {first && <a href={first}>{frame.first}</a>}
      {next && (
        <a className="btn" href={next} rel="next">
          {frame.next}
        </a>
      )}
    </nav>
  )
}
