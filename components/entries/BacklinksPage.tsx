import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { FoundEntry } from '@/lib/entries/at-address'
import type { AtBacklinks, BacklinkList, MemberList } from '@/lib/entries/backlinks'
import { linksPath } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { EntryFrame } from './EntryFrame'
import { NoEntry } from './NoEntry'
import '@/components/styles/history.css'

/** What links to an entry, or to the title of a missing page, by kind of link. */
export function BacklinksPage({ at }: { at: Exclude<AtBacklinks, { state: 'moved' }> }) {
  if (at.state === 'wanted') return <WantedTitle title={at.title} list={at.list} />
  if (at.state === 'members') return <Members entry={at.entry} list={at.list} />
  if (at.state !== 'found') return <NoEntry at={at} />
  return (
    <EntryFrame entry={at.entry} here="links">
      <p className="quiet">{messages().aboutEntry.links.intro}</p>
      <Links list={at.list} pathOf={(asked) => linksPath(at.entry, asked)} />
    </EntryFrame>
  )
}

/** What names a page in one field of others, in order; a part of a work with its number. */
function Members({ entry, list }: { entry: FoundEntry; list: MemberList }) {
  const texts = messages().aboutEntry.links
  const pathOf = (after?: number) => paths.pageLinks(entry.label, { field: list.field, after })
  return (
    <EntryFrame entry={entry} here="links">
      <section className="backlinks" aria-labelledby="members">
        <h2 className="eyebrow" id="members">
          {list.label}
        </h2>
        {list.members.length === 0 && <Empty>{texts.empty}</Empty>}
        <ul className="titles">
          {list.members.map(({ id, label, path, ordinal }) => (
            <li key={id}>
              {list.isPlace && <span className="quiet">{ordinal} · </span>}
              <a href={path} dir="auto">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <Pager first={list.isFirst ? null : pathOf()} next={list.next === null ? null : pathOf(list.next)} />
        <p className="quiet">
          <a href={paths.pageLinks(entry.label)}>{texts.everything}</a>
        </p>
      </section>
    </EntryFrame>
  )
}

function WantedTitle({ title, list }: { title: string; list: BacklinkList }) {
  const texts = messages().aboutEntry.links
  return (
    <StaticHtml as="main" className="sheet history" id="text">
      <span className="eyebrow">{texts.heading}</span>
      <h1 className="title" dir="auto">
        {title}
      </h1>
      <p className="quiet">
        {texts.wanted} <a href={paths.editPage(title)}>{texts.write}</a>
      </p>
      <Links list={list} pathOf={(asked) => paths.pageLinks(title, asked)} />
    </StaticHtml>
  )
}

interface LinksProps {
  list: BacklinkList
  /** The path of this list, or of another part of it. */
  pathOf: (asked: { kind?: BacklinkList['kind']; after?: string }) => string
}

function Links({ list, pathOf }: LinksProps) {
  const texts = messages().aboutEntry.links
  const { groups, kind, next } = list
  return (
    <>
      <Filter list={list} pathOf={pathOf} />
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
        first={list.isFirst ? null : pathOf({ kind })}
        next={next === null ? null : pathOf({ kind, after: next })}
      />
    </>
  )
}

/** A filter by kind of link with counts; nothing where there is only one kind. */
function Filter({ list: { counts, kind }, pathOf }: LinksProps) {
  const texts = messages().aboutEntry.links
  if (counts.size < 2) return null
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <nav className="chips link-kinds" aria-label={texts.filter}>
      <a className="chip" href={pathOf({})} aria-current={kind === null ? 'true' : undefined}>
        {texts.all(all)}
      </a>
      {[...counts].map(([one, count]) => (
        <a
          key={one}
          className="chip"
          href={pathOf({ kind: one })}
          aria-current={kind === one ? 'true' : undefined}
        >
          {texts.kinds[one]} <span className="quiet">{texts.count(count)}</span>
        </a>
      ))}
    </nav>
  )
}
