/** The key of the job that sends a mail. */
export const mailKey = (mailId: number): string => `send-mail ${mailId}`

/** The key of the job that looks up the account for a password reset. */
export const lookUpKey = (requestId: number): string => `look-up-reset ${requestId}`

/** The key of the job that derives what fields say by their types. */
export const FIELDS_KEY = 'derive-fields'

/** The key of the job that computes postponed standings. */
export const STANDINGS_KEY = 'weigh-standings'

/** The key of the job that makes the sizes of a file's picture. */
export const sizesKey = (entryId: number): string => `make-sizes ${entryId}`

/** The key of the job that forgets words that no text has any more. */
export const FORGET_WORDS_KEY = 'forget-words'

/** The key of the job that removes the bytes of what was erased. */
export const REMOVAL_KEY = 'remove-objects'
