import type { Metadata } from 'next'
import { DeleteAccountView } from '@/components/accounts/DeleteAccountView'
import { messages } from '@/lib/messages/messages'
import { loadDeletion } from '@/lib/own-data/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().ownData.deletion.title,
  robots: { index: false },
})

export default async function DeleteAccountPage() {
  return <DeleteAccountView page={await loadDeletion()} />
}
