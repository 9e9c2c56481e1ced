#!/bin/sh
# Starts pwsh with the checkout's modules: shell.sh DOTNET PWSH MODULES [arguments of pwsh].
# Without arguments of pwsh it is a prompt with the module loaded.
dotnet=$1 pwsh=$2
export PSModulePath="$3${PSModulePath:+:$PSModulePath}" POWERSHELL_UPDATECHECK=Off POWERSHELL_TELEMETRY_OPTOUT=1
shift 3
[ $# -gt 0 ] || set -- -NoLogo -NoExit -Command 'Import-Module LakeTools'
exec "$dotnet" exec "$pwsh" -NoProfile "$@"
