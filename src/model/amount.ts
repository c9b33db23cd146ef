const units: Readonly<Record<string, number>> = { 亿: 100_000_000, 万: 10_000, 千: 1000, '': 1 }
const amount =
  /^(?:人民币|RMB|CNY|[¥￥])?(?:约|共计?|合计)?(\d+(?:\.\d+)?)(亿|万|千)?(?:元|圆)?(?:整|人民币)?$/i

/** １２,０００ and 12 000 are 12000. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s,，]/g, '')
}

/**
 * An amount of money in yuan, to the fen; undefined for what is no single amount. `heading`: 案值（万元） counts in 万
 * whatever its cells do not say themselves.
 */
export function yuanOf(text: string, heading: string): number | undefined {
  const [, digits, unit] = amount.exec(plain(text)) ?? []
  if (digits === undefined) return undefined
  const own = unit ?? (/[（(][^）)]*([亿万千])\s*元?[^）)]*[）)]/.exec(heading)?.[1] || '')
  return Math.round(Number(digits) * (units[own] ?? 1) * 100) / 100
}
