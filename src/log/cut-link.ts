/** Signs of an address alone, a letter among them: no remark is written so. */
const signsOfAddress = /^(?=.*[a-z])[!-~]+$/i
const page = /\.(?:s?html?|jspx?|aspx?|php|do|action|pdf)(?:[?#].*)?$/i
const path = /[a-z].*\/|\/.*[a-z]/i
/** N/A is a remark. */
const shortestPath = 4

/** Whether the second cell is the end of the address in the first, cut off by a separator that got into it. */
export function isCutLink(url: string, next: string): boolean {
  if (!/^https?:\/\//i.test(url) || !signsOfAddress.test(next)) return false
  return page.test(url + next) || (next.length >= shortestPath && path.test(next))
}
