/** The editor's table tools. */
export const tables = {
  tools: 'This table',
  caption: 'Title of the table (may stay empty)',
  addRowAfter: 'Row below',
  addRowBefore: 'Row above',
  addColumnAfter: 'Column after',
  addColumnBefore: 'Column before',
  headerRow: 'First row is headings',
  headerColumn: 'First column is headings',
  deleteRow: 'Delete row',
  deleteColumn: 'Delete column',
  deleteTable: 'Delete table',
} as const
