/**
 * Memory that two threads see, used again as soon as what it holds is told. Given away to the other, a list makes V8
 * compile everything that reads lists once more, and slower; copied, it is garbage on both sides.
 */
export type Room = SharedArrayBuffer

/** Nothing where it is to be done in its turn. */
export interface Answered<One> {
  readonly apart?: One
  readonly room?: Room | undefined
}

const wordBytes = Int32Array.BYTES_PER_ELEMENT
const smallest = 1 << 16

function roomFor(words: number): Room {
  return new SharedArrayBuffer(Math.max(smallest, 2 ** Math.ceil(Math.log2(words * wordBytes))))
}

export interface Furnished {
  readonly room: Room
  readonly lists: readonly Int32Array[]
}

/** Copies lists into a room, or into a larger one where they do not fit. */
export function furnish(given: readonly Int32Array[], room: Room = roomFor(0)): Furnished {
  const words = given.reduce((sum, { length }) => sum + length, 0)
  const enough = words * wordBytes <= room.byteLength ? room : roomFor(words)
  let at = 0
  const lists = given.map((list) => {
    const moved = new Int32Array(enough, at * wordBytes, list.length)
    moved.set(list)
    at += list.length
    return moved
  })
  return { room: enough, lists }
}
