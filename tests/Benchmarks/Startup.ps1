<#
.SYNOPSIS
How long it takes until the first command answers, beside a host that does nothing.
.DESCRIPTION
Runs whole processes in turn, one of each kind per round, so that a machine that speeds up or slows down does so for all.
Build first, compiled ahead as pwsh is: dotnet publish src/LakeTools.Host -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true
(the module is compiled ahead by any Release build). Figures hold for the machine and the run; compare them with each other only.
#>
param(
    [int] $Rounds = 7,
    [string] $HostAssembly = (Join-Path $PSScriptRoot '../../src/LakeTools.Host/bin/Release/net10.0/linux-x64/publish/LakeTools.Host.dll'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
$lake = Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-startup-' + [guid]::NewGuid().ToString('N'))

$kinds = [ordered]@{
    'bare host'                    = '1'
    'import'                       = "Import-Module '$Module'"
    'import, connect to a folder'  = "Import-Module '$Module'; Connect-Lake -Local '$lake'"
    'import, connect, first call'  = "Import-Module '$Module'; Connect-Lake -Local '$lake'; Get-GlueDatabase"
}

function Measure-Start([string] $Command) {
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in $HostAssembly, '-NoProfile', '-Command', $Command) { $start.ArgumentList.Add($argument) }
    $start.RedirectStandardOutput = $true
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start($start)
    $null = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    if ($process.ExitCode) { throw "'$Command' ended with exit code $($process.ExitCode)." }
    $watch.Elapsed.TotalMilliseconds
}

try {
    $times = @{}
    foreach ($round in 0..$Rounds) {
        foreach ($kind in $kinds.Keys) {
            $time = Measure-Start $kinds[$kind]
            if ($round -gt 0) { $times[$kind] = @($times[$kind]) + $time | Where-Object { $_ } }   # the first round warms the disk
        }
    }
    $median = { param($values) $sorted = @($values | Sort-Object); $sorted[[int][math]::Floor($sorted.Count / 2)] }
    $bare = & $median $times['bare host']
    foreach ($kind in $kinds.Keys) {
        $middle = & $median $times[$kind]
        [pscustomobject]@{
            Kind      = $kind
            MedianMs  = [int]$middle
            OverBare  = [int]($middle - $bare)
            Ratio     = [math]::Round($middle / $bare, 2)
        }
    }
    # Inside one warm process, the import alone.
    $inner = "`$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$Module'; [Console]::Out.Write(`$w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture))"
    $imports = foreach ($round in 1..$Rounds) {
        $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
        foreach ($argument in $HostAssembly, '-NoProfile', '-Command', $inner) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $text = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        [double]::Parse($text, [cultureinfo]::InvariantCulture)
    }
    $import = & $median $imports
    [pscustomobject]@{ Kind = 'import, as the module sees it'; MedianMs = [int]$import; OverBare = [int]$import; Ratio = [math]::Round($import / $bare, 2) }
}
finally {
    if (Test-Path $lake) { Remove-Item $lake -Recurse -Force }
}
