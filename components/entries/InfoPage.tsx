import type { ReactNode } from 'react'
import { ListFiles } from '@/components/citations/ListFiles'
import { AuthorName } from '@/components/entries/AuthorName'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import type { AtInfo, EntryInfo } from '@/lib/moderation/info'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import { EntryFrame } from './EntryFrame'
import { Licences } from './Licences'
import { NoEntry } from './NoEntry'
import { ProtectionWords } from './ProtectionWords'
import '@/components/styles/factsheet.css'

/** Information about an entry, line by line. */
export function InfoPage({ at }: { at: Exclude<AtInfo, { state: 'moved' }> }) {
  if (at.state !== 'found') return <NoEntry at={at} />
  const { info } = at
  return (
    <EntryFrame entry={info.entry} here="info">
      <dl className="details">
        {linesOf(info).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </EntryFrame>
  )
}

function linesOf(info: EntryInfo): [string, ReactNode][] {
  const texts = messages().aboutEntry.info
  const { entry, page, first, last, figures, aliases, protection } = info
  const kind = kindOf(entry.kind)
  const lines: [string, ReactNode][] = [
    [
      texts.kind,
      page ? (
        <a key="kind" href={paths.pagesOfKind(page.kind)}>
          {page.kindName}
        </a>
      ) : (
        kind.texts().one
      ),
    ],
    [texts.number, String(entry.number)],
    [texts.language, page && messages().language.nameOf(page.language)],
    [texts.living, page?.isPerson && (page.isLivingPerson ? texts.yes : texts.no)],
    [texts.words, last.words === null ? texts.hiddenWords : texts.wordsOf(last.words)],
    [texts.created, <Edit key="first" line={first} />],
    [texts.edited, <Edit key="last" line={last} />],
    [
      texts.versions,
      <a key="all" href={info.historyPath}>
        {texts.editors(figures.revisions, figures.editors, figures.lookedAt)}
      </a>,
    ],
    [texts.facts, !kind.isShownOnPages && texts.count(info.facts)],
    [texts.sources, kind.cites && <SourceFigure key="sources" info={info} />],
    [
      texts.linksHere,
      <a key="links" href={info.linksPath}>
        {texts.count(info.linksHere)}
      </a>,
    ],
    [texts.note, info.note],
    [texts.aliases, aliases.length > 0 && <Aliases key="aliases" titles={aliases} />],
    [
      texts.protection,
      protection ? <ProtectionWords key="protection" protection={protection} /> : texts.open,
    ],
    [texts.licence, <Licences key="licence" of={[info]} />],
    [
      texts.permalink,
      <a key="permalink" href={paths.revision(last.id)}>
        {paths.revision(last.id)}
      </a>,
    ],
  ]
  return lines.filter(([, value]) => value)
}

function Edit({ line }: { line: RevisionLine }) {
  return (
    <>
      <time dateTime={line.at.toISOString()}>{messages().history.moment(line.at)}</time>{' '}
      {messages().aboutEntry.info.by} <AuthorName author={line.author} />
    </>
  )
}

function Aliases({ titles }: { titles: string[] }) {
  return (
    <ul className="plain">
      {titles.map((title) => (
        <li key={title}>
          <a href={paths.page(title)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}

/** How many sources it cites; of a page also as files, with those of the facts about it. */
function SourceFigure({ info: { entry, figures } }: { info: EntryInfo }) {
  if (!kindOf(entry.kind).isTitled) return String(figures.sources)
  return (
    <>
      {figures.sources} ({messages().aboutEntry.info.withFacts} <ListFiles of={{ page: entry.label }} />)
    </>
  )
}
