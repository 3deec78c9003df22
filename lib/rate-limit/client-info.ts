/** Where a write comes from, as far as it is stored: the network, as a keyed hash (`hashNetwork`). */
export interface ClientInfo {
  network: string | null
}

/** The client information of a script, a job or a test. */
export const noClient: ClientInfo = { network: null }
