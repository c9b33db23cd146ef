import type { Rule } from '../check/rule.ts'
import caseNumberDuplicate from './case-number-duplicate.ts'
import caseNumberElsewhere from './case-number-elsewhere.ts'
import caseNumberMissing from './case-number-missing.ts'
import caseNumberSeveral from './case-number-several.ts'
import caseNumberShared from './case-number-shared.ts'
import caseNumberStyle from './case-number-style.ts'
import caseNumberYear from './case-number-year.ts'
import caseRenumbered from './case-renumbered.ts'
import caseReopened from './case-reopened.ts'
import caseVanished from './case-vanished.ts'
import casesLeftOut from './cases-left-out.ts'
import cellDamaged from './cell-damaged.ts'
import cellsExchanged from './cells-exchanged.ts'
import closedBeforeFiled from './closed-before-filed.ts'
import closedChanged from './closed-changed.ts'
import closedInFuture from './closed-in-future.ts'
import closedMissing from './closed-missing.ts'
import dateImplausible from './date-implausible.ts'
import dateInvalid from './date-invalid.ts'
import encodingMixed from './encoding-mixed.ts'
import explanationEmpty from './explanation-empty.ts'
import explanationUnused from './explanation-unused.ts'
import filedChanged from './filed-changed.ts'
import filedInFuture from './filed-in-future.ts'
import filedMissing from './filed-missing.ts'
import formulaLike from './formula-like.ts'
import formulaUnsaved from './formula-unsaved.ts'
import headingDuplicate from './heading-duplicate.ts'
import headingMissing from './heading-missing.ts'
import headingRowNotFound from './heading-row-not-found.ts'
import headingUnknown from './heading-unknown.ts'
import logRepeated from './log-repeated.ts'
import mediationNumberMissing from './mediation-number-missing.ts'
import notACase from './not-a-case.ts'
import openCaseNumberMissing from './open-case-number-missing.ts'
import optionalHeadingMissing from './optional-heading-missing.ts'
import outcomeChanged from './outcome-changed.ts'
import outcomeMissing from './outcome-missing.ts'
import outcomeStillOpen from './outcome-still-open.ts'
import outcomeUnknown from './outcome-unknown.ts'
import outcomeVague from './outcome-vague.ts'
import personalData from './personal-data.ts'
import publicationLate from './publication-late.ts'
import publishedChanged from './published-changed.ts'
import publishedInvalid from './published-invalid.ts'
import publishedMissing from './published-missing.ts'
import publishedUnneeded from './published-unneeded.ts'
import publishedWhileOpen from './published-while-open.ts'
import quoteStray from './quote-stray.ts'
import quoteSwallowsRows from './quote-swallows-rows.ts'
import quoteUnclosed from './quote-unclosed.ts'
import remarkConfirmationMissing from './remark-confirmation-missing.ts'
import remarkInvalidationMissing from './remark-invalidation-missing.ts'
import remarkWording from './remark-wording.ts'
import rowInOneCell from './row-in-one-cell.ts'
import rowTooLong from './row-too-long.ts'
import rowTooShort from './row-too-short.ts'
import rowsAboveHeading from './rows-above-heading.ts'
import serialWrong from './serial-wrong.ts'
import timeLimitPassed from './time-limit-passed.ts'
import typeChanged from './type-changed.ts'
import typeMissing from './type-missing.ts'
import typeOutOfScope from './type-out-of-scope.ts'
import typeUnknown from './type-unknown.ts'
import undecodableText from './undecodable-text.ts'
import unitAmbiguous from './unit-ambiguous.ts'
import unitConflict from './unit-conflict.ts'
import unitMissing from './unit-missing.ts'
import unitReturnedTwice from './unit-returned-twice.ts'
import unitUnknown from './unit-unknown.ts'
import unpublishedWithoutReason from './unpublished-without-reason.ts'
import urlMissing from './url-missing.ts'
import urlNotALink from './url-not-a-link.ts'
import urlTooGeneral from './url-too-general.ts'
import urlUnexpected from './url-unexpected.ts'
import urlUnsafe from './url-unsafe.ts'

interface RuleSubject {
  readonly subject: string
  readonly rules: readonly Rule[]
}

/**
 * In the order of checking: a rule that reports a cell silences the later ones that read it. So what makes a cell
 * unreadable comes first, no error stands behind a warning on a cell both read, and notes come last.
 */
export const rules: readonly RuleSubject[] = [
  {
    subject: '表头',
    rules: [headingRowNotFound, headingMissing, optionalHeadingMissing, headingDuplicate, headingUnknown],
  },
  {
    subject: '文字与行',
    rules: [
      undecodableText,
      quoteUnclosed,
      quoteSwallowsRows,
      rowInOneCell,
      rowsAboveHeading,
      rowTooLong,
      rowTooShort,
      quoteStray,
      encodingMixed,
    ],
  },
  { subject: '统计范围', rules: [typeOutOfScope, notACase, casesLeftOut] },
  { subject: '损坏的格子', rules: [cellDamaged, formulaUnsaved] },
  { subject: '案件类型', rules: [typeMissing, typeUnknown] },
  {
    subject: '立案与结案时间',
    rules: [
      dateInvalid,
      filedMissing,
      filedInFuture,
      closedInFuture,
      closedBeforeFiled,
      closedMissing,
      dateImplausible,
    ],
  },
  {
    subject: '结案方式',
    rules: [outcomeMissing, outcomeStillOpen, cellsExchanged, outcomeUnknown, outcomeVague],
  },
  {
    subject: '案件编号',
    rules: [
      caseNumberMissing,
      mediationNumberMissing,
      openCaseNumberMissing,
      caseNumberDuplicate,
      logRepeated,
      caseNumberShared,
      caseNumberSeveral,
      caseNumberStyle,
      caseNumberYear,
      caseNumberElsewhere,
    ],
  },
  {
    subject: '公开',
    rules: [
      publishedInvalid,
      urlMissing,
      urlUnsafe,
      publishedMissing,
      publishedWhileOpen,
      urlNotALink,
      urlUnexpected,
      publicationLate,
      unpublishedWithoutReason,
      publishedUnneeded,
      urlTooGeneral,
    ],
  },
  { subject: '备注', rules: [remarkConfirmationMissing, remarkInvalidationMissing, remarkWording] },
  {
    subject: '与上期比对',
    rules: [
      caseVanished,
      caseReopened,
      filedChanged,
      typeChanged,
      closedChanged,
      outcomeChanged,
      publishedChanged,
      caseRenumbered,
    ],
  },
  { subject: '办案期限', rules: [timeLimitPassed] },
  { subject: '序号', rules: [serialWrong] },
  { subject: '信息安全', rules: [personalData, formulaLike] },
  {
    subject: '填报单位',
    rules: [unitMissing, unitConflict, unitUnknown, unitAmbiguous, unitReturnedTwice],
  },
  { subject: '说明', rules: [explanationEmpty, explanationUnused] },
]

export const allRules: readonly Rule[] = rules.flatMap((group) => group.rules)
