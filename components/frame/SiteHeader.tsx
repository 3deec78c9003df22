import type { ReactNode } from 'react'
import { ProgressLink } from '@/components/progress/ProgressLink'
import { SearchForm } from '@/components/search/SearchForm'
import { Icon } from '@/components/ui/Icon'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { MenuButton } from './Menu'

/** The header of every page. `account` is the signed-in reader's corner. */
export function SiteHeader({ name, account }: { name: string; account: ReactNode }) {
  const { frame } = messages()
  return (
    <StaticHtml as="header" className="bar">
      <a className="brand" href={paths.home()}>
        <span className="leaf" aria-hidden="true">
          ❧
        </span>
        <span>{name}</span>
      </a>
      <SearchForm className="find" />
      <nav className="me" aria-label={frame.mainMenu}>
        <a className="wide-only" href={paths.pages()}>
          {frame.pages}
        </a>
        <a className="wide-only" href={paths.facts()}>
          {frame.facts}
        </a>
        <MenuButton className="open-menu not-narrow" size={18} />
        <ProgressLink className="how-far-link not-narrow" size={18} />
        <a className="add-fact not-narrow" href={paths.newFact()}>
          <Icon of="plus" size={18} />
          {frame.addFact}
        </a>
        {account}
      </nav>
    </StaticHtml>
  )
}
