import { relationshipNamespace } from '../../src/office/package.ts'
import { element, type XmlElement, xmlBytes } from '../../src/office/xml-tree.ts'
import { zipped } from '../../src/office/zip.ts'

const packageSchemas = 'http://schemas.openxmlformats.org/package/2006'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

function relationships(...targets: readonly (readonly [string, string])[]): XmlElement {
  const each = targets.map(([type, target], index) =>
    element('Relationship', { Id: `rId${index + 1}`, Type: type, Target: target }),
  )
  return element('Relationships', { xmlns: `${packageSchemas}/relationships` }, ...each)
}

function contentTypes(types: Readonly<Record<string, string>>): XmlElement {
  return element(
    'Types',
    { xmlns: `${packageSchemas}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...Object.entries(types).map(([name, type]) =>
      element('Override', { PartName: `/${name}`, ContentType: type }),
    ),
  )
}

export interface WordParts {
  readonly text: XmlElement
  readonly styles: XmlElement
  readonly settings: XmlElement
  readonly fonts: XmlElement
  readonly footer: XmlElement
}

/** A Word file of one text and one footer, and nothing that tells when or where it was made. */
export function wordFile({ text, styles, settings, fonts, footer }: WordParts): Uint8Array {
  const parts: Readonly<Record<string, XmlElement>> = {
    '[Content_Types].xml': contentTypes({
      'word/document.xml': `${wordType}.document.main+xml`,
      'word/styles.xml': `${wordType}.styles+xml`,
      'word/settings.xml': `${wordType}.settings+xml`,
      'word/fontTable.xml': `${wordType}.fontTable+xml`,
      'word/footer1.xml': `${wordType}.footer+xml`,
    }),
    '_rels/.rels': relationships([`${relationshipNamespace}/officeDocument`, 'word/document.xml']),
    'word/document.xml': text,
    'word/_rels/document.xml.rels': relationships(
      ...['styles', 'settings', 'fontTable'].map(
        (name) => [`${relationshipNamespace}/${name}`, `${name}.xml`] as const,
      ),
      [`${relationshipNamespace}/footer`, 'footer1.xml'],
    ),
    'word/styles.xml': styles,
    'word/settings.xml': settings,
    'word/fontTable.xml': fonts,
    'word/footer1.xml': footer,
  }
  return zipped(Object.fromEntries(Object.entries(parts).map(([name, root]) => [name, xmlBytes(root)])))
}
