/** A server action is called from a script with this header, which names it (Next's `ACTION_HEADER`). */
export const ACTION_HEADER = 'next-action'

/** What the client's router shows now: sent with an action's call, and answered accordingly. */
export const ROUTER_STATE_HEADER = 'next-router-state-tree'

/**
 * Sent with an action's call, it says that the call was forwarded already. Without it Next's action handler forwards a
 * call that came to a page without this action: a request of its own, with the caller's cookies, to the port on which
 * it supposes itself.
 */
export const ACTION_FORWARDED = { 'x-action-forwarded': '1' }

/** Whatever the status of an answer, this has the client's router throw `UnrecognizedActionError`: another build is served. */
export const ACTION_NOT_FOUND = { 'x-nextjs-action-not-found': '1' }

/**
 * Of an answer, what no visitor should get. The second is added to the answer of an action that set a cookie, and has
 * the client's router fetch the page anew.
 */
export const NOT_FOR_VISITORS = ['x-powered-by', 'x-action-revalidated'] as const

/** Whether only the client's router sends this header; pages vary with several of them, answers to others with none. */
export const isRouterHeader = (name: string): boolean => /^(?:rsc|next-[\w-]+)$/.test(name)

/** Whether an answer of this content type is read by a script: flight data, or a handler's JSON. */
export const isForScripts = (contentType: string): boolean =>
  /^(?:text\/x-component|application\/json)\b/i.test(contentType)

/** What a script accepts that calls an action: the flight data of React's server components. */
export const FLIGHT_TYPE = 'text/x-component'

/**
 * The request's header by which a page is rendered with a nonce: Next puts the one that the `script-src` of a policy
 * names on every script and style sheet that it writes, and hands it to React for those that follow.
 */
export const nonceHeader = (nonce: string) => ({ 'content-security-policy': `script-src 'nonce-${nonce}'` })

/** The nonce that was given by `nonceHeader`; undefined where there is none. */
export const nonceIn = (policy: string | string[] | null | undefined): string | undefined =>
  /'nonce-([\w+/=-]+)'/.exec(String(policy ?? ''))?.[1]
