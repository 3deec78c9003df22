import { hasOpened } from '@/lib/cache/reader'
import type { Block } from '@/lib/content/document'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { isGateOpen, nameGates, type Openings } from '@/lib/places/loaders'
import type { LockView } from '@/lib/places/lock'
import { passageToken } from '@/lib/progress/progress'

/** A passage behind a gate, as its page shows it. */
export interface Passage {
  /** `once` where the reader has opened this very passage. */
  isOpen: boolean | 'once'
  lock: LockView
  /** Its name among what readers open by themselves; null in an old version, and where it has no id. */
  token: string | null
}

/** The passages of a page's texts. What an old version closes is open only to who has asked for all of that version. */
export function passagesOf(
  pageId: number,
  { lead, body }: PageContent,
  { sequence, isOpen }: { sequence?: number; isOpen?: boolean },
  openings: Openings,
): ReadonlyMap<Block, Passage> {
  const blocks = [...lead.content, ...body.content].filter((block) => block.type === 'spoiler')
  nameGates(
    openings,
    blocks.map(({ attrs }) => attrs.gate),
  )
  return new Map(
    blocks.map((block) => {
      const { id, gate } = block.attrs
      const token = id === null || sequence !== undefined ? null : passageToken(pageId, id)
      const isOnce = token !== null && hasOpened(token) && ('once' as const)
      return [
        block,
        { isOpen: isOpen || isGateOpen(openings, gate) || isOnce, lock: openings.lockOf(gate), token },
      ]
    }),
  )
}
