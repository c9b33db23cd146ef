import { argv, stdout } from 'node:process'
import { DuckDBInstance } from '@duckdb/node-api'

const [, , path = ''] = argv

const columns = {
  序号: 'INTEGER',
  案件类型: 'VARCHAR',
  案件编号: 'VARCHAR',
  立案时间: 'DATE',
  结案时间: 'DATE',
  结案方式: 'VARCHAR',
  是否公开: 'VARCHAR',
  公开网址: 'VARCHAR',
  备注: 'VARCHAR',
}

const query = `
  select
    count(*) as cases,
    count(*) filter (案件类型 is null or 案件类型 not in
      ('专利侵权裁决', '专利纠纷调解', '商标侵权', '假冒专利', '地理标志和官方标志')) as type,
    count(*) filter (案件编号 is null) as number,
    count(*) filter (立案时间 is null or 立案时间 > date '2024-06-07') as filed,
    count(*) filter (结案时间 < 立案时间 or 结案时间 > date '2024-06-07') as closed,
    count(*) filter (结案时间 is not null and 结案方式 is null) as outcome,
    count(*) filter (是否公开 not in ('是', '否')) as published,
    count(*) filter (是否公开 = '是' and (公开网址 is null or not regexp_matches(公开网址, '^https?://'))) as link,
    count(案件编号) - count(distinct 案件编号) as repeated
  from read_csv('${path.replaceAll("'", "''")}', header = true, columns = ${JSON.stringify(columns)})`

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const [counts] = (await connection.runAndReadAll(query)).getRowObjectsJson()
stdout.write(`${JSON.stringify(counts)}\n`)
