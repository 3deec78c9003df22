import type { Part } from './part'
import { coldPart } from './parts/cold'
import { readPart } from './parts/read'
import { savePart } from './parts/save'
import { visiblePart } from './parts/visible'

/** All parts, in the order in which they are measured and shown. */
export const PARTS: Part[] = [readPart, coldPart, visiblePart, savePart]
