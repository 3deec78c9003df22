import { loadSettings } from '@/lib/settings/loaders'

/** The wiki's description of itself. */
export interface Site {
  name: string
  /** One sentence: what it is about. */
  sentence: string
}

/** The wiki's name and sentence, read once a render with its other settings. */
export async function loadSite(): Promise<Site> {
  const { name, sentence } = await loadSettings()
  return { name, sentence }
}
