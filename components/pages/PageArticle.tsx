import type { ReactNode } from 'react'
import { Blocks } from '@/components/content/Blocks'
import type { Shown } from '@/components/content/shown'
import { ProtectionMark } from '@/components/entries/ProtectionMark'
import { talkTab } from '@/components/entries/talk-tab'
import { Empty } from '@/components/ui/Empty'
import { Fold } from '@/components/ui/Fold'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import type { Block } from '@/lib/content/document'
import { messages } from '@/lib/messages/messages'
import type { PageView } from '@/lib/pages/compose'
import { plateOf } from '@/lib/pages/plate'
import { paths } from '@/lib/routes'
import type { Discussed } from '@/lib/talk/discussed'
import { CategoryBody, groupId } from './CategoryBody'
import { Contents, type Part } from './Contents'
import { Infobox } from './Infobox'
import { MoreLink } from './MoreLink'
import { PageFacts } from './PageFacts'
import { PageFoot } from './PageFoot'
import { Parts, partsId } from './Parts'
import { ReferenceList } from './ReferenceList'
import { SaidFacts } from './SaidFacts'

/** Titles longer than this are set smaller, so that the text still begins on the first screen. */
const LONG = 60

/** Extra parts of an old version: the banner above it, and the paths that open its closed passages. */
interface Past {
  banner: ReactNode
  openPath: string
  isOpen: boolean
}

interface Props {
  page: PageView
  past?: Past
  /** How many threads about it are open; left out on an old version. */
  openThreads?: number
  discussed?: Discussed | undefined
}

/** A wiki page: contents on the left, text in the middle, infobox in the margin. */
export function PageArticle({ page, past, openThreads, discussed }: Props) {
  const { reading } = messages()
  const shown: Shown = {
    names: page.names,
    markOf: page.references.markOf,
    sections: page.sections,
    listed: page.listed,
    pictures: page.pictures,
    passages: page.passages,
    pageNumber: page.head.number,
    discussed,
    firstPicture: firstPictureOf(page),
    ...(!past && {
      editPath: (heading) => paths.editPage(page.title, { section: heading }),
      discussPath: ({ id, text }) =>
        paths.newThread({ entry: page.id, quote: text, at: `${paths.page(page.head.label)}#${id}` }),
    }),
    passage: (block) =>
      past
        ? { path: `${past.openPath}#${block}` }
        : { path: paths.openPassage(page.id, block), opensHere: true },
    isOpen: past?.isOpen ?? false,
  }
  const { list: references } = page.references
  return (
    <StaticHtml as="main" className="frame" id="text" data-entry={page.id}>
      <Contents title={page.title} parts={partsOf(page)} />
      <div className="head">
        {past?.banner}
        <Masthead page={page} isPast={past !== undefined} openThreads={openThreads} />
        <div className="prose lead" id="lead" lang={page.language} {...(!past && { 'data-public': '' })}>
          {page.lead.length > 0 ? (
            <Blocks blocks={page.lead} shown={shown} />
          ) : (
            <Empty action={{ label: reading.writeIt, path: paths.editPage(page.head.label) }}>
              {reading.stub}
            </Empty>
          )}
        </div>
      </div>
      <Infobox page={page} shown={shown} />
      <div className="body">
        <Fold />
        <div className="prose" lang={page.language} {...(!past && { 'data-public': '' })}>
          <Blocks blocks={page.body} shown={shown} />
        </div>
        <Parts parts={page.parts} title={page.head.label} />
        {page.category && <CategoryBody page={page} category={page.category} />}
        {hasFactsPart(page) && <PageFacts page={page} shown={shown} />}
        <SaidFacts page={page} />
        {page.members.length > 0 && <Members page={page} />}
        {references.length > 0 && (
          <section className="prose" aria-labelledby="references">
            <p className="fleuron" aria-hidden="true">
              ❧
            </p>
            <h2 id="references">{reading.references}</h2>
            <ReferenceList references={references} records={page.records} />
          </section>
        )}
        <PageFoot page={page} />
      </div>
    </StaticHtml>
  )
}

/** The picture of lead or body that is probably on the first screen; none where the infobox has one. */
function firstPictureOf({ infobox, lead, body: [first] }: PageView): Block | undefined {
  if (plateOf(infobox)) return undefined
  return [...lead, ...(first ? [first] : [])].find((block) => block.type === 'image')
}

/** A category is there for its members: facts about itself are shown where there are some, and not asked for. */
const hasFactsPart = (page: PageView) => page.category === null || page.facts.length > 0

function Masthead(props: { page: PageView; isPast: boolean; openThreads: number | undefined }) {
  const { page, isPast, openThreads } = props
  const { reading } = messages()
  const { label } = page.head
  return (
    <>
      {page.category ? <Crumbs above={page.categories} /> : <KindLine page={page} />}
      <h1 className={page.title.length > LONG ? 'title small' : 'title'} dir="auto" lang={page.language}>
        {page.title}
      </h1>
      <ProtectionMark of={page.head} />
      <Tabs
        label={reading.tabs.label}
        tabs={[
          { label: reading.tabs.page, path: paths.page(label), isCurrent: !isPast },
          talkTab(paths.pageTalk(label), openThreads),
          { label: reading.tabs.history, path: paths.pageHistory(label) },
          { label: reading.tabs.edit, path: paths.editPage(label), isAction: true },
        ]}
      />
    </>
  )
}

/** Above a page: its kind; of a part of a work, which it is of what. */
function KindLine({ page: { kindName, kindPath, place } }: { page: PageView }) {
  if (!place)
    return (
      <a className="eyebrow" href={kindPath}>
        {kindName}
      </a>
    )
  return (
    <p className="eyebrow crumbs">
      <a href={place.work.path} dir="auto">
        {place.work.label}
      </a>
      <a href={kindPath}>{messages().reading.numberedKind(kindName, place.number)}</a>
    </p>
  )
}

/** Above a category: all of them, and those that it stands in. */
function Crumbs({ above }: { above: PageView['categories'] }) {
  return (
    <p className="eyebrow crumbs">
      <a href={paths.categories()}>{messages().ways.categories.title}</a>
      {above.map(({ label, path }) => (
        <a key={path} href={path} dir="auto">
          {label}
        </a>
      ))}
    </p>
  )
}

function Members({ page }: { page: PageView }) {
  const { reading } = messages()
  return (
    <section className="prose" aria-labelledby="members">
      <h2 id="members">{reading.members}</h2>
      <ul className="columns">
        {page.members.map(({ label, path }) => (
          <li key={path}>
            <a href={path}>{label}</a>
          </li>
        ))}
      </ul>
      {page.isCut.members && <MoreLink page={page} kind="category" text={reading.rest.members} />}
    </section>
  )
}

function partsOf(page: PageView): Part[] {
  const { reading } = messages()
  const parts: Part[] = [...page.sections.values()].filter(({ level }) => level < 4)
  for (const { field, label } of page.parts) parts.push({ id: partsId(field), text: label, level: 2 })
  for (const { kind, label } of page.category?.groups ?? [])
    parts.push({ id: groupId(kind), text: label, level: 2 })
  if (hasFactsPart(page)) parts.push({ id: 'facts', text: reading.factsHeading, level: 2 })
  if (page.said) parts.push({ id: 'said', text: reading.ends.saidBy(page.title), level: 2 })
  if (page.members.length > 0) parts.push({ id: 'members', text: reading.members, level: 2 })
  if (page.references.list.length > 0) parts.push({ id: 'references', text: reading.references, level: 2 })
  return parts
}
