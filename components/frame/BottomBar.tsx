import { Icon } from '@/components/ui/Icon'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

const items = () =>
  [
    { path: paths.search(), label: messages().frame.search, icon: 'search' },
    { path: paths.newFact(), label: messages().frame.addFact, icon: 'plus' },
    { path: paths.recent(), label: messages().frame.recentShort, icon: 'clock' },
    { path: paths.account(), label: messages().frame.account, icon: 'account' },
  ] as const

/** The bottom bar on phones, with the most frequent actions. */
export function BottomBar() {
  return (
    <StaticHtml as="nav" className="bottom-bar" aria-label={messages().frame.bottomMenu}>
      {items().map(({ path, label, icon }) => (
        <a key={path} href={path}>
          <Icon of={icon} size={20} />
          <span>{label}</span>
          {path === paths.account() && <OwnTurn />}
        </a>
      ))}
    </StaticHtml>
  )
}

/** Where the element of the reader's corner counts what waits for the reader. */
const OwnTurn = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing, of which React does not look for children
  <span data-own-turn="" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
)
