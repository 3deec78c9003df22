import type { Metadata } from 'next'
import { SettingSheet } from '@/components/wiki/SettingSheet'
import { SettingsList } from '@/components/wiki/SettingsList'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadSettingsView } from '@/lib/wiki/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().wiki.settings.title,
  robots: { index: false },
})

export default async function SettingsPage({ searchParams }: { searchParams: Query }) {
  const view = await loadSettingsView(await readQuery(searchParams, routes.settings))
  return view.of ? <SettingSheet of={view.of} view={view} /> : <SettingsList view={view} />
}
