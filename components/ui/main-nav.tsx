'use client'

import { usePathname } from 'next/navigation'

/** The row of links under the strip; the one that leads here is marked. */
export function MainNav({ label, links }: { label: string; links: { href: string; text: string }[] }) {
  const path = usePathname()
  return (
    <nav className="mainnav" aria-label={label}>
      <ul className="wrap">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={path === link.href ? 'page' : path.startsWith(`${link.href}/`) || undefined}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
