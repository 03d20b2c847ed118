import { join } from 'node:path'
import { PROJECT } from './postgres-home.mjs'

/**
 * Makes the two scripts that are no part of Next, as files beside the rest of the build; the server in front sends them
 * from there (scripts/front/built-scripts.mjs):
 * - worker.js, the service worker (scripts/worker). Not a route of Next, which would pack it again at run time, for its
 *   store of rendered answers lives in memory.
 * - first.js, made smaller: it is in every page, and what its comments weigh a lesson cannot spend.
 * @param {string} [folder] of the build
 */
export async function buildScripts(folder = join(PROJECT, '.next')) {
  const { build } = await import('esbuild') // `npm start` loads this file before the packages are there
  const small = { minify: true, legalComments: 'none', logLevel: 'warning' }
  await build({
    ...small,
    entryPoints: [join(PROJECT, 'scripts/worker/worker.mjs')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await build({ ...small, entryPoints: [join(PROJECT, 'public/first.js')], outfile: join(folder, 'first.js'), target: 'es2020' })
}
