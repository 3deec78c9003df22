import type { ReverseEnds } from '@/lib/entries/reverse-ends'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** What names a page in fields of others, as rows of its infobox: the first of each, and where the rest is. */
export function ReverseRows({ ends, title }: { ends: ReverseEnds[]; title: string }) {
  const texts = messages().reading.ends
  return ends.map(({ label, field, isPlace, members, count, isPast }) => (
    <div key={field}>
      <dt>{label}</dt>
      <dd>
        <ul className={isPlace ? 'ends numbered' : 'ends'}>
          {members.map(({ id, label: member, path, ordinal }) => (
            <li key={id}>
              {isPlace && <span>{ordinal}</span>}
              <a href={path} dir="auto">
                {member}
              </a>
            </li>
          ))}
        </ul>
        {count > members.length && isPast && (
          <span className="quiet">{texts.more(count - members.length)}</span>
        )}
        {count > members.length && !isPast && (
          <a className="rest" href={paths.pageLinks(title, { field })}>
            {texts.all(label, count)}
          </a>
        )}
      </dd>
    </div>
  ))
}
