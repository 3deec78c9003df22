import { routes } from '@/lib/routes'

/** Every parameter that some page or route of the wiki reads from an address. */
export const queryNames = (): string[] => [
  ...new Set(Object.values(routes).flatMap(({ query }) => [...query])),
]
