const nowhere = Number.POSITIVE_INFINITY

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(from: readonly string[], to: readonly string[]): number {
  const distances: number[][] = []
  const between = (row: number, column: number) => distances[row]?.[column] ?? nowhere
  for (let row = 0; row <= from.length; row += 1) {
    distances[row] = []
    for (let column = 0; column <= to.length; column += 1) {
      const isKept = from[row - 1] === to[column - 1]
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const shortest = Math.min(
        row + column,
        between(row - 1, column - 1) + (isKept ? 0 : 1),
        between(row - 1, column) + 1,
        between(row, column - 1) + 1,
        isSwapped ? between(row - 2, column - 2) + 1 : nowhere,
      )
      distances[row]?.push(shortest)
    }
  }
  return between(from.length, to.length)
}

/** No word with a name near it is longer; a cell may hold a page. */
const longestWord = 100

/** What was probably meant: the closest candidate, the first of several, none when all are too far. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  let best: string | undefined
  const letters = [...word.toLowerCase()]
  let least = Math.max(1, Math.floor(letters.length * 0.4)) + 1
  for (const candidate of candidates) {
    const wanted = [...candidate.toLowerCase()]
    const distance = editDistance(letters, wanted)
    // Half the characters in common is no likeness in a word of two: 商标 is not 地标.
    if (distance < least && distance * 2 < Math.max(letters.length, wanted.length)) {
      best = candidate
      least = distance
    }
  }
  return best
}
