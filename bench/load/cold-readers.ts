import { read } from '../answer'
import { type ColdPage, makeCold, pagesOf } from '../wiki/cold'
import type { BenchWiki } from '../wiki/run'

/** Readers who keep the renderers busy, until they are stopped; gives how many pages were rendered per second. */
export async function startColdReaders(wiki: BenchWiki, spared: string, readers = 2) {
  const pages = (await pagesOf(wiki)).filter(({ path }) => path !== spared)
  let isOver = false
  let made = 0
  const began = performance.now()

  async function readOn(page: ColdPage | undefined, next: number): Promise<void> {
    if (isOver || !page) return
    await makeCold(page)
    await read(`${wiki.address}${page.path}`)
    made += 1
    return readOn(pages[next % pages.length], next + readers)
  }

  const reading = Promise.all(Array.from({ length: readers }, (_, at) => readOn(pages[at], at + readers)))
  return async (): Promise<number> => {
    isOver = true
    await reading
    return made / ((performance.now() - began) / 1_000)
  }
}
