import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ProgressSheet } from '@/components/progress/ProgressSheet'
import { nextPath } from '@/lib/accounts/next-path'
import { readersProgress } from '@/lib/cache/reader'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadStrips } from '@/lib/wiki/strips'

export const generateMetadata = (): Metadata => ({
  title: messages().progress.title,
  robots: { index: false },
})

export default async function ProgressPage({ searchParams }: { searchParams: Query }) {
  const { next } = await readQuery(searchParams, routes.progress)
  const from = URL.parse((await headers()).get('referer') ?? '')
  const way = nextPath(next ?? (from ? from.pathname + from.search : undefined))
  return <ProgressSheet works={await loadStrips()} progress={readersProgress()} next={way} />
}
