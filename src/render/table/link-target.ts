// Excel and Word refuse to open a file with a longer link.
const longest = 2079

/** The address to open for a link, as a valid URI; undefined where it must stay text. */
export function linkTarget(link: string): string | undefined {
  if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return undefined
  const { href } = new URL(link)
  return href.length > longest ? undefined : href
}
