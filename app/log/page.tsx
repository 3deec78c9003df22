import type { Metadata } from 'next'
import { LogPage } from '@/components/public-log/LogPage'
import { loadLog } from '@/lib/public-log/loaders'
import { publicLog } from '@/lib/texts/en/public-log'

interface Props {
  searchParams: Promise<{ act?: string | string[]; of?: string | string[]; before?: string | string[] }>
}

export const metadata: Metadata = { title: publicLog.title, robots: { index: false } }

export default async function Log({ searchParams }: Props) {
  return <LogPage log={await loadLog(await searchParams)} />
}
