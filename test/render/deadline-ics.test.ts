import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, expect, test, vi } from 'vitest'
import { day } from '../../src/model/date.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import { deadlineIcs } from '../../src/render/deadline/ics.ts'
import { beichen, chaoyang, strict } from '../rounds/example.ts'
import { plain, reportOf } from './deadline-report.ts'

function icsOf(programme: Programme, asOf: string): string {
  return deadlineIcs(reportOf(programme, asOf), plain)
}

interface Read {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly start: string
  readonly end: string
  readonly alarms: readonly string[]
}

function read(ics: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      alarms: component.getAllSubcomponents('valarm').map((alarm) => {
        const time = event.startDate.clone()
        time.isDate = false
        time.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
        return time.toString()
      }),
    }
  })
}

afterEach(() => {
  vi.unstubAllEnvs()
})

test('every round is a whole day with alarms at nine, 7 and 1 working days before', () => {
  expect(read(icsOf(chaoyang, '2024-06-07'))).toEqual([
    {
      uid: 'chaoyang-2024-06-10@ipcase',
      summary: '报送截止：季度工作进展情况、案件办理情况表（2024-06）',
      description:
        '朝阳市 2024 年度知识产权“亮剑护航”专项执法保护行动，2024-06-10（星期一）前（含当日）报送。\n截止日放假（端午节），不顺延；最后一个工作日 2024-06-07。',
      start: '2024-06-10',
      end: '2024-06-11',
      alarms: ['2024-05-30T09:00:00', '2024-06-07T09:00:00'],
    },
    {
      uid: 'chaoyang-2024-09-10@ipcase',
      summary: '报送截止：季度工作进展情况、案件办理情况表（2024-09）',
      description:
        '朝阳市 2024 年度知识产权“亮剑护航”专项执法保护行动，2024-09-10（星期二）前（含当日）报送。',
      start: '2024-09-10',
      end: '2024-09-11',
      alarms: ['2024-08-30T09:00:00', '2024-09-09T09:00:00'],
    },
    {
      uid: 'chaoyang-2024-11-10@ipcase',
      summary: '报送截止：季度工作进展情况、案件办理情况表（2024-11）',
      description:
        '朝阳市 2024 年度知识产权“亮剑护航”专项执法保护行动，2024-11-10（星期日）前（含当日）报送。\n截止日放假（周末），不顺延；最后一个工作日 2024-11-08。',
      start: '2024-11-10',
      end: '2024-11-11',
      alarms: ['2024-10-31T09:00:00', '2024-11-08T09:00:00'],
    },
  ])
})

test('where 前 excludes the day, the event stands on the day before under the same name', () => {
  const [, event] = read(icsOf(strict, '2024-06-07'))
  expect([event?.uid, event?.start]).toEqual(['chaoyang-2024-09-10@ipcase', '2024-09-09'])
})

test('an inferred date and a calendar not yet published are said in the entry', () => {
  expect(read(icsOf(chaoyang, '2027-01-04'))[0]?.description.split('\n').slice(1)).toEqual([
    '日期按 2024 年通知推定，以当年通知为准。',
    '2027 年的放假安排尚未公布，提醒按周一至周五推算。',
  ])
})

test('a round handed in stays without alarms', () => {
  const receipts = [{ round: '2024-06', submittedOn: day('2024-06-05') }]
  const [event] = read(deadlineIcs(reportOf(chaoyang, '2024-06-07', receipts), plain))
  expect([event?.summary, event?.alarms]).toEqual(['已报送：季度工作进展情况、案件办理情况表（2024-06）', []])
})

test('lines end in CRLF and hold 75 octets at most', () => {
  const ics = icsOf(beichen, '2024-01-02')
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(ics.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
})

test.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia'])(
  'the bytes are the same with a clock in %s',
  (zone) => {
    const here = icsOf(chaoyang, '2024-03-01')
    vi.stubEnv('TZ', zone)
    expect(icsOf(chaoyang, '2024-03-01')).toBe(here)
    expect(here).toContain('DTSTAMP:20240301T000000Z\r\n')
  },
)

test('whatever a programme calls its papers, a parser reads the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (words) => {
      const name = words.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, '') || '表'
      const programme = { ...chaoyang, deliverables: [{ name, kind: 'other' as const }] }
      const ics = icsOf(programme, '2024-09-10')
      expect(read(ics)[1]?.summary).toBe(`报送截止：${name}（2024-09）`)
      expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    }),
  )
})
