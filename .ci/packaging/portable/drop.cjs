'use strict'
const { spawnSync } = require('node:child_process')
const { existsSync, statSync } = require('node:fs')
const { basename, dirname, extname, join, resolve, sep } = require('node:path')

/*
 * Behind 核对.cmd and 出表.cmd: takes what was dropped on them, runs ipcase, and says in Chinese what was written
 * and what to do next. ipcase itself judges; nothing is decided here but the names of the files.
 */

const [job, ...dropped] = process.argv.slice(2).filter((word) => word !== '')

function say(line) {
  process.stdout.write(`${line}\n`)
}

/** `办案\凌源.csv` and 问题 make `办案\凌源-问题.xlsx`; a folder's own list stands beside the folder. */
function beside(path, word) {
  const name = statSync(path).isDirectory() ? basename(path) : basename(path, extname(path))
  return join(dirname(path), `${name}-${word}.xlsx`)
}

/**
 * Where what was dropped lies: there its configuration is found, and names stay short. Windows starts a script that
 * something is dropped on wherever it likes.
 */
function ipcase(path, ...words) {
  return spawnSync(process.execPath, [join(__dirname, 'bin', 'ipcase.js'), ...words], {
    stdio: 'inherit',
    cwd: dirname(path),
  }).status
}

/** By its name alone; one that begins like an option is written otherwise. */
function named(path) {
  const name = basename(path)
  return name.startsWith('-') ? `.${sep}${name}` : name
}

function sayWhereTo() {
  say('这里写不了的（只读的文件夹、光盘、共享文件夹），把台账复制到桌面上再拖。')
}

/** The list of the last time is read back: what was explained there stays explained. */
function check(path) {
  const list = beside(path, '问题')
  const explained = existsSync(list) ? ['--explained', named(list)] : []
  const code = ipcase(path, 'validate', named(path), '-o', named(list), ...explained)
  say('')
  if (code <= 1) say(`问题清单写在：${list}`)
  if (code === 0) say('没有错误。清单里的警告和提示请逐条看一眼，然后把台账拖到“出表”上。')
  if (code === 1) say('有错误：打开清单，照“怎么改”一栏改台账，存盘，再拖一次。')
  if (code === 3) sayWhereTo()
  return code
}

function table(path) {
  const form = beside(path, '统计表')
  const wasThere = existsSync(form)
  const code = ipcase(path, 'report', named(path), '-o', named(form))
  say('')
  if (code === 0 || code === 4) say(`统计表写在：${form}`)
  if (code === 1) say('有错误，没有出表：先把台账拖到“核对”上，照清单改好。')
  if (code === 3 && wasThere) say(`${form} 已经有了：不再要的删掉，要留的改个名，再拖一次。`)
  if (code === 3 && !wasThere) sayWhereTo()
  return code
}

function main() {
  const work = { check, table }[job]
  if (dropped.length === 0) {
    say('用法：把台账文件（或装台账的文件夹）用鼠标拖到这个图标上，松开。')
    return 2
  }
  const codes = dropped.map((word) => {
    const path = resolve(word)
    if (existsSync(path)) return work(path)
    say(`找不到 ${path}：文件名里有 & 或 % 的，请先改名再拖。`)
    return 3
  })
  return Math.max(...codes)
}

process.exitCode = main()
