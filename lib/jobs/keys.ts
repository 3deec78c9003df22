/** The key of the job that sends a mail. */
export const mailKey = (mailId: number): string => `send-mail ${mailId}`

/** The key of the job that sends a mail about news. */
export const newsMailKey = (mailId: number): string => `send-news-mail ${mailId}`

/** The key of the job that sends what is to be sent of a wish for one mail about a submission. */
export const wishKey = (submissionId: number): string => `send-wish ${submissionId}`

/** The key of the job that makes the mails of what is to be told at once, in this minute. */
export const makeMailsKey = (minute: number): string => `make-mails ${minute}`

/** The key of the job that looks up the account for a password reset. */
export const lookUpKey = (requestId: number): string => `look-up-reset ${requestId}`

/** The key of the job that finishes merges of entries. */
export const MERGES_KEY = 'finish-merges'

/** The key of the job that derives what fields say by their types. */
export const FIELDS_KEY = 'derive-fields'

/** The key of the job that computes postponed standings. */
export const STANDINGS_KEY = 'weigh-standings'

/** The key of the job that makes the sizes of a file's picture. */
export const sizesKey = (entryId: number): string => `make-sizes ${entryId}`

/** The key of the job that forgets words that no text has any more. */
export const FORGET_WORDS_KEY = 'forget-words'

/** The key of the job that lists which comments were erased. */
export const ERASURES_KEY = 'list-erasures'

/** The key of the job that removes the bytes of what was erased. */
export const REMOVAL_KEY = 'remove-objects'

/** The key of the job that tells people at once what happened. */
export const tellKey = 'tell'

/** The key of the job that does so for what happened in a few seconds. */
export const tellSoonKey = (turn: number): string => `tell ${turn}`

/** The key of the job that ends a block that has run out. */
export const endBlockKey = (blockId: number): string => `end-block ${blockId}`

/** The key of the job that opens words again that nobody has decided about. */
export const openWordsKey = (checkedId: number): string => `open-words ${checkedId}`

/** The key of the job that deletes an account whose time has come. */
export const deletionKey = (accountId: number): string => `delete-account ${accountId}`

/** The key of the job that enters deletions of accounts in the list of the store. */
export const LIST_DELETIONS_KEY = 'list-deletions'

/** The key of the job that looks at cited addresses. */
export const LOOK_OUTSIDE_KEY = 'look-outside'
