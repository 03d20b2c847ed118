import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { program } from './program.mjs'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = ['/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** How systems install a Chromium, by the program that does it. */
const PACKAGE_MANAGERS = {
  'apt-get': [['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
  dnf: [['install', '-y', 'chromium']],
  apk: [['add', 'chromium']],
  pacman: [['-Sy', '--noconfirm', 'chromium']],
}

/**
 * The path of a Chromium that runs here: the one named by PLAYWRIGHT_CHROMIUM, Playwright's own, one of the system;
 * failing these, one that is now installed.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export async function chromium({ signal } = {}) {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named && !runs(named)) {
    throw new Refusal(`PLAYWRIGHT_CHROMIUM is ${named}, and that does not run. Correct or unset it.`)
  }
  const playwright = createRequire(import.meta.url)('playwright-core')
  const own = () => playwright.chromium.executablePath()
  const find = () => [named, own(), ...onPath(NAMES), ...MAC].find((path) => path && existsSync(path) && runs(path))
  const present = find()
  if (present) return present

  console.log('\n▸ Installing a Chromium (once)')
  const cli = program('playwright', '@playwright/test')
  const tryRun = (program, args) => run(program, args, { signal, env: { DEBIAN_FRONTEND: 'noninteractive' } })
  await tryRun(process.execPath, [cli, 'install', 'chromium'])
  const asRoot = rootPrefix()
  if (existsSync(own()) && !runs(own()) && asRoot) {
    await tryRun(...prefixed(asRoot, process.execPath, [cli, 'install-deps', 'chromium']))
  }
  const manager = Object.keys(PACKAGE_MANAGERS).find((name) => onPath([name]).length > 0)
  if (!find() && manager && asRoot) {
    for (const args of PACKAGE_MANAGERS[manager]) await tryRun(...prefixed(asRoot, manager, args))
  }
  const installed = find()
  if (installed) return installed
  throw new Refusal('The browser tests need a Chromium, and none could be installed. '
    + 'Install one (for example: sudo apt-get install chromium), or set PLAYWRIGHT_CHROMIUM to the path of one.')
}

/** A browser whose libraries are missing is there and does not run. */
const runs = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

const onPath = (names) => names.flatMap((name) =>
  (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).filter((path) => existsSync(path)))

/** @returns {string[] | undefined} what comes before a command that needs root; undefined: we cannot be root */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

function prefixed(prefix, program, args) {
  const [first, ...rest] = [...prefix, program, ...args]
  return [first, rest]
}
