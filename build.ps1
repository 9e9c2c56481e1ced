<#
.SYNOPSIS
Builds, tests or packs LakeTools.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Task Test
.EXAMPLE
./build.ps1 -Task Pack
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { dotnet build --nologo --configuration $Configuration }
        'Test' { dotnet test --configuration $Configuration }
        'Pack' { dotnet build --nologo --configuration Release -p:ModuleReadyToRun=true src/LakeTools.Cmdlets }
    }
    if ($LASTEXITCODE) { throw "dotnet ended with exit code $LASTEXITCODE." }
}
finally { Pop-Location }
