import http from 'node:http'
import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { chromium } from '@playwright/test'
const js = readFileSync('/tmp/ledger/device.js', 'utf8')
const variants = { '/': js, '/nocommit': js.replace('writing.commit();', '') }
const server = http.createServer((q, s) => { s.setHeader('content-type', 'text/html'); s.end(`<script>${variants[q.url] ?? js}</script>ok`) }).listen(55525, '127.0.0.1')
for (const path of ['/', '/nocommit']) {
  let kept = 0; const rounds = 20
  const dir = mkdtempSync('/tmp/ledger/p')
  const browser = await chromium.launchPersistentContext(dir, { executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const cdp = await browser.browser()?.newBrowserCDPSession?.() 
  for (let i = 0; i < rounds; i++) {
    const page = await browser.newPage()
    await page.goto('http://127.0.0.1:55525' + path)
    await page.evaluate(() => device.all('c'))
    const before = new Set((await pids(cdp)).map(x => x.id))
    page.evaluate((i) => { device.keepNote('k' + i, 'v'); device.append({ kind: 'block.tried', course: 'c', lesson: '1', block: 'b' + i }); setTimeout(() => { for (;;); }, 0) }, i).catch(() => {})
    await new Promise(r => setTimeout(r, 60))
    const session = await page.context().newCDPSession(page).catch(() => null)
    // the renderer of this page burns processor: the newest renderer
    const all = (await pids(cdp)).filter(p => p.type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime)
    const busy = all.filter(p => p.id).at(0)
    const renderers = all.map(p => p.id)
    for (const id of renderers) try { process.kill(id, 'SIGKILL') } catch {}
    await new Promise(r => setTimeout(r, 80))
    await page.close().catch(() => {})
    const again = await browser.newPage()
    await again.goto('http://127.0.0.1:55525' + path)
    const [note, ev] = await again.evaluate(async (i) => { const p = await device.all('c'); return [device.note('k' + i), !!p.lessons['1']?.blocks['b' + i]] }, i)
    if (note === 'v' && ev) kept++
    await again.close()
  }
  console.log(path, kept, 'of', rounds, 'kept')
  await browser.close(); rmSync(dir, { recursive: true, force: true })
}
server.close()
async function pids(cdp) { return (await cdp.send('SystemInfo.getProcessInfo')).processInfo }
