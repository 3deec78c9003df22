import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import '@/components/styles/ways.css'

/** Every list of the wiki, with what it is good for. */
export function WaysIn() {
  const texts = messages().ways.all
  const ways = [
    { ...texts.letters, path: paths.letters() },
    { ...texts.kinds, path: paths.pages() },
    { ...texts.categories, path: paths.categories() },
    { ...texts.timeline, path: paths.timeline() },
    { ...texts.speakers, path: paths.speakers() },
    { ...texts.outlets, path: paths.outlets() },
    { ...texts.disputed, path: paths.facts({ standing: 'disputed' }) },
    { ...texts.unsourced, path: paths.facts({ standing: 'unsourced' }) },
    { ...texts.wanted, path: paths.wanted() },
    { ...texts.orphans, path: paths.orphans() },
    { ...texts.pictures, path: paths.files() },
    { ...texts.random, path: paths.random() },
  ]
  return (
    <ul className="ways-in">
      {ways.map(({ label, hint, path }) => (
        <li key={path}>
          <a href={path}>{label}</a>
          <span className="quiet">{hint}</span>
        </li>
      ))}
    </ul>
  )
}

/** The same under a heading, on the page of all pages. */
export function WaysSection() {
  return (
    <section className="prose" aria-labelledby="ways">
      <h2 id="ways">{messages().ways.all.heading}</h2>
      <WaysIn />
    </section>
  )
}
