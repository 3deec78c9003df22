import { CircleUserRound, Clock, Plus, Search } from 'lucide-react'
import { frame } from '@/lib/texts/en/frame'

const items = [
  { path: '/search', label: frame.search, Icon: Search },
  { path: '/new/fact', label: frame.addFact, Icon: Plus },
  { path: '/recent', label: frame.recentShort, Icon: Clock },
  { path: '/account', label: frame.account, Icon: CircleUserRound },
]

/** On a phone: what one does most, within reach of the thumb. */
export function ThumbBar() {
  return (
    <nav className="thumb-bar" aria-label={frame.thumbMenu}>
      {items.map(({ path, label, Icon }) => (
        <a key={path} href={path}>
          <Icon size={20} aria-hidden="true" />
          <span>{label}</span>
        </a>
      ))}
    </nav>
  )
}
