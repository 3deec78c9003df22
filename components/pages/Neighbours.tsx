import { messages } from '@/lib/messages/messages'
import type { Beside, Neighbours as Both } from '@/lib/pages/neighbours'

/** Links to the place before and the one after, such as the episodes around one; never folded. */
export function Neighbours({ around }: { around: Both }) {
  const { label, before, after } = messages().reading.neighbours
  const { arrow, arrowBack } = messages().language
  return (
    <nav className="neighbours" aria-label={label}>
      {around.before && <Link to={around.before} rel="prev" way={`${arrowBack} ${before}`} />}
      {around.after && <Link to={around.after} rel="next" way={`${after} ${arrow}`} />}
    </nav>
  )
}

const Link = ({ to, rel, way }: { to: Beside; rel: string; way: string }) => (
  <a href={to.path} rel={rel}>
    <span>{way}</span> <b dir="auto">{to.label}</b>
  </a>
)
