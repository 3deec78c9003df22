import type { ReactNode } from 'react'
import { WrittenAsProvider } from '@/components/ui/WrittenAs'
import { currentActor } from '@/lib/sessions/session'
import { markOf } from '@/lib/sessions/written-as'

/** Around the forms of a private page: each says for whom the page was made. Not for pages that everybody shares. */
export async function WrittenAsHere({ children }: { children: ReactNode }) {
  return <WrittenAsProvider mark={markOf(await currentActor())}>{children}</WrittenAsProvider>
}
