import { notFound } from 'next/navigation'
import { findPageHead } from '@/db/pages/pages'
import { primary } from '@/db/postgres/client'
import { requireAccount } from '@/lib/accounts/loaders'
import type { Asking } from '@/lib/input/address'
import { can, writersScope } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { readSettings, type SettingKey, type Settings, settingKeys } from '@/lib/settings/settings'

/** The settings of the wiki, as its owners see them. */
export interface SettingsView {
  settings: Settings
  /** The title of the featured page; null for none. */
  featured: string | null
  /** The setting to change, and the one that was just changed; null for none. */
  of: SettingKey | null
  done: SettingKey | null
}

/** The settings; not found for those who may not change them, as if there were none. */
export async function loadSettingsView(query: Asking<'of' | 'done'>): Promise<SettingsView> {
  const actor = await requireAccount(paths.settings())
  if (!can(actor, 'changeSettings')) notFound()
  const settings = await readSettings(primary())
  const { featured_page: id } = settings
  const head = id === null ? null : await findPageHead(primary(), writersScope, id)
  return { settings, featured: head?.label ?? null, of: keyIn(query.of), done: keyIn(query.done) }
}

const keyIn = (spelled: unknown) => settingKeys.find((key) => key === spelled) ?? null
