/** Where the files of the build are answered, whose names change with their content: Next's `static` below its prefix. */
export const BUILT_FILES = '/_next/static/'

/** The page for what is not there, as a page of its own (Next's `UNDERSCORE_NOT_FOUND_ROUTE`). */
export const NOT_FOUND_PAGE = '/_not-found'

/** Whether a path is Next's own: its pages and files all stand below names that begin with an underscore. */
export const isFrameworkPath = (path: string): boolean => path.startsWith('/_')

/** A path with this ending is answered with the flight data of the page without it (Next's `RSC_SUFFIX`). */
export const DATA_SUFFIX = '.rsc'

/**
 * Whether a path ends so that Next answers it as data of another page, in whatever case; the ending of a segment's data
 * (`….segments/….segment.rsc`) among them.
 */
export const hasDataSuffix = (path: string): boolean => path.toLowerCase().endsWith(DATA_SUFFIX)

/**
 * Whether a query parameter speaks to Next instead of to a page: `_rsc`, by which the client's router tells its requests
 * apart in caches; `__next…`; and the prefixes under which matched parameters travel inside of it.
 */
export const isFrameworkParameter = (name: string): boolean => /^(?:_rsc$|__next|nxt[PI])/.test(name)
