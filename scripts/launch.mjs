// Runs on any Node with modules: nothing newer may be used before the version has been checked.

/** Checks Node and the packages, reporting on `out` what takes time, then runs a TypeScript file. */
export function launch(script, out = process.stdout) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Loreleaf needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
    process.exit(1)
  }
  import('./packages.mjs')
    .then((packages) => packages.ensurePackages(out))
    .then(() => import('tsx/esm/api'))
    .then((tsx) => {
      tsx.register()
      return import(`./${script}`)
    })
    .catch((error) => {
      console.error(error)
      process.exit(1)
    })
}
