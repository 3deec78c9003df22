import { routes } from '@/lib/routes'

/** The pattern of every route that is the same bytes for everybody. */
export const sharedRoutes = (): string[] =>
  Object.values(routes).flatMap(({ reading, pattern }) => (reading === 'shared' ? [pattern] : []))
