import { createHmac } from 'node:crypto'

/**
 * The wiki's own mark in a reader's progress: two wikis at one host (browsers share cookies between ports) ignore each
 * other's. Made of the wiki's secret, of which it tells nothing.
 */
export const wikiMark = (secret: string): string =>
  createHmac('sha256', secret).update('loreleaf_progress').digest('hex').slice(0, 8)
