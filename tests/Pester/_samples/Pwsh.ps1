# The pwsh that runs this, as a program and its first arguments; that of NuGet's package is no program of its own.
function Get-Pwsh { (Test-Path "$PSHOME/pwsh.dll") ? @((Get-Command dotnet).Source, 'exec', "$PSHOME/pwsh.dll") : @((Get-Process -Id $PID).Path) }
