import type { Part } from './part'
import { readPart } from './parts/read'

/** All parts, in the order in which they are measured and shown. */
export const PARTS: Part[] = [readPart]
