import { Icon } from '@/components/ui/Icon'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

/** The ways in, in the order of the menu. */
const ways = () => {
  const { frame } = messages()
  return [
    { path: paths.pages(), label: frame.pages },
    { path: paths.facts(), label: frame.facts },
    { path: paths.sources(), label: frame.sources },
    { path: paths.files(), label: frame.files },
    { path: paths.recent(), label: frame.recent },
    { path: paths.tasks(), label: messages().tasks.title },
    { path: paths.log(), label: frame.log },
  ]
}

const MENU = 'menu'

/** The menu, which its buttons open without scripts: a popover closes by itself on Escape and on a press beside it. */
export function Menu() {
  return (
    <StaticHtml as="nav" id={MENU} className="menu" popover="auto" aria-label={messages().frame.menu}>
      {ways().map(({ path, label }) => (
        <a key={path} href={path}>
          {label}
        </a>
      ))}
    </StaticHtml>
  )
}

/** Opens and closes the menu: there is one in the header and one in the bar at the foot of a phone. */
export function MenuButton({ className, size }: { className?: string; size: number }) {
  return (
    <button type="button" className={className} popoverTarget={MENU}>
      <Icon of="menu" size={size} />
      <span>{messages().frame.menu}</span>
    </button>
  )
}
