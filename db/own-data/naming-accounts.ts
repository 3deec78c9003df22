import type { SectionName } from './sections'

/** What a column that names an account means for the person whose account it is. */
interface Naming {
  /** The part of their download that holds these rows; or none, and why. */
  download: SectionName | { none: string }
  /** What becomes of these rows when the account is deleted: they are removed; or they stay, and why. */
  deletion: 'removed' | { kept: string }
  /** The column that names the account, where this one names a row of its table by the id. */
  through?: `${string}.${string}`
}

const UNDER_THE_NAME =
  'what was published stays, as its licence says, under the name that the account has then'
const ACTS = 'who did it stays known, under the name that the account has then'
const ALSO_AN_ACT = { none: 'each is an act, too, and in `acts`' }

/**
 * Every column that names an account, as `table.column` of the database: what of it its owner downloads, and what becomes
 * of it when the account is deleted. A test compares this list with the tables, so that whoever adds such a column
 * decides both. What is `removed` is removed by it (`remove.ts`), so a line is all that a new table needs for that; for
 * the download it needs a section (`sections.ts`), or the reason why there is none. A table that holds somebody's e-mail
 * address and names no account is here by what leads to one (`through`).
 */
export const namingAccounts: Record<string, Naming> = {
  'account.id': {
    download: 'account',
    deletion: { kept: 'nothing but its name, which may be a neutral one: address, password and progress go' },
  },
  'account_deletion.account_id': {
    download: 'deletions',
    deletion: { kept: 'that it was deleted, so that it is deleted again after an older backup is restored' },
  },
  'account_token.account_id': { download: 'mailedLinks', deletion: 'removed' },
  'answer.account_id': { download: 'keptAnswers', deletion: 'removed' },
  'appeal.account_id': {
    download: 'appeals',
    deletion: { kept: 'deleting an account must not undo a restriction, nor what was said about it' },
  },
  'appeal.answered_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'audit_record.account_id': {
    download: 'actsOnThem',
    deletion: { kept: 'moderation stays accountable, under the name that the account has then' },
  },
  'audit_record.actor_id': { download: 'acts', deletion: { kept: ACTS } },
  'block.account_id': {
    download: 'restrictions',
    deletion: { kept: 'deleting an account must not undo a restriction' },
  },
  'block.by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'block.lifted_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'checked_words.ended_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'comment.author_id': { download: 'comments', deletion: { kept: UNDER_THE_NAME } },
  'comment.decided_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'comment.mentions': {
    download: { none: 'these are words of others; that there are some is in `notifications`' },
    deletion: { kept: 'a mention is an id: it shows the name that the account has then' },
  },
  'comment.withheld_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'entry_merge.by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'decision_wish.submission_id': {
    download: 'decisionWishes',
    deletion: 'removed',
    through: 'submission.author_id',
  },
  'decision.by_id': { download: 'decisions', deletion: { kept: ACTS } },
  'entry.deleted_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'event.account_id': {
    download: { none: 'a row of ids; what it tells its owner is in `notifications`' },
    deletion: { kept: 'events hold ids and no words' },
  },
  'event.actor_id': {
    download: { none: 'a row of ids; what was done is in the other parts' },
    deletion: { kept: 'events hold ids and no words' },
  },
  'fact_check.account_id': { download: 'checks', deletion: 'removed' },
  'held_name.account_id': {
    download: 'formerNames',
    deletion: { kept: 'as a hash, and for nobody: a name that was theirs must not become another’s at once' },
  },
  'mail_choice.account_id': { download: 'mailChoices', deletion: 'removed' },
  'mail_plan.account_id': { download: 'mailPlans', deletion: 'removed' },
  'mute.account_id': { download: 'mutes', deletion: 'removed' },
  'mute.muted_id': {
    download: { none: 'who mutes whom is for the one who does to know' },
    deletion: 'removed',
  },
  'network_trace.account_id': {
    download: 'networks',
    deletion: {
      kept: 'until they are 90 days old, as hashes: deleting an account must not hide who made many',
    },
  },
  'news_mail.account_id': { download: 'newsMails', deletion: 'removed' },
  'news_mail_item.account_id': {
    download: { none: 'says which of the notifications was in which of the mails' },
    deletion: 'removed',
  },
  'notification.account_id': { download: 'notifications', deletion: 'removed' },
  'outside_identity.account_id': { download: 'otherSites', deletion: 'removed' },
  'owed_mail.account_id': { download: 'mailsToSend', deletion: 'removed' },
  'own_words.account_id': { download: 'ownWords', deletion: 'removed' },
  'own_words.decided_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'passkey.account_id': { download: 'passkeys', deletion: 'removed' },
  'passkey_challenge.account_id': {
    download: { none: 'a random number, kept for minutes' },
    deletion: 'removed',
  },
  'thanks.by_id': {
    download: { none: 'it was said to somebody, who has it in their news' },
    deletion: { kept: 'it names nobody any more once the account has no name' },
  },
  'patrol.by_id': { download: 'patrols', deletion: { kept: ACTS } },
  'report.about_account_id': {
    download: { none: 'these are words of others, who may have to be protected' },
    deletion: { kept: 'what was reported is settled all the same; the words are deleted a year later' },
  },
  'report.by_id': {
    download: 'reports',
    deletion: { kept: 'what was reported is settled all the same; the words are deleted a year later' },
  },
  'report.closed_by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
  'revision.author_id': { download: 'edits', deletion: { kept: UNDER_THE_NAME } },
  'second_step.account_id': { download: 'secondSteps', deletion: 'removed' },
  'session.account_id': { download: 'sessions', deletion: 'removed' },
  'spare_code.account_id': { download: 'spareCodes', deletion: 'removed' },
  'stored_object.uploaded_by_id': { download: 'pictures', deletion: { kept: UNDER_THE_NAME } },
  'submission.author_id': {
    download: 'submissions',
    deletion: { kept: 'what waits may still be published, and decisions refer to what was declined' },
  },
  'submission.claimed_by_id': {
    download: { none: 'says for minutes that somebody is looking' },
    deletion: { kept: 'it ends within minutes' },
  },
  'task_aside.account_id': {
    download: { none: 'which small tasks somebody skipped, kept for a while' },
    deletion: 'removed',
  },
  'thread.closed_by_id': { download: 'settledThreads', deletion: { kept: UNDER_THE_NAME } },
  'thread.started_by_id': {
    download: { none: 'each begins with a comment of theirs, with its subject in `comments`' },
    deletion: { kept: UNDER_THE_NAME },
  },
  'upload.account_id': { download: 'uploads', deletion: 'removed' },
  'vote.account_id': { download: 'votes', deletion: { kept: ACTS } },
  'watch.account_id': { download: 'watchlist', deletion: 'removed' },
  'watch_feed.account_id': { download: 'watchFeeds', deletion: 'removed' },
  'withholding.by_id': { download: ALSO_AN_ACT, deletion: { kept: ACTS } },
}
