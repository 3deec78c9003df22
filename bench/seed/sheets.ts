import type { account } from '@/db/accounts/schema'
import type { auditRecord } from '@/db/audit/schema'
import type { Target } from '@/db/backup/empty-database'
import type { cacheEvent } from '@/db/cache/schema'
import type { entry, factFacet, pageFacet, title } from '@/db/entries/schema'
import type { fieldValue, link, relation, titleLink, titleRelation } from '@/db/links/schema'
import type { report } from '@/db/reports/schema'
import type { decision } from '@/db/review/schema'
import type { externalAuthor, revision, revisionContent } from '@/db/revisions/schema'
import type { searchRow } from '@/db/search/schema'
import type { factStanding } from '@/db/standings/schema'
import type { submission, submissionItem, submissionRound } from '@/db/submissions/schema'
import type { infoboxField, pageKind, setting } from '@/db/wiki/schema'
import type { withholding } from '@/db/withholding/schema'
import { type Sheet, sheetOf } from './sheet'

/** A sheet for each table that a wiki begins with. */
export function makeSheets() {
  return {
    setting: sheetOf<typeof setting.$inferSelect>()('setting', ['key', 'value']),
    pageKind: sheetOf<typeof pageKind.$inferSelect>()('page_kind', [
      ...(['key', 'name', 'plural'] as const),
      ...(['position', 'isPerson', 'hasOrdinal', 'isCategory', 'releasedBy'] as const),
    ]),
    infoboxField: sheetOf<typeof infoboxField.$inferSelect>()('infobox_field', [
      ...(['kind', 'key', 'label', 'position', 'type', 'reverseLabel'] as const),
    ]),
    account: sheetOf<typeof account.$inferSelect>()('account', [
      'id',
      'name',
      'nameKey',
      'role',
      'createdAt',
    ]),
    externalAuthor: sheetOf<typeof externalAuthor.$inferSelect>()('external_author', ['id', 'wiki', 'name']),
    entry: sheetOf<typeof entry.$inferSelect>()('entry', [
      ...([
        'id',
        'kind',
        'number',
        'headId',
        'label',
        'gateKind',
        'gatePageId',
        'createdAt',
        'changedAt',
      ] as const),
      ...(['protection', 'protectedUntil', 'protectionReason'] as const),
      ...(['deletedAt', 'deletedById', 'deletionReason'] as const),
    ]),
    title: sheetOf<typeof title.$inferSelect>()('title', [
      ...(['key', 'entryId', 'text', 'isCurrent', 'folded'] as const),
    ]),
    pageFacet: sheetOf<typeof pageFacet.$inferSelect>()('page_facet', [
      ...(['entryId', 'kind', 'sortKey', 'language', 'isLivingPerson', 'workId', 'ordinal'] as const),
    ]),
    factFacet: sheetOf<typeof factFacet.$inferSelect>()('fact_facet', [
      ...(['entryId', 'isPrivateLife'] as const),
    ]),
    factStanding: sheetOf<typeof factStanding.$inferSelect>()('fact_standing', [
      ...(['entryId', 'standing', 'supports', 'contradicts', 'narrows', 'independent', 'sequence'] as const),
    ]),
    link: sheetOf<typeof link.$inferSelect>()('link', [
      'fromId',
      'toId',
      'kind',
      'position',
      'since',
      'until',
    ]),
    titleLink: sheetOf<typeof titleLink.$inferSelect>()('title_link', ['fromId', 'key', 'since', 'until']),
    relation: sheetOf<typeof relation.$inferSelect>()('relation', [
      ...(['fromId', 'toId', 'field', 'position', 'since', 'until', 'ordinal', 'sortKey'] as const),
    ]),
    titleRelation: sheetOf<typeof titleRelation.$inferSelect>()('title_relation', [
      ...(['fromId', 'key', 'field', 'position', 'since', 'until', 'ordinal', 'sortKey'] as const),
    ]),
    fieldValue: sheetOf<typeof fieldValue.$inferSelect>()('field_value', [
      ...(['entryId', 'field', 'position', 'type', 'fits', 'number', 'unit'] as const),
      ...(['firstDay', 'lastDay', 'isApproximate', 'boolean'] as const),
    ]),
    searchRow: sheetOf<typeof searchRow.$inferSelect>()('search_row', ['entryId', 'kind', 'label', 'text']),
    revision: sheetOf<typeof revision.$inferSelect>()('revision', [
      ...([
        'id',
        'entryId',
        'number',
        'sequence',
        'authorId',
        'externalAuthorId',
        'externalRevisionId',
      ] as const),
      ...(['origin', 'summary', 'isMinor', 'via', 'touches', 'isReviewed', 'words', 'hash'] as const),
      ...(['submissionId', 'createdAt'] as const),
    ]),
    revisionContent: sheetOf<typeof revisionContent.$inferSelect>()('revision_content', [
      ...(['revisionId', 'schemaVersion', 'salt', 'content'] as const),
    ]),
    withholding: sheetOf<typeof withholding.$inferSelect>()('withholding', [
      ...(['entryId', 'fromNumber', 'toNumber', 'part', 'strength', 'reason', 'byId', 'at'] as const),
    ]),
    submission: sheetOf<typeof submission.$inferSelect>()('submission', [
      ...(['id', 'authorId', 'state', 'summary', 'isMinor', 'createdAt', 'waitingSince'] as const),
    ]),
    submissionRound: sheetOf<typeof submissionRound.$inferSelect>()('submission_round', [
      ...(['id', 'submissionId', 'number', 'createdAt'] as const),
    ]),
    submissionItem: sheetOf<typeof submissionItem.$inferSelect>()('submission_item', [
      ...(['roundId', 'position', 'entryKind', 'entryId', 'baseNumber', 'baseRoundId'] as const),
      ...(['schemaVersion', 'content', 'hash', 'touches'] as const),
    ]),
    decision: sheetOf<typeof decision.$inferSelect>()('decision', [
      'roundId',
      'verdict',
      'byId',
      'reason',
      'at',
    ]),
    auditRecord: sheetOf<typeof auditRecord.$inferSelect>()('audit_record', [
      ...(['id', 'actorId', 'act', 'entryId', 'accountId', 'detail', 'reason', 'isPublic', 'at'] as const),
    ]),
    report: sheetOf<typeof report.$inferSelect>()('report', [
      ...(['receipt', 'urgency', 'target', 'category', 'words', 'address', 'entryId', 'createdAt'] as const),
      ...(['closedAt', 'closedById', 'outcome'] as const),
    ]),
    cacheEvent: sheetOf<typeof cacheEvent.$inferSelect>()('cache_event', ['id', 'tags', 'at']),
  }
}

export type Sheets = ReturnType<typeof makeSheets>

/** Gives every table what has been collected for it, where that is at least so many characters. */
export async function flushAll(sheets: Sheets, target: Target, least = 0): Promise<void> {
  for (const sheet of Object.values(sheets) as Pick<Sheet<never>, 'flush'>[]) await sheet.flush(target, least)
}
