import { type OfficeParts, relationsPart } from './office.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheetVocabulary = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'

const notes = `${declaration}<comments ${sheetVocabulary}><authors><author>承办人</author></authors><commentList><comment ref="C2" authorId="0"><text><r><t>案卷在二楼档案室</t></r></text></comment></commentList></comments>`

const noteShapes =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>'

function points(reference: string, kind: 'str' | 'num', values: readonly (string | number)[]): string {
  const list = values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')
  return `<c:${kind}Ref><c:f>${reference}</c:f><c:${kind}Cache><c:ptCount val="${values.length}"/>${list}</c:${kind}Cache></c:${kind}Ref>`
}

const types = points('台账!$B$2:$B$6', 'str', ['商标侵权', '商标侵权', '商标侵权', '假冒专利', '假冒专利'])
const counts = points('台账!$A$2:$A$6', 'num', [1, 2, 3, 1, 2])
const bars = `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat>${types}</c:cat><c:val>${counts}</c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>`
const axes = ['cat', 'val'].map(
  (kind, at) =>
    `<c:${kind}Ax><c:axId val="${at + 1}"/><c:scaling/><c:delete val="0"/><c:axPos val="${at === 0 ? 'b' : 'l'}"/><c:crossAx val="${2 - at}"/></c:${kind}Ax>`,
)
const chart = `${declaration}<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main"><c:chart><c:plotArea>${bars}${axes.join('')}</c:plotArea></c:chart></c:chartSpace>`

const corner = (column: number, row: number) =>
  `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>`

function drawingPart(anchor: string): string {
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${office}">${anchor}</xdr:wsDr>`
}

const onSheet = drawingPart(
  `<xdr:twoCellAnchor><xdr:from>${corner(1, 8)}</xdr:from><xdr:to>${corner(8, 22)}</xdr:to>${frame}<xdr:clientData/></xdr:twoCellAnchor>`,
)
const onItsOwn = drawingPart(
  `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${frame}<xdr:clientData/></xdr:absoluteAnchor>`,
)

const chartSheet = `${declaration}<chartsheet ${sheetVocabulary} xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`

/** The workbook with a note and a chart on its first sheet and a second sheet that is a chart. */
export function annotated(parts: OfficeParts): OfficeParts {
  const first = 'xl/worksheets/sheet1.xml'
  const workbook = 'xl/workbook.xml'
  const relations = 'xl/_rels/workbook.xml.rels'
  const chartRelation = relationsPart([{ id: 'rId1', type: 'chart', target: '../charts/chart1.xml' }])
  const related = relationsPart([{ id: 'rIdChart', type: 'chartsheet', target: 'chartsheets/sheet1.xml' }])
  const relation = /<Relationship .*\/>/.exec(related)?.[0] ?? ''
  return {
    ...parts,
    [workbook]:
      parts[workbook]?.replace('</sheets>', '<sheet name="走势图" sheetId="9" r:id="rIdChart"/></sheets>') ??
      '',
    [relations]: parts[relations]?.replace('</Relationships>', `${relation}</Relationships>`) ?? '',
    [first]:
      parts[first]?.replace(
        '</worksheet>',
        '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>',
      ) ?? '',
    'xl/worksheets/_rels/sheet1.xml.rels': relationsPart([
      { id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' },
      { id: 'rId2', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' },
      { id: 'rId3', type: 'comments', target: '../comments1.xml' },
    ]),
    'xl/comments1.xml': notes,
    'xl/drawings/vmlDrawing1.vml': noteShapes,
    'xl/drawings/drawing1.xml': onSheet,
    'xl/drawings/_rels/drawing1.xml.rels': chartRelation,
    'xl/charts/chart1.xml': chart,
    'xl/chartsheets/sheet1.xml': chartSheet,
    'xl/chartsheets/_rels/sheet1.xml.rels': relationsPart([
      { id: 'rId1', type: 'drawing', target: '../drawings/drawing2.xml' },
    ]),
    'xl/drawings/drawing2.xml': onItsOwn,
    'xl/drawings/_rels/drawing2.xml.rels': chartRelation,
  }
}
