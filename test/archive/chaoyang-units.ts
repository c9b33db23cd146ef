import chaoyang from '../../src/programmes/chaoyang.ts'

/** The seven that report to 朝阳市, in the notice's order. */
export const chaoyangUnits: readonly string[] = chaoyang.units.map(({ name }) => name)
