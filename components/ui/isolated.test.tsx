import { render } from '@testing-library/react'
import { isolated } from './isolated'

const html = (text: string) => render(<p>{isolated(text)}</p>).container.innerHTML

test('Latin words stand by themselves in Arabic, with the signs that belong to them', () => {
  expect(html('مجتمع LGBTQI+ هنا')).toBe('<p>مجتمع <bdi>LGBTQI+</bdi> هنا</p>')
  expect(html('انظروا Court of Justice الآن')).toBe('<p>انظروا <bdi>Court of Justice</bdi> الآن</p>')
})

test('any other text is itself', () => {
  expect(html('LGBTQI+ people')).toBe('<p>LGBTQI+ people</p>')
  expect(html('نص عربي فقط، 112')).toBe('<p>نص عربي فقط، 112</p>')
})
