<#
.SYNOPSIS
How export, comparing and publishing grow with a lake: 1,000, 10,000 and 100,000 grants on 100, 1,000 and 10,000 tables, each a lake of its
own in this process.
.DESCRIPTION
Time and memory are told as multiples of the smallest lake's, a grant: 1 is linear growth. What is published changes one grant in a hundred. Build as for Startup.ps1, and start it with out/pwsh/pwsh.
#>
param(
    [int[]] $Grants = (1000, 10000, 100000),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-definitions-' + [guid]::NewGuid().ToString('N')))).FullName

function New-Rows([int] $Count, [int] $Tables) {
    foreach ($number in 0..($Count - 1)) {
        [pscustomobject]@{
            Principal = "arn:aws:iam::000000000000:role/r$([math]::Floor($number / 100))"; DatabaseName = 'sales'; TableName = "t$($number % $Tables)"; Permission = 'SELECT'
        }
    }
}

function Measure-Lake([int] $Count) {
    Connect-Lake -Local (Join-Path $work "lake$Count")
    $null = New-GlueDatabase sales
    $tables = [math]::Max(10, $Count / 10)
    0..($tables - 1) | ForEach-Object { New-GlueTable sales "t$_" -Column 'id:int' } | Out-Null
    New-Rows $Count $tables | Grant-LakePermission
    $file = Join-Path $work "$Count.yaml"
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    Export-LakeDefinition $file
    $export = $watch.Elapsed.TotalSeconds
    $empty = [GC]::GetTotalMemory($true)
    $watch.Restart()
    $plan = Compare-LakeDefinition $file -Detailed
    $compare = $watch.Elapsed.TotalSeconds
    if ($plan.HasChanges) { throw "An exported lake of $Count grants has changes." }
    $bytes = [GC]::GetTotalMemory($true) - $empty
    $plan = $null
    # One grant in a hundred lets its principal change rows too.
    $number = 0
    $changed = Join-Path $work "$Count-changed.yaml"
    [System.IO.File]::WriteAllLines($changed, [string[]] $(foreach ($line in [System.IO.File]::ReadLines($file)) {
                $line
                if ($line -eq '  - SELECT' -and $number++ % 100 -eq 0) { '  - INSERT' }
            }))
    $watch.Restart()
    $done = Publish-LakeDefinition $changed -Confirm:$false
    $publish = $watch.Elapsed.TotalSeconds
    if ($done.Status -ne 'Done' -or $done.Changes.Count -ne [math]::Ceiling($Count / 100)) { throw "$($done.Changes.Count) changes of $Count grants: $($done.Status)" }
    [pscustomobject]@{ Grants = $Count; Export = $export; Compare = $compare; Publish = $publish; Bytes = $bytes }
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
            PublishGrowth  = [math]::Round($run.Publish / $runs[0].Publish / $size, 2)
            MemoryGrowth   = [math]::Round($run.Bytes / $runs[0].Bytes / $size, 2)
            BytesPerGrant  = [int]($run.Bytes / $run.Grants)
            ExportSeconds  = [math]::Round($run.Export, 2)
            CompareSeconds = [math]::Round($run.Compare, 2)
            PublishSeconds = [math]::Round($run.Publish, 2)
        }
    }
}
finally {
    Disconnect-Lake
    Remove-Item $work -Recurse -Force
}
