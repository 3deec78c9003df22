import { cycles } from './laws/cycles'
import { barrels, documented, lengths, names } from './laws/files'
import { frameworkInItsRoom } from './laws/framework'
import { boundedSchemas, loadersTakeRead, readAddresses } from './laws/input'
import { contentKnowsNoNoun, kinds } from './laws/kinds'
import { drizzleOnlyInDb, layers, nextAtTheRim, replicaInOneRoom } from './laws/layers'
import { oneLanguage, textsWhenUsed, wordsInMessages } from './laws/messages'
import {
  actionsAreOperations,
  recordedByMechanism,
  saysWhatItAudits,
  writesAreOperations,
} from './laws/operations'
import { records } from './laws/records'
import { roles } from './laws/roles'
import { rooms } from './laws/rooms'
import { addressesAreBuilt, pagesReadTheirRow, reactWhereItIsNeeded, rowsAndFiles } from './laws/routes'
import { readSources } from './laws/source-file'
import { command, PlainError } from './plain-error'
import { say } from './say'

const LAWS = [
  layers,
  drizzleOnlyInDb,
  nextAtTheRim,
  replicaInOneRoom,
  frameworkInItsRoom,
  cycles,
  rooms,
  barrels,
  names,
  lengths,
  documented,
  roles,
  recordedByMechanism,
  writesAreOperations,
  saysWhatItAudits,
  actionsAreOperations,
  kinds,
  contentKnowsNoNoun,
  boundedSchemas,
  readAddresses,
  loadersTakeRead,
  rowsAndFiles,
  reactWhereItIsNeeded,
  oneLanguage,
  textsWhenUsed,
  wordsInMessages,
  addressesAreBuilt,
  pagesReadTheirRow,
  records,
]

command(async () => {
  const files = readSources()
  const broken = LAWS.flatMap((law) => law(files))
  for (const sentence of broken) say(sentence)
  if (broken.length > 0) throw new PlainError(`${broken.length} places break the laws of the project.`)
  say(`${files.length} files keep the laws of the project.`)
})
