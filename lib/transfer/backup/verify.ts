import type { Contents } from './format'
import { readBackup } from './read'

/**
 * Reads a whole backup and gives what it contains. Throws `BackupError` when it is damaged, or not of a known release.
 */
export async function verifyBackup(file: string): Promise<Contents> {
  const contents: Partial<Contents> = {}
  const tables: Contents['tables'] = []
  const objects = { count: 0, bytes: 0 }
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') contents.header = part.header
    if (part.kind === 'end of table') tables.push(part.table)
    if (part.kind !== 'object') continue
    objects.count += 1
    objects.bytes += part.object.bytes
  }
  return { ...(contents as Contents), tables, objects }
}
