import type { Metadata } from 'next'
import { FileListSheet } from '@/components/files/FileListSheet'
import { loadFileList } from '@/lib/files/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { headOf } from '@/lib/sharing/heads'

export async function generateMetadata({ searchParams }: { searchParams: Query }): Promise<Metadata> {
  const path = paths.files(await readQuery(searchParams, routes.files))
  return headOf({ title: messages().files.all, path })
}

export default async function FilesPage({ searchParams }: { searchParams: Query }) {
  return <FileListSheet list={await loadFileList((await readQuery(searchParams, routes.files)).after)} />
}
