import type { FileContent } from './file'

/** The content of a new file, before there is a picture. */
export const emptyFile: FileContent = {
  object: '',
  alternative: '',
  author: null,
  licence: { kind: 'not-stated' },
  source: null,
  crop: null,
  focus: null,
  note: null,
}
