import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type postgres from 'postgres'
import type { BackupTable } from './tables'

/** Gives a table rows in PostgreSQL's text format for COPY, whole ones in any portions. Throws when one is refused. */
export async function copyIn(
  tx: postgres.TransactionSql,
  { name, columns }: BackupTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const target = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable()
  // Whoever waits for a piece, or for the end, is told; nobody else need be.
  target.on('error', () => {})
  for await (const piece of rows) {
    await new Promise<void>((resolve, reject) =>
      target.write(piece, (error) => (error ? reject(error) : resolve())),
    )
  }
  target.end()
  await setImmediate()
  // Of rows that are refused at the very end the stream never hears; the next statement does.
  await Promise.all([finished(target), tx`select 1`])
}
