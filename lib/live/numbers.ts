/** What a stream says: the numbers in the corner of a signed-in reader, as `/api/me` names them. */
export interface Numbers {
  /** Whose they are. */
  id: number
  news: number
  /** The event that is the newest of their unread news; 0 where there is none. */
  newest: number
  waitingCount: number | null
  reports: { open: number; urgent: number; held: number } | null
}

/** One event of a stream: numbers, or that nobody is signed in any more. */
export type Told = Numbers | null
