/** The package describes itself as a whole only; the workbook alone loads in a quarter of the time. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs'
  export = Workbook
}
