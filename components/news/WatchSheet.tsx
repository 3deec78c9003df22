import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { WatchPage } from '@/lib/news/loaders'
import { paths } from '@/lib/routes'
import { WatchForm } from './WatchForm'
import '@/components/styles/news.css'

/** In which ways one can watch something, each with its button. */
export function WatchSheet({ page: { self, label, isTitled, path, ways } }: { page: WatchPage }) {
  const texts = messages().watching
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <span className="eyebrow">{texts.heading}</span>
      <h1 className={isTitled ? 'title' : 'title sentence'} dir="auto">
        {label}
      </h1>
      <p className="lead">{texts.pageIntro}</p>
      <ul className="watch-list plain">
        {ways.map(({ of, targetId, isOn }) => (
          <li key={of}>
            <span>{texts.ways[of]}</span>
            <WatchForm says={{ targetId, of, on: isOn ? 'no' : 'yes' }} next={self} isPrimary={!isOn}>
              {isOn ? texts.unwatch : texts.watch}
            </WatchForm>
          </li>
        ))}
      </ul>
      <p className="actions">
        {path && <a href={path}>{texts.toPage}</a>}
        <a href={paths.watchlist()}>{texts.toList}</a>
      </p>
    </StaticHtml>
  )
}
