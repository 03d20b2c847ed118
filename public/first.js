// Runs first in every page: saved preferences, and the quick exit.
(() => {
  const root = document.documentElement
  const on = (type, listener) => addEventListener(type, listener, true)
  const attempt = (f) => { try { return f() } catch (e) { return null } } // storage can be forbidden

  for (const [name, values] of [['theme', /^(light|dark)$/], ['text', /^(small|large|larger)$/]]) {
    const value = attempt(() => localStorage['haven.' + name])
    if (values.test(value)) root.dataset[name] = value
  }

  let gone
  const cover = () => {
    gone = true
    root.style.setProperty('display', 'none', 'important')
    document.title = 'New tab'
  }
  on('beforeunload', (e) => gone && e.stopImmediatePropagation()) // no questions

  // What this site stored goes here too: offline, or over plain http, nobody hears /leave ask for it.
  const forget = () => new Promise((done) => {
    attempt(() => sessionStorage.clear())
    attempt(() => localStorage.clear())
    const erasing = attempt(() => indexedDB.deleteDatabase('haven'))
    if (!erasing) return done()
    erasing.onsuccess = erasing.onerror = done
  })

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
    setTimeout(end, 300)
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
})()
