import type { Metadata } from 'next'
import { LettersSheet } from '@/components/ways/LettersSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadLetters } from '@/lib/pages/letters'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().ways.letters.title })

export default async function LettersPage({ searchParams }: { searchParams: Query }) {
  return <LettersSheet list={await loadLetters(await readQuery(searchParams, routes.letters))} />
}
