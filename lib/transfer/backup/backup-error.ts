/** A problem with a backup; the message is one sentence for whoever wanted it written or restored. */
export class BackupError extends Error {}
