import { addressPrefix } from './address'

describe('addressPrefix', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.200', '203.0.113'],
    ['2001:db8:12:34ab:1:2:3:4', '2001:db8:12:3400'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['198.51.100.1, 203.0.113.7', '203.0.113'],
  ])('%s → %s', (header, prefix) => expect(addressPrefix(header)).toBe(prefix))

  it.each([null, '', '127.0.0.1', '::1', '::', '::ffff:127.0.0.1', 'unknown', '203.0.113', '<script>'])(
    'knows no network for %s',
    (header) => expect(addressPrefix(header)).toBeUndefined(),
  )

  it('takes neighbours together and keeps others apart', () => {
    expect(addressPrefix('2001:db8:0:1100::1')).toBe(addressPrefix('2001:db8:0:11ff:ffff::9'))
    expect(addressPrefix('2001:db8:0:1100::1')).not.toBe(addressPrefix('2001:db8:0:1200::1'))
  })
})
