import { findUnwrittenSources, insertWanted } from '@/db/captures/wanted'
import { primary, transaction } from '@/db/postgres/client'
import { pageKey, withoutFragment } from './keys'

const AT_ONCE = 500
/** Within how many days those of an earlier release are looked at for the first time. */
const DAYS = 30

/** Writes the addresses of published sources that are not written down yet: those of an earlier release. */
export async function gatherAddresses(): Promise<void> {
  for (let after = 0; ; ) {
    const sources = await findUnwrittenSources(primary(), after, AT_ONCE)
    const last = sources.at(-1)
    if (!last) return
    const rows = sources.map(({ id, url }) => ({
      sourceId: id,
      key: pageKey(url),
      url: withoutFragment(url),
    }))
    await transaction((tx) => insertWanted(tx, rows, [], DAYS))
    after = last.id
  }
}
