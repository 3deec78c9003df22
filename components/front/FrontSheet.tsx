import { FactRows } from '@/components/facts/FactRows'
import { CategoryColumns } from '@/components/pages/CategoryTree'
import { Gallery } from '@/components/pages/Tiles'
import { Empty } from '@/components/ui/Empty'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { WaysIn } from '@/components/ways/WaysIn'
import type { FrontPage } from '@/lib/front/loaders'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { FrontBlock } from '@/lib/settings/front-blocks'
import type { Site } from '@/lib/wiki/site'
import { FactOfTheDay, Featured } from './Features'
import { FigureLine } from './FigureLine'
import { Disputed, NewPages } from './Lists'
import { Section } from './Section'
import { Welcome } from './Welcome'
import '@/components/styles/front.css'

interface Props {
  site: Site
  front: FrontPage
}

/** The front page: its blocks in the order that the wiki's settings give; narrow ones that follow each other share a row. */
export function FrontSheet({ site, front }: Props) {
  const { blocks } = front
  return (
    <StaticHtml as="main" className="front" id="text">
      {!blocks.includes('welcome') && <h1 className="sr-only">{site.name}</h1>}
      {front.isEmpty && (
        <Empty action={{ label: messages().reading.pages.create, path: paths.newPage() }}>
          {messages().reading.front.empty}
        </Empty>
      )}
      {inRows(blocks.filter((block) => hasContent(block, front))).map((row) =>
        row.length === 1 ? (
          row.map((block) => <Block key={block} of={block} site={site} front={front} />)
        ) : (
          <div key={row[0]} className="pair">
            {row.map((block) => (
              <Block key={block} of={block} site={site} front={front} />
            ))}
          </div>
        ),
      )}
    </StaticHtml>
  )
}

/** Blocks that take half the width where there is room. */
const NARROW: ReadonlySet<FrontBlock> = new Set(['newest', 'disputed', 'pages', 'unsourced'])

/** Two narrow blocks side by side, everything else alone. */
function inRows(blocks: FrontBlock[]): FrontBlock[][] {
  const rows: FrontBlock[][] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (NARROW.has(block) && last?.length === 1 && last.every((one) => NARROW.has(one))) last.push(block)
    else rows.push([block])
  }
  return rows
}

function hasContent(block: FrontBlock, front: FrontPage): boolean {
  const isThere: Record<FrontBlock, boolean> = {
    welcome: true,
    featured: front.featured !== null,
    day: front.ofTheDay !== null,
    newest: front.newest.length > 0,
    disputed: front.disputed.length > 0,
    pages: front.newPages.length > 0,
    unsourced: front.needSource.length > 0,
    seasons: front.seasons !== null,
    categories: front.categories.length > 0,
    ways: !front.isEmpty,
    figures: !front.isEmpty,
  }
  return isThere[block]
}

function Block({ of, site, front }: Props & { of: FrontBlock }) {
  const texts = messages().reading.front
  switch (of) {
    case 'welcome':
      return <Welcome site={site} />
    case 'featured':
      return front.featured && <Featured featured={front.featured} />
    case 'day':
      return front.ofTheDay && <FactOfTheDay card={front.ofTheDay} names={front.names} />
    case 'newest':
      return (
        <Section title={texts.newFacts} all={{ label: texts.allFacts, path: paths.facts() }}>
          <FactRows cards={front.newest} />
        </Section>
      )
    case 'disputed':
      return <Disputed cards={front.disputed} names={front.names} />
    case 'pages':
      return <NewPages pages={front.newPages} />
    case 'unsourced':
      return (
        <Section
          title={texts.needSource}
          all={{ label: texts.allUnsourced, path: paths.facts({ standing: 'unsourced' }) }}
        >
          <FactRows cards={front.needSource} />
        </Section>
      )
    case 'seasons':
      return (
        front.seasons && (
          <Section title={front.seasons.label} all={{ label: texts.all, path: front.seasons.path }}>
            <Gallery tiles={front.seasons.tiles} />
          </Section>
        )
      )
    case 'categories':
      return (
        <Section title={texts.categories} all={{ label: texts.tree, path: paths.categories() }}>
          <CategoryColumns branches={front.categories} />
        </Section>
      )
    case 'ways':
      return (
        <Section title={texts.ways}>
          <WaysIn />
        </Section>
      )
    case 'figures':
      return <FigureLine figures={front.figures} />
  }
}
