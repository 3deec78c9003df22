/** The limits of the gateway; sizes in bytes, times in milliseconds. */
export interface Limits {
  memory: number
  /** For missing pages: anybody can invent their addresses. */
  missingMemory: number
  assetMemory: number
  /** For pages as readers at some place see them, as a share of the memory for pages, in addition to it. */
  variantShare: number
  /** Renders at once, and how many may wait for their turn. */
  renders: number
  waitingRenders: number
  /** Renders of variants at once, which are counted apart. */
  variantRenders: number
  /** Private requests at once, and how many may wait. */
  visits: number
  waitingVisits: number
  /** The bodies of all requests together. */
  bodies: number
  /** Connections open at once; more are not accepted. */
  connections: number
  /** How long a connection may send and receive nothing while something is under way on it. */
  idleTimeout: number
  /** How long a body may take to arrive, after the headers. */
  bodyTimeout: number
  /** How long a request may wait for its turn. */
  queueTimeout: number
  renderDeadline: number
  visitDeadline: number
  /** The maximal age of bytes that are served while a page cannot be rendered. */
  oldest: number
  /** How often a heartbeat is sent through the database, and how long none may come back. */
  heartbeatInterval: number
  heartbeatTimeout: number
  /** How long a closing gateway waits for pending answers. */
  drain: number
}

const MB = 1024 * 1024

export const LIMITS: Limits = {
  memory: 64 * MB,
  missingMemory: 4 * MB,
  assetMemory: 16 * MB,
  variantShare: 0.5,
  renders: 4,
  waitingRenders: 256,
  variantRenders: 2,
  visits: 64,
  waitingVisits: 512,
  bodies: 48 * MB,
  connections: 10_000,
  idleTimeout: 60_000,
  bodyTimeout: 30_000,
  queueTimeout: 10_000,
  renderDeadline: 10_000,
  visitDeadline: 30_000,
  oldest: 60 * 60 * 1_000,
  heartbeatInterval: 1_000,
  heartbeatTimeout: 3_000,
  drain: 10_000,
}
