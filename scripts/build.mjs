import { buildScripts } from './build-scripts.mjs'
import { makeWhenChanged } from './fingerprint.mjs'
import { program } from './program.mjs'
import { mustRun } from './run.mjs'

/** @param {{ signal?: AbortSignal }} [options] */
export async function generateClient({ signal } = {}) {
  await makeWhenChanged({
    sources: ['prisma/schema', 'prisma/prisma.config.ts', 'package-lock.json'],
    stamp: 'prisma/client/.made-from',
    make: () => mustRun(process.execPath, [program('prisma'), '--config', 'prisma/prisma.config.ts', 'generate'],
      'The Prisma client could not be made from prisma/schema; the fault is named above.', { signal }),
  })
}

/** @param {{ signal?: AbortSignal }} [options] */
export async function build({ signal } = {}) {
  await makeWhenChanged({
    sources: ['app', 'components', 'lib', 'messages', 'public', 'prisma/schema', 'next.config.js', 'instrumentation.ts',
      'tsconfig.json', 'package-lock.json', 'scripts/worker', 'scripts/build-scripts.mjs'],
    stamp: '.next/made-from',
    make: async () => {
      console.log('\n▸ Building (about a minute; again only when the code changes)')
      await mustRun(process.execPath, [program('next'), 'build'], 'Haven cannot be built; the fault is named above.',
        { signal, env: { NODE_ENV: 'production' } })
      await buildScripts()
    },
  })
}
