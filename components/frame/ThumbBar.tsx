import { Icon } from '@/components/ui/Icon'
import { Still } from '@/components/ui/Still'
import { paths } from '@/lib/routes'
import { frame } from '@/lib/texts/en/frame'

const items = [
  { path: paths.search(), label: frame.search, icon: 'search' },
  { path: paths.newFact(), label: frame.addFact, icon: 'plus' },
  { path: paths.recent(), label: frame.recentShort, icon: 'clock' },
  { path: paths.account(), label: frame.account, icon: 'account' },
] as const

/** On a phone: what one does most, within reach of the thumb. */
export function ThumbBar() {
  return (
    <Still as="nav" className="thumb-bar" aria-label={frame.thumbMenu}>
      {items.map(({ path, label, icon }) => (
        <a key={path} href={path}>
          <Icon of={icon} size={20} />
          <span>{label}</span>
          {path === paths.account() && <span data-own-turn="" />}
        </a>
      ))}
    </Still>
  )
}
