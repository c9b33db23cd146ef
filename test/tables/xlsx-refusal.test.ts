import { expect, test } from 'vitest'
import { ordinary } from './samples.ts'
import { bureauWorkbook, edited } from './xlsx-bureau.ts'
import { form, refusal } from './xlsx-fill.ts'

const bureau = await bureauWorkbook()
const sheet = 'xl/worksheets/sheet1.xml'
const book = 'xl/workbook.xml'
const strings = 'xl/sharedStrings.xml'
const types = '[Content_Types].xml'
const links = 'xl/worksheets/_rels/sheet1.xml.rels'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Change = readonly [part: string, from: string | RegExp, to: string]

async function messageFor(...changes: readonly Change[]): Promise<string> {
  const template = changes.reduce(
    (bytes, [part, from, to]) => edited(bytes, { [part]: (text) => text.replace(from, to) }),
    bureau,
  )
  const { message, remedy } = await refusal(ordinary, template)
  expect(remedy).toMatch(/^.{5,}。$/)
  return message
}

function formula(cell: string, xml: string): Change {
  return [sheet, new RegExp(`(<c r="${cell}"[^>]*)><f>[^<]*</f>`), `$1>${xml}`]
}

const linked = (type: string, target = '/xl/x.xml'): Change => [
  links,
  '</Relationships>',
  `<Relationship Id="rIdX" Type="${relationship}/${type}" Target="${target}"/></Relationships>`,
]

const drawingWithChart = `<Relationships><Relationship Id="rId1" Type="${relationship}/chart" Target="/xl/charts/chart1.xml"/></Relationships>`

test.each<readonly [string, readonly Change[]]>([
  ['模板缺少标记：{{时间}}', [[strings, '{{时间}}', '']]],
  [
    '模板缺少标记：{{案件编号}}、{{备注}}',
    [
      [strings, '{{案件编号}}', ''],
      [strings, '{{备注}}', ''],
    ],
  ],
  ['模板中有不认识的标记：{{立案日期}}', [[strings, '审核人：', '{{立案日期}}']]],
  ['模板的工作表“月 报”里，案件的标记分在第 6、9 行', [[strings, '审核人：', '{{备注}}']]],
  [
    '模板的工作表“月 报”第 6 行既有案件的标记，又有类型汇总的标记',
    [[strings, '{{备注}}', '{{备注}}{{立案}}']],
  ],
  ['模板的标记 {{单位}} 不在单元格里', [[sheet, '&amp;R第', '&amp;R{{单位}}第']]],
  [
    '模板含有宏，填写后的 .xlsx 不能带宏',
    [
      [
        types,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ],
    ],
  ],
  ['模板是 Excel 模板格式（.xltx）', [[types, 'spreadsheetml.sheet.main', 'spreadsheetml.template.main']]],
  ['模板带有数字签名，填写会使签名失效', [['_xmlsignatures/sig1.xml', '', '<Signature/>']]],
  [
    '模板是“Strict Open XML”格式',
    [
      [
        book,
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ],
    ],
  ],
  [
    '模板的工作表“月 报”第 6 行有与下一行合并的单元格，不能逐行重复',
    [[sheet, '<mergeCells count="3">', '<mergeCells count="4"><mergeCell ref="B6:B7"/>']],
  ],
  [
    '模板的工作表“月 报”第 6 行或以下有“表格”（超级表），加行会破坏它',
    [['xl/x.xml', '', '<table xmlns="main" id="1" ref="K8:L9"/>'], linked('table')],
  ],
  [
    '模板的工作表“月 报”第 6 行或以下有迷你图（或供它取数），加行后无法保持',
    [
      [
        sheet,
        '</worksheet>',
        "<extLst><ext><x14:sparkline><xm:f>'月 报'!A1:C6</xm:f><xm:sqref>L1</xm:sqref></x14:sparkline></ext></extLst></worksheet>",
      ],
    ],
  ],
  [
    '模板的工作表“月 报”第 6 行或以下有图表（或供它取数），加行后无法保持',
    [['xl/drawings/drawing9.xml', '<xdr:sp ', '<xdr:graphicFrame/><xdr:sp ']],
  ],
  [
    '模板的工作表“月 报”第 6 行或以下有图表（或供它取数），加行后无法保持',
    [
      ['xl/drawings/_rels/drawing9.xml.rels', '', drawingWithChart],
      ['xl/charts/chart1.xml', '', "<c:ser><c:f>'月 报'!$J$1:$J$6</c:f></c:ser>"],
    ],
  ],
  ['模板的工作表“月 报”第 6 行所在的工作表有数据透视表，加行后无法保持', [linked('pivotTable')]],
  [
    '模板的工作表“月 报”第 6 行是数据透视表的数据来源，填写后透视表不会更新',
    [
      ['xl/x.xml', '', '<worksheetSource ref="A5:I6" sheet="月 报"/>'],
      [
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        `<Relationship Id="rIdX" Type="${relationship}/pivotCacheDefinition" Target="x.xml"/></Relationships>`,
      ],
    ],
  ],
  [
    '模板的工作表“月 报”第 6 行所在的工作表有按钮、控件或嵌入的文件，加行后无法保持位置',
    [linked('ctrlProp')],
  ],
  ['模板的工作表“月 报”中 J7 的公式里写有标记', [formula('J7', '<f>"{{单位}}"</f>')]],
  [
    '模板的工作表“月 报”中 J7 的公式是模拟运算表，行数变化后无法保持',
    [formula('J7', '<f t="dataTable" ref="J7:J8" r1="A1"/>')],
  ],
  [
    '模板的工作表“月 报”中 J6 的公式是跨过案件行的数组公式，加行会把它拆开',
    [formula('J6', '<f t="array" ref="J6:J7">E6:E7</f>')],
  ],
  [
    '模板的工作表“月 报”中 J7 的公式引用了几个连续工作表（三维引用），加行后无法保持',
    [formula('J7', "<f>SUM('月 报:说明'!A1)</f>")],
  ],
  [
    '模板的工作表“月 报”中 K6 的公式在重复的行里相对引用了下面的行，逐行复制后会错位',
    [formula('K6', '<f>J6/J7</f>')],
  ],
  [
    '模板的工作表“月 报”中 C7 的公式只引用了重复的行里的一格，加行后算不到其余各行',
    [formula('C7', '<f>COUNTA(C6)</f>')],
  ],
])('a template is refused: %s', async (message, changes) => {
  expect(await messageFor(...changes)).toBe(message)
})

test.each([
  ['an empty file', new Uint8Array()],
  ['a text', new TextEncoder().encode('序号,案件类型')],
  ['a zip archive cut short', bureau.slice(0, 5_000)],
  ['an old or encrypted workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  [
    'a workbook without styles',
    edited(bureau, {
      'xl/_rels/workbook.xml.rels': (text) => text.replace(/<Relationship [^>]*styles[^>]*>/, ''),
    }),
  ],
])('%s is no template', async (_, bytes) => {
  expect(await refusal(ordinary, bytes)).toEqual({
    message: '模板不是可用的 .xlsx 文件（或已加密、已损坏）',
    remedy: '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”，再作为模板。',
  })
})

test('the names a template may use are all named, those of the totals too', async () => {
  const template = edited(form, { [strings]: (text) => text.replace('{{合计立案}}', '{{总数}}') })
  expect((await refusal(ordinary, template)).remedy).toBe(
    '请改正或删去。能用的标记是：{{附件}}、{{标题}}、{{单位}}、{{时间}}、{{注}}、{{序号}}、{{案件类型}}、{{案件编号}}、{{立案时间}}、{{结案时间}}、{{结案方式}}、{{是否公开}}、{{公开网址}}、{{备注}}、{{类型}}、{{上期结转}}、{{立案}}、{{结案}}、{{在办}}、{{已公开}}、{{办理天数中位数}}、{{结案情况}}、{{统计范围}}、{{合计上期结转}}、{{合计立案}}、{{合计结案}}、{{合计在办}}、{{合计已公开}}、{{合计办理天数中位数}}、{{合计结案情况}}。',
  )
})
