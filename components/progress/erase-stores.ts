import { erase } from './device'
import { shelf } from './shelf'

// A device may hold more than what the page shows: a store for each person who has signed in here, and one without an
// account.

/** Removes every store on this device, whoever's it is, in all tabs. Resolves when all of it is gone; never rejects. */
export async function eraseStores(): Promise<void> {
  await erase()
  // What is refused here was refused before: nothing was kept there.
  await Promise.allSettled([forgetTab(), stores().then((names) => Promise.allSettled(names.map(remove)))])
}

/** Removes what this device holds of one person, in all tabs. Resolves when it is gone; never rejects. @param owner who.ts */
export const eraseStoreOf = async (owner: string): Promise<void> =>
  void (await Promise.allSettled([forgetTab(), remove(`haven-${owner}`)]))

/** All but what public/first.js and quiet.ts know the tab by, which says nothing of a person. */
async function forgetTab(): Promise<void> {
  for (const key of Object.keys(sessionStorage)) if (/^haven\.(?!(here|seen)$)/.test(key)) sessionStorage.removeItem(key)
}

/** Names. Where the browser does not tell them, what other people left stays until they erase it themselves. */
async function stores(): Promise<string[]> {
  const found = (await indexedDB.databases?.()) ?? [{ name: 'haven' }]
  return found.flatMap(({ name }) => (name?.startsWith('haven') ? [name] : []))
}

/** A database goes only when every tab has let go of it, so its contents go first, and they are not waited for. */
async function remove(name: string): Promise<void> {
  if (typeof BroadcastChannel !== 'undefined') {
    const tabs = new BroadcastChannel(name)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    tabs.postMessage({ erased: true })
    tabs.close()
  }
  await shelf(name).clear()
  await new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(name)
    for (const end of ['success', 'error', 'blocked']) deleting.addEventListener(end, resolve)
  })
}
