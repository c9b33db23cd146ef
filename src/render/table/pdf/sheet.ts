import { page } from '../page.ts'

/** In points, of which an inch has 72. */
export const millimetre = 72 / 25.4

export const sheet = { width: page.width * millimetre, height: page.height * millimetre } as const

export const columnsArea = {
  left: page.left * millimetre,
  width: (page.width - page.left - page.right) * millimetre,
} as const

export const areaTop = page.top * millimetre
export const areaBottom = (page.height - page.bottom) * millimetre
