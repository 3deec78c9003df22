/**
 * Where this tab keeps the ticket of a file that is being sent, until it is there or refused. A browser without storage
 * keeps nothing.
 */
export function ticketsOf({ name, size, lastModified }: File) {
  const key = `loreleaf-upload:${size}:${lastModified}:${name}`
  return {
    get: (): string | null => {
      try {
        return sessionStorage.getItem(key)
      } catch {
        return null
      }
    },
    set: (ticket: string | null): void => {
      try {
        if (ticket === null) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, ticket)
      } catch {
        // The upload goes on without.
      }
    },
  }
}
