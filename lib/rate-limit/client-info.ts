/** Where a write comes from, as far as it is kept: the network, as a keyed hash (`hashNetwork`). */
export interface ClientInfo {
  network: string | null
}

/** A write of a script, a job or a test. */
export const noClient: ClientInfo = { network: null }
