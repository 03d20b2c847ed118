import { render, screen } from '@testing-library/react'
import { userRound } from './glyphs'
import { MainNav } from './main-nav'

let path = '/en/sign-in'
jest.mock('next/navigation', () => ({ usePathname: () => path }))

const links = [
  { href: '/en/courses', text: 'Courses' },
  { href: '/en/sign-in', text: 'Account', icon: userRound },
]

it('a tool drawn as an icon keeps its words, and its mark', () => {
  render(<MainNav label="Main" links={links} />)
  const account = screen.getByRole('link', { name: 'Account' })
  expect(account).toHaveAttribute('aria-current', 'page')
  expect(account.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
  expect(screen.getByRole('link', { name: 'Courses' })).not.toHaveAttribute('aria-current')
})

it('stands above a page, and below a card', () => {
  const both = <><MainNav label="Above" links={links} /><MainNav label="Below" links={links} end /></>
  const { rerender } = render(both)
  expect(screen.getByRole('navigation', { name: 'Above' })).toBeVisible()
  path = '/en/cards/1'
  rerender(<div>{both}</div>)
  expect(screen.getByRole('navigation')).toHaveAccessibleName('Below')
})
