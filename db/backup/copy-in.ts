import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type postgres from 'postgres'
import type { BackupTable } from './tables'

/**
 * Writes rows in PostgreSQL's text format for COPY into a table, whole ones in chunks of any size. Throws when one is
 * refused.
 */
export async function copyIn(
  tx: postgres.TransactionSql,
  { name, columns }: BackupTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const target = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable()
  // The error reaches whoever waits for a chunk, or for the end; nobody else needs it.
  target.on('error', () => {})
  for await (const piece of rows) {
    await new Promise<void>((resolve, reject) =>
      target.write(piece, (error) => (error ? reject(error) : resolve())),
    )
  }
  target.end()
  await setImmediate()
  // The stream does not report rows refused at the very end; the next statement does.
  await Promise.all([finished(target), tx`select 1`])
}
