/**
 * The stages of `npm test`, cheapest first; the first that fails ends the run. `npm test -- unit db` runs those alone,
 * and what does not name a stage goes on to their tools: `npm test -- unit lib/progress`.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserTests } from './browser-tests.mjs'
import { build, generateClient } from './build.mjs'
import { installPackages } from './install.mjs'
import { interruption } from './interruption.mjs'
import { PROJECT } from './postgres-home.mjs'
import { program } from './program.mjs'
import { Refusal, endWith } from './refusal.mjs'
import { mustRun, run } from './run.mjs'
import { jestCounts } from './test-counts.mjs'

const REPORTS = join(PROJECT, '.data', 'reports')

/** @param {string} title @param {() => string[][]} commands programs of node_modules and their arguments, in order */
const tools = (title, commands) => ({
  title,
  async run({ signal }) {
    for (const command of commands()) {
      await mustRun(process.execPath, command, `${title}: the faults are named above.`, { signal })
    }
  },
})

/** @param {string[]} projects selections of scripts/jest.config.mjs */
const jest = (title, projects) => ({
  title,
  async run({ signal, more }) {
    const report = join(REPORTS, `${projects[0]}.json`)
    rmSync(report, { force: true })
    const { code } = await run(process.execPath, [program('jest'), '--config', 'scripts/jest.config.mjs',
      '--selectProjects', ...projects, '--maxWorkers=100%', '--json', '--outputFile', report, ...more], { signal })
    return jestCounts(report, code)
  },
})

/** Each `run` throws when its tool fails, or gives the counts of its tests. */
const STAGES = {
  types: tools('Types', () => [
    [program('next'), 'typegen'],
    [program('tsc', 'typescript'), '--noEmit', '-p', '.'],
  ]),
  lint: tools('Lint', () => [[program('oxlint')]]),
  content: tools('Content', () => [['scripts/content.mjs', 'check']]),
  unit: jest('House, unit and component tests', ['unit', 'component']),
  db: jest('Database tests', ['database']),
  build: { title: 'Build', run: build },
  e2e: { title: 'Browser tests', run: ({ signal, more }) => browserTests({ signal, more, reports: REPORTS }) },
}

/** @param {string[]} args */
export async function test(args) {
  const signal = interruption(() => new Refusal('Stopped.'))
  const total = { passed: 0, failed: 0 }
  try {
    await installPackages({ signal })
    await generateClient({ signal })
    mkdirSync(REPORTS, { recursive: true })
    const more = args.filter((arg) => !(arg in STAGES))
    for (const [title, stage] of chosen(args)) await timed(title, () => stage({ signal, more }), total)
  } catch (error) {
    total.failed = Math.max(total.failed, 1) // a stage without counts of its own failed
    endWith(signal.aborted ? signal.reason : error)
  } finally {
    console.log(`\n${total.passed} passed, ${total.failed} failed`)
  }
}

/** Browser tests need a build. */
function chosen(args) {
  const named = Object.keys(STAGES).filter((name) => args.includes(name) || (name === 'build' && args.includes('e2e')))
  if (args.length > 0 && named.length === 0) {
    throw new Refusal(`There is no stage "${args[0]}". The stages: ${Object.keys(STAGES).join(' ')}.`)
  }
  return (named.length > 0 ? named : Object.keys(STAGES)).map((name) => [STAGES[name].title, STAGES[name].run])
}

async function timed(title, stage, total) {
  console.log(`\n━━ ${title}`)
  const start = Date.now()
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`
  try {
    const counts = await stage()
    if (counts) for (const key of ['passed', 'failed']) total[key] += counts[key]
    if (counts?.failed) throw new Refusal(`${title}: ${counts.failed} failed.`)
    console.log(`━━ ${title}: ${counts ? `${counts.passed} passed` : 'ok'} in ${seconds()}`)
  } catch (error) { // only to say how long it took
    console.log(`━━ ${title}: failed after ${seconds()}`)
    throw error
  }
}
