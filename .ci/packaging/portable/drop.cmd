@echo off
rem What a person reads comes from drop.cjs, so that the code page of this window does not matter
rem and this file stays plain ASCII.
"%~dp0app\node.exe" "%~dp0app\drop.cjs" JOB %*
set code=%errorlevel%
pause
exit /b %code%
