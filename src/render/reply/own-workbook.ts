import { relatedParts } from '../../office/package.ts'
import { walkXml } from '../../office/xml-walk.ts'
import { type Parts, unzip } from '../../office/zip.ts'

/**
 * Whether a unit's own workbook can be loaded and written again without losing anything: the library drops what it
 * does not know and says nothing. So only what is listed here may stand in it; charts, pictures, notes, pivots,
 * external links and whatever Excel will invent next are not listed.
 */

const part =
  /\/$|^(?:\[content_types\]\.xml|_rels\/\.rels|docprops\/(?:core|app|custom)\.xml|xl\/(?:workbook|styles|sharedstrings|calcchain)\.xml|xl\/theme\/theme\d+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(?:_rels\/)?sheet\d+\.xml(?:\.rels)?|xl\/printersettings\/printersettings\d+\.bin)$/

const inSheet: ReadonlySet<string> = new Set(
  `worksheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection sheetFormatPr cols col
   sheetData row c v f is t mergeCells mergeCell phoneticPr autoFilter dataValidations dataValidation formula1 formula2
   conditionalFormatting cfRule formula hyperlinks hyperlink printOptions pageMargins pageSetup headerFooter oddHeader
   oddFooter rowBreaks brk sheetProtection ignoredErrors ignoredError`.split(/\s+/),
)

/** A name for cells is kept; one that reckons is not. */
const range = /^(?:(?:'[^']+'|[^'!,]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?,?)+$/

function holdsOnly(bytes: Uint8Array, known: ReadonlySet<string>): boolean {
  let isKnown = true
  const isWhole = walkXml(bytes, {
    open(name) {
      isKnown &&= known.has(name)
    },
  })
  return isWhole && isKnown
}

function hasPlainNames(bytes: Uint8Array): boolean {
  const names: string[] = []
  let isInside = false
  walkXml(bytes, {
    open(name) {
      isInside = name === 'definedName'
      if (isInside) names.push('')
    },
    text(text) {
      if (isInside) names.push(`${names.pop() ?? ''}${text}`)
    },
    close() {
      isInside = false
    },
  })
  return names.every((name) => range.test(name))
}

/** Prefixed names make the library fail. */
function isUnprefixed(bytes: Uint8Array): boolean {
  return !/^<\w+:/m.test(new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/<\?[^>]*>\s*/g, ''))
}

function isKept(parts: Parts): boolean {
  const [name = ''] = relatedParts(parts, '', ['officeDocument'])
  const workbook = parts.get(name)
  if (workbook === undefined || ![...parts.keys()].every((one) => part.test(one))) return false
  const sheets = [...parts].filter(([one]) => /^xl\/worksheets\/[^/]+$/.test(one))
  return (
    [workbook, ...sheets.map(([, bytes]) => bytes)].every(isUnprefixed) &&
    hasPlainNames(workbook) &&
    sheets.every(([, bytes]) => holdsOnly(bytes, inSheet))
  )
}

export function mayBeLoaded(bytes: Uint8Array): boolean {
  const parts = unzip(bytes, () => true)
  return typeof parts !== 'string' && isKept(parts)
}
