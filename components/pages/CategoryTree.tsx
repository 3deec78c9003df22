import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { Branch, CategoryTree } from '@/lib/pages/category-tree'
import { paths } from '@/lib/routes'
import '@/components/styles/ways.css'

/** The categories of the wiki, each with those in it. */
export function CategoryTreeSheet({ tree }: { tree: CategoryTree }) {
  const texts = messages().ways.categories
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{tree.isTree ? texts.lead : texts.leadOfMany}</p>
      {tree.branches.length === 0 ? (
        <Empty action={{ label: texts.make, path: paths.newPage() }}>{texts.empty}</Empty>
      ) : (
        <Branches branches={tree.branches} />
      )}
      <Pager
        first={tree.isFirst ? null : paths.categories()}
        next={tree.next === null ? null : paths.categories({ after: tree.next })}
      />
    </StaticHtml>
  )
}

function Branches({ branches }: { branches: Branch[] }) {
  return (
    <ul className="tree">
      {branches.map((branch) => (
        <li key={branch.path}>
          <CategoryLink branch={branch} />
          {branch.within.length > 0 && <Branches branches={branch.within} />}
        </li>
      ))}
    </ul>
  )
}

/** Categories with the numbers of their members, in columns. */
export function CategoryColumns({ branches }: { branches: Branch[] }) {
  return (
    <ul className="category-columns">
      {branches.map((branch) => (
        <li key={branch.path}>
          <CategoryLink branch={branch} />
        </li>
      ))}
    </ul>
  )
}

function CategoryLink({ branch: { label, path, count } }: { branch: Branch }) {
  return (
    <a href={path}>
      <span dir="auto">{label}</span>
      <span className="count">{messages().ways.categories.count(count)}</span>
    </a>
  )
}
