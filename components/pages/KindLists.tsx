import type { ReactNode } from 'react'
import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { TitleList } from '@/components/ui/TitleList'
import { messages } from '@/lib/messages/messages'
import type { KindOverview, PagesOfKind } from '@/lib/pages/lists'
import { paths } from '@/lib/routes'
import { TilesOrTitles } from './Tiles'

/** All kinds of pages, each with its first few pages. */
export function KindsOverview({ kinds, children }: { kinds: KindOverview[]; children: ReactNode }) {
  const texts = messages().reading.pages
  const { arrow } = messages().language
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      {kinds.length === 0 && (
        <Empty action={{ label: texts.create, path: paths.newPage() }}>{texts.empty}</Empty>
      )}
      <div className="kinds">
        {kinds.map((kind) => (
          <section key={kind.key} className="prose">
            <h2>
              <a href={paths.pagesOfKind(kind.key)}>{kind.plural}</a>
              <span className="count">{texts.howMany(kind.count)}</span>
            </h2>
            <TitleList pages={kind.pages} />
            {kind.count > kind.pages.length && (
              <a href={paths.pagesOfKind(kind.key)}>
                {texts.count(kind.count)} {arrow}
              </a>
            )}
          </section>
        ))}
      </div>
      {kinds.length > 0 && (
        <p className="actions">
          <a className="btn" href={paths.newPage()}>
            {texts.create}
          </a>{' '}
          <a href={paths.fields()}>{messages().fields.overview.all}</a>
        </p>
      )}
      {children}
    </StaticHtml>
  )
}

/** The pages of one kind. */
export function KindSheet({ kind }: { kind: PagesOfKind }) {
  const texts = messages().reading.pages
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <a className="eyebrow" href={paths.pages()}>
        {texts.title}
      </a>
      <h1 className="title">{kind.plural}</h1>
      {kind.groups.length === 0 && (
        <Empty action={{ label: texts.create, path: paths.newPage() }}>{texts.emptyKind(kind.plural)}</Empty>
      )}
      {kind.groups.map(({ work, tiles }) => (
        <section key={work?.path} className="prose members">
          {work && (
            <h2>
              <a href={work.path} dir="auto">
                {work.label}
              </a>{' '}
              <span className="count">{tiles.length}</span>
            </h2>
          )}
          <TilesOrTitles tiles={tiles} hasTiles={kind.hasTiles} />
        </section>
      ))}
      <p className="actions">
        <a href={`${paths.fields()}#fields-${kind.key}`}>{messages().fields.overview.ofKind}</a>
      </p>
      <Pager
        first={kind.isFirst ? null : paths.pagesOfKind(kind.key)}
        next={kind.next === null ? null : paths.pagesOfKind(kind.key, { after: kind.next })}
      />
    </StaticHtml>
  )
}
