import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of an installed program; nothing when it is not installed. Debian puts servers in `/usr/sbin`. */
export function programNamed(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
