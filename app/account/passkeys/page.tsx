import type { Metadata } from 'next'
import { PasskeysView } from '@/components/accounts/PasskeysView'
import { loadPasskeys } from '@/lib/accounts/passkeys/loaders'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().ownAccount.passkeys.title,
  robots: { index: false },
})

export default async function PasskeysPage() {
  return <PasskeysView of={await loadPasskeys()} />
}
