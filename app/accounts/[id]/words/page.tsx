import type { Metadata } from 'next'
import { DecideWordsView } from '@/components/talk/own-words/DecideWordsView'
import { readSegments } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWordsToDecide } from '@/lib/talk/own-words/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().ownWords.decide.heading,
  robots: { index: false },
})

export default async function DecideWords({ params }: { params: Promise<{ id: string }> }) {
  return <DecideWordsView theirs={await loadWordsToDecide((await readSegments(params)).id)} />
}
