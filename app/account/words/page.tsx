import type { Metadata } from 'next'
import { OwnWordsView } from '@/components/talk/own-words/OwnWordsView'
import { messages } from '@/lib/messages/messages'
import { loadOwnWords } from '@/lib/talk/own-words/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().ownWords.title,
  robots: { index: false },
})

export default async function OwnWordsPage() {
  return <OwnWordsView own={await loadOwnWords()} />
}
