# The manual's ten minutes, from a ledger with mistakes to the table that was sent; sourced by whoever has said what
# `try` does: try <what> <expected exit code> <words or a file that must be there> <words after `ipcase`...>.
# The ledger is GBK with the line ends of Windows and lies at 台账.csv, the mended one at 改好.csv.

ten_minutes() {
  try 'the ledger is checked: two mistakes' 1 '错误 2 处' validate 台账.csv
  try 'a list to work through' 1 '问题.xlsx' validate 台账.csv -o 问题.xlsx
  try 'no table while there are mistakes' 1 '没有出表' report 台账.csv -o 统计表.xlsx
  [ ! -e "$work/统计表.xlsx" ] || fail 'a table was written all the same'
  cp "$work/改好.csv" "$work/台账.csv"
  try 'mended: no mistake is left' 0 '问题.上一次.xlsx' validate 台账.csv --explained 问题.xlsx -o 问题.xlsx
  try 'spellings are mended in a copy' 0 '台账-修正.csv' fix 台账.csv
  try 'table, print and record in one go' 0 '统计表.pdf' \
    report 台账.csv --explained 问题.xlsx -o 统计表.xlsx -o 统计表.pdf --record --archive 报送存档
  [ -e "$work/统计表.xlsx" ] && [ -e "$work/报送存档/2024-06/凌源市.json" ] || fail 'no table, or not recorded'
  try 'the round is known as handed in' 0 '已报送（2024-06-07）' deadline --archive 报送存档 --unit 凌源市
  try 'what was sent reads back as the same cases' 0 '案件 7' validate 统计表.xlsx
}
