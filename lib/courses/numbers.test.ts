import { numbersIn } from './numbers'

test.each([
  ['Under 18, within 72 hours.', ['18', '72']],
  ['Almost 70% of 1,951 doctors; 7.5 on average.', ['70%', '1,951', '7.5']],
  ['70 % en 7,5 en 1.951', ['70 %', '7,5', '1.951']],
  ['Open 12:00–13:30, on the 12th, since 2019.', ['12:00', '13:30', '12', '2019']],
  ['Case C-184/20, under-18s, 24/7', ['184/20', '18', '24/7']],
  ['Rule K3, level B1, “ten minutes”', []],
  ['٧٢ ساعة', ['٧٢']],
])('the numbers of “%s”', (text, found) => {
  expect(numbersIn(text).map((number) => number.text)).toEqual(found)
})

test('a number knows where it stands', () => {
  const text = 'In 2023, 67% of them'
  expect(numbersIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['2023', '67%'])
})

test.each([
  ['1,951', '1.951'],
  ['1,951', '1951'],
  ['1,951', '1\u202f951'],
  ['7.5', '7,5'],
  ['67%', '67 %'],
  ['12:00', '12.00'],
  ['2,345,678', '2.345.678'],
])('%s is the same number as %s', (one, other) => {
  expect(numbersIn(one)[0]?.value).toBe(numbersIn(other)[0]?.value)
})

test.each([
  ['7.5', '75'],
  ['12:00', '1200'],
  ['72', '٧٢'],
  ['0.5', '0.05'],
])('%s is another number than %s', (one, other) => {
  expect(numbersIn(one)[0]?.value).not.toBe(numbersIn(other)[0]?.value)
})
