import type { Io } from '../io/io.ts'
import type { ColorChoice, Look } from '../model/look.ts'

interface LookGiven {
  readonly color?: ColorChoice | undefined
  readonly quiet?: boolean
}

function isColored({ env, out }: Io): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return out.isTerminal && TERM !== 'dumb'
}

export function lookOf({ color = 'auto', quiet = false }: LookGiven, io: Io): Look {
  return {
    color: color === 'auto' ? isColored(io) : color === 'always',
    columns: io.out.columns,
    quiet,
  }
}
