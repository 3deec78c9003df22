import { Emphasized } from '@/components/ui/Emphasized'
import { Notice } from '@/components/ui/Notice'
import { messages } from '@/lib/messages/messages'
import type { AtTitle } from '@/lib/pages/loaders'
import { paths } from '@/lib/routes'

type Missing = Extract<AtTitle, { state: 'missing' }>

/** A missing page: an invitation to write it, and similar titles. */
export function MissingPage({ at }: { at: Missing }) {
  const { reading } = messages()
  if (at.title === null)
    return <Notice title={reading.missing.title} lead={reading.missing.unreadable} actions={[]} />
  return (
    <Notice
      title={at.title}
      eyebrow={reading.missing.title}
      isMissing
      lead={<Emphasized parts={reading.missing.lead(at.title)} />}
      actions={[
        { label: reading.missing.create, path: paths.editPage(at.title), isMain: true },
        { label: reading.missing.search, path: paths.search({ q: at.title }) },
        { label: messages().aboutEntry.links.heading, path: paths.pageLinks(at.title) },
      ]}
    >
      <p>{reading.missing.invite}</p>
      {at.near.length > 0 && (
        <section>
          <h2 className="eyebrow">{reading.missing.near}</h2>
          <ul className="near">
            {at.near.map(({ label, path }) => (
              <li key={path}>
                <a href={path}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Notice>
  )
}
