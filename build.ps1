<#
.SYNOPSIS
Builds, tests or packs LakeTools. Without arguments it builds the module, and not the tests.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Task Test
.EXAMPLE
./build.ps1 -Task Pack -Runtime win-x64, linux-x64, osx-arm64
Makes out/package/LakeTools.<version>.nupkg and LakeTools.Query.<version>.nupkg, as the PowerShell Gallery takes them.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The platforms for which Pack compiles ahead. The package runs on the others too, and starts more slowly there.
    [ValidatePattern('^(win|linux|linux-musl|osx)-(x64|arm64)$')]
    [string[]] $Runtime = ('win-x64', 'linux-x64')
)
$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' {
            dotnet build src/LakeTools.Cmdlets --nologo --configuration $Configuration
            if (-not $LASTEXITCODE) { dotnet build src/LakeTools.Query --nologo --configuration $Configuration }
        }
        'Test' { dotnet test --configuration $Configuration }
        'Pack' {
            dotnet pack --nologo src/LakeTools.Package "-p:ModuleRuntimes=$($Runtime -join '+')"
            if (-not $LASTEXITCODE) { dotnet pack --nologo src/LakeTools.Query }
        }
    }
    if ($LASTEXITCODE) { throw "dotnet ended with exit code $LASTEXITCODE." }
}
finally { Pop-Location }
