import { ProgressLink } from '@/components/progress/ProgressLink'
import { Icon } from '@/components/ui/Icon'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { MenuButton } from './Menu'

/** The bar at the foot of a phone: what the header has no room for there. Each item is as wide as the others. */
export function BottomBar() {
  const { frame } = messages()
  return (
    <StaticHtml as="nav" className="bottom-bar" aria-label={frame.bottomMenu}>
      <MenuButton size={22} />
      <a href={paths.search()}>
        <Icon of="search" size={22} />
        <span>{frame.search}</span>
      </a>
      <a href={paths.newFact()}>
        <Icon of="plus" size={22} />
        <span>{frame.addFact}</span>
      </a>
      <ProgressLink className="how-far-link" size={22} isShort />
      <a href={paths.account()}>
        <Icon of="account" size={22} />
        <span>{frame.you}</span>
        <OwnTurn />
      </a>
    </StaticHtml>
  )
}

/** Where the element of the reader's corner counts what waits for the reader. */
const OwnTurn = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing, of which React does not look for children
  <span data-own-turn="" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
)
