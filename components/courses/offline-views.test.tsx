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

it('lists nothing that is not here', async () => {
  const { container } = render(<OfflineKept heading="Lessons" lessons={[{ href: '/en/courses/a/1.1', title: 'One', lang: 'en' }]} />)
  await waitFor(() => expect(container).toBeEmptyDOMElement())
})

it('erasing finds nothing to remove, and does not fail', async () => {
  await expect(removeOffline()).resolves.toBeUndefined()
})
