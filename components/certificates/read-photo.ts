/** Longest side of what is searched, in pixels; a photo of a telephone is four times as large and no easier to read. */
const sides = [1200, 2400]

interface Detector {
  detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>
}

/**
 * The text of a QR code in a picture. The picture stays on this device.
 * @returns undefined when there is none that can be read, or the file is no picture
 */
export async function readPhoto(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    return (await detected(picture)) ?? (await searched(picture))
  } finally {
    picture.close()
  }
}

/** By the browser itself, where it can. */
async function detected(picture: ImageBitmap): Promise<string | undefined> {
  const Native = (globalThis as { BarcodeDetector?: new (of: { formats: string[] }) => Detector }).BarcodeDetector
  if (!Native) return undefined
  // Some browsers have the name and nothing behind it.
  const [found] = await new Native({ formats: ['qr_code'] }).detect(picture).catch(() => [])
  return found?.rawValue
}

async function searched(picture: ImageBitmap): Promise<string | undefined> {
  const { default: jsQR } = await import('jsqr')
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) return undefined
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
    const found = jsQR(data, width, height)
    if (found?.data) return found.data
    if (scale === 1) return undefined
  }
  return undefined
}
