import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Contents } from '@/lib/transfer/backup/format'
import { say } from './say'

/** A file path as typed: relative to where npm was called, since npm changes to the project's folder. */
export const namedFile = (name: string): string => resolve(process.env.INIT_CWD ?? '.', name)

/** Prints what a backup contains. */
export function tell(file: string, { header, tables, objects }: Contents): void {
  const size = Math.ceil(statSync(file).size / 1024)
  say(`${file} (${size} kB)`)
  say(
    `${header.wiki || 'A wiki'}, as it was at ${header.madeAt}, release ${header.release}, ${header.schema.name}`,
  )
  if (objects.count > 0)
    say(`${String(objects.count).padStart(10)} pictures (${Math.ceil(objects.bytes / 1024)} kB)`)
  for (const { end, rows } of tables) if (rows > 0) say(`${String(rows).padStart(10)} ${end}`)
}
