import type { Part } from './part'
import { citePart } from './parts/cite'
import { coldPart } from './parts/cold'
import { digestsPart } from './parts/digests'
import { filesPart } from './parts/files'
import { listsPart } from './parts/lists'
import { mePart } from './parts/me'
import { memoryPart } from './parts/memory'
import { pagePart } from './parts/page'
import { pathsPart } from './parts/paths'
import { readPart } from './parts/read'
import { refusalsPart } from './parts/refusals'
import { relationsPart } from './parts/relations'
import { savePart } from './parts/save'
import { searchPart } from './parts/search'
import { sharePart } from './parts/share'
import { similarPart } from './parts/similar'
import { startPart } from './parts/start'
import { streamsPart } from './parts/streams'
import { tasksPart } from './parts/tasks'
import { variantsPart } from './parts/variants'
import { visiblePart } from './parts/visible'

/** All parts, in order. */
export const PARTS: Part[] = [
  readPart,
  coldPart,
  pagePart,
  variantsPart,
  visiblePart,
  savePart,
  citePart,
  relationsPart,
  filesPart,
  digestsPart,
  sharePart,
  mePart,
  streamsPart,
  pathsPart,
  refusalsPart,
  listsPart,
  searchPart,
  similarPart,
  tasksPart,
  startPart,
  memoryPart,
]
