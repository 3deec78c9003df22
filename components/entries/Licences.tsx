import { Fragment } from 'react'
import { messages } from '@/lib/messages/messages'
import { type Licensed, licencesOf } from '@/lib/publishing/licences'

/** The licences of the shown texts, each once, with the wikis that imported texts came from. */
export function Licences({ of }: { of: readonly Licensed[] }) {
  const texts = messages().reading.licences
  return licencesOf(of).map(({ name, url, origins }, index) => (
    <Fragment key={name}>
      {index > 0 && texts.and}
      {url ? (
        <a href={url} rel="license noopener">
          {name}
        </a>
      ) : (
        name
      )}
      {origins.length > 0 && texts.from}
      {origins.map((origin, place) => (
        <Fragment key={origin}>
          {place > 0 && ', '}
          <Origin origin={origin} />
        </Fragment>
      ))}
    </Fragment>
  ))
}

/** The licence line of an article. */
export function LicenceLine({ of }: { of: readonly Licensed[] }) {
  return (
    <p className="quiet licences">
      {messages().reading.licences.line} <Licences of={of} />.
    </p>
  )
}

function Origin({ origin }: { origin: string }) {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return origin
  return (
    <a href={origin} rel="nofollow" className="out">
      {new URL(origin).host}
    </a>
  )
}
