@rem Starts pwsh with the checkout's modules. The project sets SHELL_DOTNET, SHELL_PWSH and SHELL_MODULES.
@rem Without arguments it is a prompt with the module loaded.
@setlocal
@set "PSModulePath=%SHELL_MODULES%;%PSModulePath%"
@set POWERSHELL_UPDATECHECK=Off
@set POWERSHELL_TELEMETRY_OPTOUT=1
@if "%~1"=="" goto prompt
@"%SHELL_DOTNET%" exec "%SHELL_PWSH%" -NoProfile %*
@exit /b %ERRORLEVEL%
:prompt
@"%SHELL_DOTNET%" exec "%SHELL_PWSH%" -NoProfile -NoLogo -NoExit -Command "Import-Module LakeTools"
@exit /b %ERRORLEVEL%
