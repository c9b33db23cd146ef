import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { expect, test } from 'vitest'
import { programmes } from '../../src/programmes/index.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import { shippedFace } from '../../src/render/table/pdf/face.ts'
import { tableOf } from './build.ts'
import { fewCharacters, fontFile, printed, readPdf, rendered, tableOn } from './pdf-files.ts'
import { nilReturn, ordinary } from './samples.ts'

const statistics = { ...ordinary, table: tableOf({ 商标侵权: [{ caseNumber: '朝喆市监处罚〔2024〕12号' }] }) }

/** A collection with one font: its tables are found from the start of the file. */
function collectionOf(font: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(16))
  const fields = [0x74746366, 0x00010000, 1, 16]
  for (const [index, value] of fields.entries()) head.setUint32(index * 4, value)
  const file = Buffer.concat([new Uint8Array(head.buffer), font])
  const tables = file.readUInt16BE(16 + 4)
  for (let table = 0; table < tables; table += 1) {
    const place = 16 + 12 + table * 16 + 8
    file.writeUInt32BE(file.readUInt32BE(place) + 16, place)
  }
  return new Uint8Array(file)
}

test.each([
  ['a bureau font', fewCharacters],
  ['a font in a collection', collectionOf(fewCharacters)],
])('%s that lacks characters is used, and the page loses none of them', async (_, font) => {
  const { bytes, warnings } = await printed(statistics, font)
  const rows = (await readPdf(bytes)).flatMap((page) => tableOn(page).rows)
  expect(rows).toEqual(tableLines(statistics.table).map((line) => (line.kind === 'nil' ? [] : line.cells)))
  expect(warnings).toEqual([
    expect.stringMatching(/^指定的字体缺 \d+ 个字，已用内置字体印出：喆（U\+5586）、/),
  ])
  expect(Buffer.from(bytes).toString('latin1')).toContain('+NotoSansSC-Medium')
})

test('a warning names at most twenty characters and says when there are more', async () => {
  const { warnings } = await printed(ordinary, fewCharacters)
  expect(warnings[0]?.match(/U\+/g)).toHaveLength(20)
  expect(warnings[0]).toMatch(/ 等$/)
})

test('a character that no font has is printed as its code and named', async () => {
  const table = tableOf({ 商标侵权: [{ caseNumber: '𠮷〔2024〕1号' }] })
  const { bytes, warnings } = await printed({ ...ordinary, table })
  const rows = (await readPdf(bytes)).flatMap((page) => tableOn(page).rows)
  expect(rows.find(([serial]) => serial === '1')?.[2]).toBe('[U+20BB7]〔2024〕1号')
  expect(warnings).toEqual(['字体中没有 1 个字，已印成编码：𠮷（U+20BB7）；可用 --font 指定收有这些字的字体'])
})

test.each([
  ['words', new TextEncoder().encode('仿宋')],
  ['nothing', new Uint8Array()],
  ['a font cut short', fewCharacters.slice(0, 400)],
  ['a font whose last table is cut off', fewCharacters.slice(0, -2000)],
  ['a font that ends in its shapes', fewCharacters.slice(0, 4000)],
  ['a zip', new Uint8Array(readFileSync('templates/form.docx'))],
])('%s is refused as a font in one sentence', async (_, font) => {
  expect(await rendered(nilReturn, font)).toEqual({
    refusal: {
      message: '指定的字体文件不能用：不是 TrueType 或 OpenType 字体（.ttf、.otf、.ttc），或已损坏',
      remedy: '请换一个字体文件，或不用 --font。',
    },
  })
})

function hanziOf(encoding: string, leads: readonly [number, number], firstTrail: number): readonly string[] {
  const decoder = new TextDecoder(encoding)
  const found: string[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (let trail = firstTrail; trail <= 0xfe; trail += 1)
      found.push(decoder.decode(Uint8Array.of(lead, trail)))
  return found.filter((text) => /^\p{Script=Han}$/u.test(text))
}

const serif = 'fonts/NotoSerifSC.ttf'
const labels = programmes.map(({ form }) => form?.label ?? '').join('')

test.each([
  [serif, 'GB 2312', hanziOf('gb18030', [0xb0, 0xf7], 0xa1), 6763],
  [serif, 'the first level of Big5', hanziOf('big5', [0xa4, 0xc6], 0x40), 5401],
  [serif, 'given names and places', [...'赟翀旻玥珺琇璟骉曈芃嬿垚祎邴郗鄚浉濩㛃䶮𬭎𬍛'], 22],
  ['fonts/NotoSansSC.ttf', 'the headings and labels', [...headingTexts.join(''), ...labels], 34],
] as const)('%s has every character of %s', (file, _, characters, count) => {
  const face = shippedFace(file, fontFile(file))
  expect(characters.length).toBe(count)
  expect(characters.filter((text) => face.glyphOf(text.codePointAt(0) ?? 0) === undefined)).toEqual([])
})

test.each(['NotoSerifSC', 'NotoSansSC'])('%s is read as another library reads it', (name) => {
  const bytes = fontFile(`fonts/${name}.ttf`)
  const [face, font] = [shippedFace(name, bytes), create(Buffer.from(bytes)) as Font]
  const glyphs = font.characterSet.map((codePoint) => {
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint)
    return { code: id, width: advanceWidth }
  })
  expect(font.characterSet.map(face.glyphOf)).toEqual(glyphs)
  expect(font.unitsPerEm).toBe(1000)
  const { ascent, descent, capHeight, box } = face.file()
  const { minX, minY, maxX, maxY } = font.bbox
  expect([ascent, descent, capHeight, box]).toEqual([
    ...[font.ascent, font.descent, font.capHeight],
    [minX, minY, maxX, maxY],
  ])
})

test('a page takes along the shapes of its own characters, and no others', () => {
  const bytes = fontFile(serif)
  const face = shippedFace('NotoSerifSC', bytes)
  const code = face.glyphOf('案'.codePointAt(0) ?? 0)?.code ?? 0
  const other = shippedFace('NotoSerifSC', bytes).glyphOf('件'.codePointAt(0) ?? 0)?.code ?? 0
  const [whole, part] = [create(Buffer.from(bytes)) as Font, create(Buffer.from(face.file().bytes)) as Font]
  expect(part.getGlyph(code).path.toSVG()).toBe(whole.getGlyph(code).path.toSVG())
  expect(part.getGlyph(other).path.commands).toEqual([])
})

test('templates/fonts/README.md gives the checksums of the fonts beside it', () => {
  const fonts = readdirSync('templates/fonts').filter((name) => name.endsWith('.ttf'))
  const sums = fonts.map((name) => {
    const sum = createHash('sha256')
      .update(fontFile(`fonts/${name}`))
      .digest('hex')
    return `${sum}  ${name}`
  })
  const readme = readFileSync('templates/fonts/README.md', 'utf8')
  expect(sums.filter((line) => !readme.includes(line))).toEqual([])
})
