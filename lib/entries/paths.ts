import { pagePath } from '@/lib/titles/title'

/** Where an entry is read: a page by its title, everything else by its kind and number. */
export function entryPath(entry: {
  kind: 'page' | 'fact' | 'source' | 'file'
  number: number
  label: string
}): string {
  return entry.kind === 'page' ? pagePath(entry.label) : `/${entry.kind}s/${entry.number}`
}
