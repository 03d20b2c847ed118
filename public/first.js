// Runs first in every page: saved preferences, and the quick exit.
(() => {
  const root = document.documentElement
  const on = (type, listener) => addEventListener(type, listener, true)
  const attempt = (f) => { try { return f() } catch (e) { return null } } // storage can be forbidden

  for (const [name, values] of [['theme', /^(light|dark)$/], ['text', /^(small|large|larger)$/]]) {
    const value = attempt(() => localStorage['haven.' + name])
    if (values.test(value)) root.dataset[name] = value
  }

  // At a shared computer this tab holds what its person did (shared-shelf.ts). When they are not who is signed in now,
  // nothing of them stays, and not only from when the page is awake.
  const here = /__Host-who=(s[^;]*)|$/.exec(document.cookie)[1]
  const owner = attempt(() => JSON.parse(sessionStorage['haven.shared']).owner) || here
  if (!here || owner != here) attempt(() => ['shared', 'seen'].forEach((name) => sessionStorage.removeItem('haven.' + name)))

  let gone
  const cover = () => {
    gone = true
    root.style.setProperty('display', 'none', 'important')
    document.title = 'New tab'
  }
  // No questions; and who is signed in no longer is no reason to load this page again (device.ts).
  const ignore = (e) => gone && e.stopImmediatePropagation()
  on('beforeunload', ignore)
  on('focus', ignore)

  // What is kept for use without a network (scripts/worker): first stop who keeps it.
  const worker = navigator.serviceWorker
  const drop = async () => {
    const kept = worker && await worker.getRegistration()
    if (kept) {
      attempt(() => kept.active.postMessage({ stop: true }))
      await kept.unregister()
    }
    if (self.caches) await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
  }
  const erase = async () => {
    const bases = indexedDB.databases ? await indexedDB.databases() : [{ name: 'haven' }]
    await Promise.all(bases.map(({ name }) => /^haven/.test(name) && new Promise((done) => {
      const erasing = indexedDB.deleteDatabase(name)
      erasing.onsuccess = erasing.onerror = done
    })))
  }

  // What this site stored goes here too: offline, or over plain http, nobody hears /leave ask for it.
  const forget = () => {
    attempt(() => sessionStorage.clear())
    attempt(() => localStorage.clear())
    return Promise.allSettled([drop(), erase()])
  }

  // Other tabs of this site leave with the one that does.
  const tabs = attempt(() => new BroadcastChannel('haven.leave'))

  // Who hears haven:leave saves at once, or pushes a promise into its detail: 300 ms at most.
  const leave = (to) => {
    if (gone) return
    cover()
    const saving = []
    const end = () => location.replace(navigator.onLine ? to : 'about:blank')
    dispatchEvent(new CustomEvent('haven:leave', { detail: saving }))
    attempt(() => speechSynthesis.cancel())
    Promise.all(saving).then(forget, forget).then(end)
    // Offline nobody else erases what is kept here; the page is covered, and waits for it.
    setTimeout(end, navigator.onLine ? 300 : 3000)
  }
  const leaveAll = () => {
    attempt(() => tabs.postMessage(''))
    leave('/leave')
  }
  if (tabs) tabs.onmessage = () => leave('/leave?again')
  const click = (e) => {
    if (e.button > 1 || !e.target.closest('a.leave')) return
    e.preventDefault()
    leaveAll()
  }
  on('click', click)
  on('auxclick', click)

  // Shift alone, three times within 5 s.
  let times = [], alone, timer
  const say = (text) => {
    const status = document.querySelector('[data-leave-status]')
    if (status) status.textContent = status.dataset[text] || ''
  }
  const reset = () => {
    if (times[0]) say()
    times = []
    alone = false
  }
  on('pointerdown', reset)
  on('keydown', (e) => e.key === 'Shift' ? alone = true : reset())
  on('keyup', (e) => {
    if (e.key !== 'Shift' || !alone) return
    times = times.filter((time) => e.timeStamp - time < 5000).concat(e.timeStamp)
    if (times[2]) return leaveAll()
    say(times[1] ? 'one' : 'two')
    clearTimeout(timer)
    timer = setTimeout(reset, 5000)
  })

  // Back after leaving: the tab has lost its mark.
  const check = (back) => attempt(() => {
    if (sessionStorage['haven.here'] || !back) return sessionStorage['haven.here'] = 1
    cover()
    location.replace('/leave?again')
  })
  check((performance.getEntriesByType('navigation')[0] || {}).type === 'back_forward')
  on('pagehide', () => root.style.visibility = 'hidden') // until we know more
  on('pageshow', (e) => {
    if (e.persisted) check(true)
    root.style.visibility = ''
  })

  // Pages stay readable without a network; signed in on a shared computer, nothing stays.
  let still // offline-store.ts has just removed them
  on('haven:still', () => still = true)
  worker && on('load', () => setTimeout(() => {
    if (gone || still) return
    if (/__Host-who=s/.test(document.cookie)) return drop()
    worker.register('/worker.js').then(() => worker.ready)
      .then(({ active }) => still ? drop() : gone || active.postMessage({ tend: location.pathname }), () => {})
  }, 1000))
})()
