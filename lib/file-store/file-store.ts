import { env } from '@/lib/env'
import type { FilesSetting } from '@/lib/env/files-setting'
import { createDiskStore } from './disk-store'
import { createS3Store } from './s3-store'
import type { FileStore } from './store'

let opened: { setting: string; store: FileStore } | undefined

/** The store that the environment names; the same one for each call. Throws `SettingError` when the setting is none. */
export function fileStore(): FileStore {
  const setting = env.files
  const name = JSON.stringify(setting)
  if (opened?.setting !== name) opened = { setting: name, store: storeOf(setting) }
  return opened.store
}

const storeOf = (setting: FilesSetting): FileStore =>
  setting.kind === 's3' ? createS3Store(setting) : createDiskStore(setting.folder)
