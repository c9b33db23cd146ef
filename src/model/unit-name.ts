const office = /(?:市场监督管理局|市场监管局|市场局|知识产权局|[（(]知识产权局[）)])/g

/** What two spellings of one unit have in common: the place, without its office. */
export function unitKey(name: string): string {
  return name.replace(/\s+/g, '').replace(office, '')
}
