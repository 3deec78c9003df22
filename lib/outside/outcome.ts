/**
 * Why nothing was read: looking up is turned off; an address that is never fetched, or leads inside; no answer; too slow;
 * too many redirects; only for who signs in (401, 403); asked to come later (429, 503, or we do not ask so soon); not
 * there (404, 410); another answer that is no page; something other than what was asked for, such as a PDF.
 */
export type Why =
  | 'off'
  | 'address'
  | 'inside'
  | 'unreachable'
  | 'slow'
  | 'redirects'
  | 'login'
  | 'later'
  | 'gone'
  | 'failing'
  | 'pdf'
  | 'other-type'

/** What was read: at most as many bytes as were asked for, decompressed; `isCut` where there was more. */
export interface Read {
  ok: true
  /** Where it was found, after redirects. */
  url: URL
  contentType: string
  bytes: Buffer
  isCut: boolean
}

/** Why not. */
export interface Unread {
  ok: false
  why: Why
  /** When the host may be asked again, where it said so or another request has the turn. */
  again?: Date
}

export type Outcome = Read | Unread

/** Thrown on the way to an outcome. */
export class OutsideError extends Error {
  constructor(readonly why: Why) {
    super(why)
  }
}
