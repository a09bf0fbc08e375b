@echo off
rem For Windows: a double click installs collabnet once, then opens it in the browser.
rem If Windows warns of an unknown publisher: More info, Run anyway.
setlocal
cd /d "%~dp0.."
if not exist pyproject.toml (
  echo The rest of collabnet isn't beside this file. Unpack the whole ZIP file first,
  echo then start this file in the folder that it gives.
  goto finish
)
if exist ".venv\Scripts\collabnet.exe" goto start

set "PYTHON="
for %%P in ("py -3.13" "py -3.12" "py -3.11" "py -3.14" "python") do if not defined PYTHON (
  %%~P -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "PYTHON=%%~P"
)
if not defined PYTHON (
  echo collabnet needs Python 3.11 or later. Install it from python.org ^(the button Download^),
  echo then start this file again.
  goto finish
)
echo Setting up collabnet. This happens once and takes a few minutes.
%PYTHON% -m venv .venv
if errorlevel 1 goto failed
".venv\Scripts\python.exe" -m pip --quiet --disable-pip-version-check install --constraint constraints.txt .
if errorlevel 1 goto failed

:start
echo collabnet opens in your browser. Leave this window open while you work; close it to stop.
".venv\Scripts\collabnet.exe" serve --open %*
if not errorlevel 1 goto :eof
echo collabnet has stopped. What stands above says why.
goto finish

:failed
rmdir /s /q .venv
echo collabnet could not be set up. It needs the internet for this once: check the connection,
echo then start this file again. If that is not it, install Python 3.13 from python.org as well.

:finish
echo.
pause
