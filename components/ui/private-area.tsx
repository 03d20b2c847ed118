import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'autoComplete' | 'dir' | 'spellCheck'>

/**
 * A field for words that stay on this device. No spell checker: some browsers send what is written to their maker to
 * check it. No filling in: the browser would keep the words where erasing everything here does not reach. Each line
 * takes the direction of what is written, which may not be that of the page.
 */
export const PrivateArea = ({ className = 'area', ...props }: Props) => (
  <textarea {...props} className={className} dir="auto" spellCheck={false} autoComplete="off" />
)
