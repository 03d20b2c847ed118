import { render, screen, waitFor } from '@testing-library/react'
import messages from '@/messages/en/courses.json'
import { OfflineDownload } from './offline-download'
import { OfflineKept } from './offline-kept'
import { OfflineStorage } from './offline-storage'
import { removeOffline } from './offline-store'

// The keeping itself needs a real browser (e2e/learner/offline.spec.ts). Here: a browser that keeps nothing.
const { download, storage } = messages.offline

it('says so where the browser keeps nothing, and offers no button', async () => {
  render(<OfflineDownload paths={['/en/courses/a']} labels={download} />)
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(download.none))
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

it('says so in the settings too', async () => {
  render(<OfflineStorage titles={{}} labels={storage} />)
  expect(await screen.findByText(storage.none)).toBeInTheDocument()
})

describe('where something can be kept', () => {
  beforeEach(() => {
    Object.assign(navigator, { serviceWorker: {} })
    Object.assign(globalThis, { caches: { has: () => Promise.resolve(false) } })
  })
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'serviceWorker')
    Reflect.deleteProperty(globalThis, 'caches')
    jest.restoreAllMocks()
  })

  it('says of a shared computer that nothing is kept on it, and nothing else', async () => {
    jest.spyOn(document, 'cookie', 'get').mockReturnValue(`__Host-who=shared.${'a'.repeat(22)}`)
    const { container } = render(<OfflineStorage titles={{}} labels={storage} />)
    await waitFor(() => expect(container).toHaveTextContent(storage.shared))
    expect(container.textContent).toBe(storage.shared)
  })

  it('does not speak of pages that are not there', async () => {
    const { container } = render(<OfflineStorage titles={{}} labels={storage} />)
    await waitFor(() => expect(container.textContent).toBe(storage.empty))
  })
})

it('lists nothing that is not here', async () => {
  const { container } = render(<OfflineKept heading="Lessons" lessons={[{ href: '/en/courses/a/1.1', title: 'One', lang: 'en' }]} />)
  await waitFor(() => expect(container).toBeEmptyDOMElement())
})

it('erasing finds nothing to remove, and does not fail', async () => {
  await expect(removeOffline()).resolves.toBeUndefined()
})
