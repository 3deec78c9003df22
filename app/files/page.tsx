import type { Metadata } from 'next'
import { FileListSheet } from '@/components/files/FileListSheet'
import { loadFileList } from '@/lib/files/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({ title: messages().files.all })

export default async function FilesPage({ searchParams }: { searchParams: Query }) {
  return <FileListSheet list={await loadFileList((await readQuery(searchParams, routes.files)).after)} />
}
