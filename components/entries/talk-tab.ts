import type { Tab } from '@/components/ui/Tabs'
import { messages } from '@/lib/messages/messages'

/** The tab of an entry's talk, with how many threads are open; unknown on an old version. */
export function talkTab(path: string, open = 0): Tab {
  const { tab, tabOpen } = messages().talk
  return { label: tab, path, ...(open > 0 && { note: tabOpen(open) }) }
}
