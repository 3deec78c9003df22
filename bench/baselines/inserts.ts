import postgres from 'postgres'
import { toUndo } from '../leftovers'

/** Plain INSERTs of a text, each a transaction of its own, through the driver that the wiki uses. */
export interface Inserts {
  insert: (body: object) => Promise<void>
  /** As the database has it: whether a commit waits for the disk. */
  synchronousCommit: string
  end: () => Promise<void>
}

/** Opens so many connections and makes the table to insert into; `url` is that of a role that may make tables. */
export async function openInserts(url: string, connections: number): Promise<Inserts> {
  const sql = postgres(url, { max: connections, onnotice: () => {} })
  const end = toUndo(() => sql.end({ timeout: 5 }))
  await sql`create table if not exists bench_insert (id bigint generated always as identity primary key, body jsonb)`
  const [settings] = await sql`show synchronous_commit`
  return {
    insert: async (body) =>
      void (await sql`insert into bench_insert (body) values (${sql.json(body as never)})`),
    synchronousCommit: settings?.synchronous_commit ?? '',
    end,
  }
}
