const office =
  /(?:市场监督管理局|市场监督局|市场监管局|市监局|市场局|知识产权局|[（(](?:知识产权局|知识产权)[）)])/g

/** What two spellings of one unit have in common: the place, without its office. */
export function unitPlace(name: string): string {
  const text = name.replace(/\s+/g, '')
  return text.replace(office, '') || text
}

/** A place as people shorten it: 双塔区 is 双塔, 叶县 stays. */
export function shortPlace(place: string): string {
  const short = place.replace(/[区县市省旗州盟]$/, '')
  return [...short].length > 1 ? short : place
}

/** Whether nobody could tell two places apart without knowing the country: 北辰区 and 天津市北辰区, 双塔区 and 双塔县. */
export function areAlike(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one) || shortPlace(one) === shortPlace(other)
}
