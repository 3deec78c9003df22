import type { Metadata } from 'next'
import { OwnAppealView } from '@/components/accounts/OwnAppealView'
import { loadOwnAppeal } from '@/lib/accounts/appeals/loaders'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().safety.appeal.title,
  robots: { index: false },
})

export default async function AppealPage() {
  return <OwnAppealView own={await loadOwnAppeal()} />
}
