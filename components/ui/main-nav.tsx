'use client'

import { usePathname } from 'next/navigation'
import { Icon } from './icon'

interface MainNavProps {
  label: string
  /** Where there is no room, an `icon` stands for its words (shell.css). */
  links: { href: string; text: string; icon?: string }[]
  /** Below the page, where this row stands on the page of a card: nothing may come before its first line. */
  end?: boolean
}

/** The row of links under the strip; the one that leads here is marked. */
export function MainNav({ label, links, end = false }: MainNavProps) {
  const path = usePathname()
  const isCard = /^\/[a-z]+\/cards\/./.test(path)
  if (isCard !== end) return null
  return (
    <nav className={end ? 'mainnav mainnav-end' : 'mainnav'} aria-label={label}>
      <ul className="wrap">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={path === link.href ? 'page' : path.startsWith(`${link.href}/`) || undefined}>
              {link.icon ? <><Icon of={link.icon} /><span>{link.text}</span></> : link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
