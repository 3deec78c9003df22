/** The editor's keyboard shortcuts. On a Mac, Cmd stands for Ctrl. */
export const keys = {
  title: 'Keys',
  list: [
    ['Alt+F10', 'to the tools; arrows lead from one to the next, Escape leads back to the text'],
    ['Tab, Shift+Tab', 'out of the text; in a table from cell to cell, and out of it behind the last'],
    ['[[', 'link to a page'],
    ['Ctrl+B, Ctrl+I', 'bold, italic'],
    ['Ctrl+Alt+2, 3, 4', 'headings; so do ## and a space at the beginning of a line'],
    ['Ctrl+Shift+8, 7, B', 'list, numbered list, quotation; so do -, 1. and > with a space'],
    ['Ctrl+Enter', 'in a table: a row below'],
    ['Enter', 'on a reference that is selected: change it'],
    ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo'],
    ['Escape', 'closes what a tool opened, and the look at the changes'],
  ],
} as const
