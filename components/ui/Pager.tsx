import { messages } from '@/lib/messages/messages'

/** The way through a long list: back to its beginning, and on. */
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
