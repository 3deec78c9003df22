/** The key of the job that sends a mail. */
export const mailKey = (mailId: number): string => `send-mail ${mailId}`

/** The key of the job that looks whose account a new password was asked for. */
export const lookUpKey = (requestId: number): string => `look-up-reset ${requestId}`

/** The key of the job that weighs standings that were put off. */
export const STANDINGS_KEY = 'weigh-standings'
