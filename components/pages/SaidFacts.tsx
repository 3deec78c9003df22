import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { paths } from '@/lib/routes'

/** The facts that a person said about others, a line each, and where all that they said is listed. */
export function SaidFacts({ page }: { page: PageView }) {
  const { said, title, head } = page
  if (!said) return null
  const texts = messages().reading.ends
  return (
    <section className="prose" aria-labelledby="said">
      <h2 id="said">{texts.saidBy(title)}</h2>
      <ul className="spoken">
        {said.members.map(({ id, label, path, ordinal }) => (
          <li key={id}>
            <a href={path} dir="auto">
              {label}
            </a>{' '}
            <span className="quiet">{messages().kinds.fact.numbered(ordinal)}</span>
          </li>
        ))}
      </ul>
      {said.count > said.members.length && said.isPast && (
        <p className="quiet">{texts.more(said.count - said.members.length)}</p>
      )}
      {said.count > said.members.length && !said.isPast && (
        <p className="quiet">
          <a href={paths.pageLinks(head.label, { field: said.field })}>{texts.allSaid(title, said.count)}</a>
        </p>
      )}
    </section>
  )
}
