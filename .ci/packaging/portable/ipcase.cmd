@"%~dp0app\node.exe" "%~dp0app\bin\ipcase.js" %*
