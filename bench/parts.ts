import type { Part } from './part'
import { coldPart } from './parts/cold'
import { readPart } from './parts/read'
import { savePart } from './parts/save'

/** All parts, in the order in which they are measured and shown. */
export const PARTS: Part[] = [readPart, coldPart, savePart]
