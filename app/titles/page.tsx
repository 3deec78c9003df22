import type { Metadata } from 'next'
import { LettersSheet } from '@/components/ways/LettersSheet'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadLetters } from '@/lib/pages/letters'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.letters(await readQuery(searchParams, routes.letters))
  const { title, lead: description } = messages().ways.letters
  return headOf({ title, description, path })
}

export default async function LettersPage({ searchParams }: { searchParams: Query }) {
  return <LettersSheet list={await loadLetters(await readQuery(searchParams, routes.letters))} />
}
