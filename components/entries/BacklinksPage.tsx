import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import type { AtBacklinks, Backlinks } from '@/lib/entries/backlinks'
import { aboutEntry } from '@/lib/texts/en/about-entry'
import { EntryFrame } from './EntryFrame'
import { NoEntry } from './NoEntry'

const texts = aboutEntry.links

/** What links to an entry, by kind of link. */
export function BacklinksPage({ at }: { at: Exclude<AtBacklinks, { state: 'moved' }> }) {
  if (at.state !== 'found') return <NoEntry at={at} />
  const { backlinks } = at
  const { entry, groups, path, kind } = backlinks
  const query = (after?: string) => addressOf(path, { kind, after })
  return (
    <EntryFrame entry={entry} here="links">
      <p className="quiet">{texts.intro}</p>
      <Filter backlinks={backlinks} />
      {groups.length === 0 && <Empty>{texts.empty}</Empty>}
      {groups.map((group) => (
        <section key={group.kind} className="backlinks" aria-labelledby={`links-${group.kind}`}>
          <h2 className="eyebrow" id={`links-${group.kind}`}>
            {texts.kinds[group.kind]}
          </h2>
          <ul className="titles">
            {group.links.map((link) => (
              <li key={link.id}>
                <a href={link.path} dir="auto">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Pager
        first={backlinks.isFirst ? null : query()}
        next={backlinks.next === null ? null : query(backlinks.next)}
      />
    </EntryFrame>
  )
}

/** Each kind that there is, with how many; nothing where there is but one. */
function Filter({ backlinks: { counts, kind, path } }: { backlinks: Backlinks }) {
  if (counts.size < 2) return null
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <nav className="chips link-kinds" aria-label={texts.filter}>
      <a className="chip" href={path} aria-current={kind === null ? 'true' : undefined}>
        {texts.all(all)}
      </a>
      {[...counts].map(([one, count]) => (
        <a
          key={one}
          className="chip"
          href={addressOf(path, { kind: one })}
          aria-current={kind === one ? 'true' : undefined}
        >
          {texts.kinds[one]} <span className="quiet">{texts.count(count)}</span>
        </a>
      ))}
    </nav>
  )
}

function addressOf(path: string, asked: Record<string, string | null | undefined>): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}
