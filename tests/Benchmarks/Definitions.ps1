<#
.SYNOPSIS
How reading, comparing and planning grow with a lake: 1,000, 10,000 and 100,000 grants, each a lake of its own in this process.
.DESCRIPTION
Time and memory are told as multiples of the smallest lake's, a grant: 1 is linear growth. Build as for Startup.ps1, and start it with out/pwsh/pwsh.
#>
param(
    [int[]] $Grants = (1000, 10000, 100000),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-definitions-' + [guid]::NewGuid().ToString('N')))).FullName

function New-Rows([int] $Count) {
    foreach ($number in 0..($Count - 1)) {
        [pscustomobject]@{
            Principal = "arn:aws:iam::000000000000:role/reader$([math]::Floor($number / 100))"; DatabaseName = 'sales'; TableName = "table$($number % 100)"; Permission = 'SELECT'
        }
    }
}

function Measure-Lake([int] $Count) {
    Connect-Lake -Local (Join-Path $work "lake$Count")
    $null = New-GlueDatabase sales
    0..99 | ForEach-Object { New-GlueTable sales "table$_" -Column 'id:int' } | Out-Null
    New-Rows $Count | Grant-LakePermission
    $file = Join-Path $work "$Count.yaml"
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    Export-LakeDefinition $file
    $export = $watch.Elapsed.TotalSeconds
    $empty = [GC]::GetTotalMemory($true)
    $watch.Restart()
    $plan = Compare-LakeDefinition $file -Detailed
    $compare = $watch.Elapsed.TotalSeconds
    if ($plan.HasChanges) { throw "An exported lake of $Count grants has changes." }
    [pscustomobject]@{ Grants = $Count; Export = $export; Compare = $compare; Bytes = [GC]::GetTotalMemory($true) - $empty }
}

try {
    $null = Measure-Lake 100
    $runs = foreach ($count in $Grants) { Measure-Lake $count }
    foreach ($run in $runs) {
        $size = $run.Grants / $runs[0].Grants
        [pscustomobject]@{
            Grants         = $run.Grants
            ExportGrowth   = [math]::Round($run.Export / $runs[0].Export / $size, 2)
            CompareGrowth  = [math]::Round($run.Compare / $runs[0].Compare / $size, 2)
            MemoryGrowth   = [math]::Round($run.Bytes / $runs[0].Bytes / $size, 2)
            BytesPerGrant  = [int]($run.Bytes / $run.Grants)
            CompareSeconds = [math]::Round($run.Compare, 2)
        }
    }
}
finally {
    Disconnect-Lake
    Remove-Item $work -Recurse -Force
}
