import { paths } from '@/lib/routes'
import type { Found } from '@/lib/search/loaders'

type Changes = Parameters<typeof paths.search>[0]

/** The address of the same search with some of its parameters changed, from its first page on. Null leaves one out. */
export const addressOf = (
  { query, by, sort, isExact }: Pick<Found, 'query' | 'by' | 'sort' | 'isExact'>,
  changes: Changes,
): string =>
  paths.search({
    q: query,
    exact: isExact ? '1' : null,
    ...by,
    sort: sort === 'best' ? null : sort,
    ...changes,
  })
