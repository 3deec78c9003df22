import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import '@/components/styles/ways.css'

/** Every list of the wiki, with what it is good for. */
export function WaysIn() {
  const texts = messages().ways.all
  const ways = [
    { ...texts.kinds, path: paths.pages() },
    { ...texts.categories, path: paths.categories() },
    { ...texts.disputed, path: paths.facts({ standing: 'disputed' }) },
    { ...texts.unsourced, path: paths.facts({ standing: 'unsourced' }) },
    { ...texts.pictures, path: paths.files() },
  ]
  return (
    <ul className="ways">
      {ways.map(({ label, hint, path }) => (
        <li key={path}>
          <a href={path}>{label}</a>
          <span className="quiet">{hint}</span>
        </li>
      ))}
    </ul>
  )
}
