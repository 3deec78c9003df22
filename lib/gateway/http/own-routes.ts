import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Change } from '@/lib/gateway/changes/changes'
import type { Route } from '@/lib/routes/row'

/** What was asked at an address of its own: the canonical target, and the values of its row's brackets, encoded. */
export interface OwnAddress {
  target: string
  words: string[]
}

/**
 * Answers requests at the addresses of one row that nothing behind the gateway receives (`answeredByGateway` in
 * `lib/routes`). It checks method, origin and session itself; what it throws is logged, and answered with 503.
 */
export interface OwnRoute {
  answer: (
    req: IncomingMessage,
    res: ServerResponse,
    address: OwnAddress,
    /** Whether every change until a moment ago was passed to `onChange`: only then may anything be remembered. */
    isListening: () => boolean,
  ) => Promise<void>
  /**
   * Answers from memory without waiting for anything, if it can; false otherwise. Asked only while every change until a
   * moment ago was passed to `onChange`.
   */
  answerFromMemory?: (req: IncomingMessage, res: ServerResponse, address: OwnAddress) => boolean
  /** Is told each change, in the order in which the gateway receives them. */
  onChange?: (change: Change) => void
  /** Is told each notice of the database (`db/events/notices.ts`); null after a time in which some may have been missed. */
  onNotice?: (notice: string | null) => void
  /** How many of its answers stand open as streams; for the metrics. */
  openStreams?: () => number
  /** Whether it limits itself how long a body may take to arrive; otherwise `Limits.bodyTimeout` does. */
  timesBodies?: boolean
}

/** The rows that the gateway answers itself, besides its own metrics. Rooms above the gateway hand theirs in. */
export type OwnRoutes = ReadonlyMap<Route, OwnRoute>
