<#
.SYNOPSIS
What a lake of 1,000,000 grants, 200,000 tables and 500 accounts would take: calls and memory, from lakes of two sizes on this machine.
.DESCRIPTION
Exports, compares and publishes 1 % of two embedded lakes, counts the calls of each operation, and measures the memory. Both grow in a
straight line (Definitions.ps1 shows it to 100,000 grants), so that the line gives the large lake. Time is calls divided by the calls a second
that an account may make: AWS publishes no such number for Lake Formation's operations, Service Quotas says what an account has. The
latency of calls does not count, since enough of them are under way at a time. Build as for Startup.ps1, and start it with out/pwsh/pwsh.
.PARAMETER Rate
Calls a second of one operation that are tried.
#>
param(
    [int[]] $Grants = (1000, 5000),
    [int] $LargeGrants = 1000000,
    [int] $LargeTables = 200000,
    [int] $Accounts = 500,
    [double[]] $Rate = (5, 20, 100),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$work = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ('laketools-beyond-' + [guid]::NewGuid().ToString('N')))).FullName

# Runs a command that tells each try of each call, and counts them by operation. -Debug itself would ask before each change.
function Measure-Call([scriptblock] $Command) {
    $DebugPreference = 'Continue'
    $calls = @{}
    & $Command 5>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object {
        if ("$_" -match '^(?<service>[\w ]+) (?<operation>\w+), try \d+:') { $calls[$Matches.operation]++ }
    }
    $calls
}

function Measure-Lake([int] $Count) {
    Connect-Lake -Local (Join-Path $work "lake$Count")
    $tables = [int]($Count * $LargeTables / $LargeGrants)
    $null = New-GlueDatabase sales
    0..($tables - 1) | ForEach-Object { New-GlueTable sales "t$_" -Column 'id:int' } | Out-Null
    0..($Count - 1) | ForEach-Object {
        [pscustomobject]@{ Principal = "arn:aws:iam::000000000000:role/r$([math]::Floor($_ / $tables))"; DatabaseName = 'sales'; TableName = "t$($_ % $tables)"; Permission = 'SELECT' }
    } | Grant-LakePermission
    $file = Join-Path $work "$Count.yaml"
    $export = Measure-Call { Export-LakeDefinition $file }
    $number = 0
    $changed = Join-Path $work "$Count-changed.yaml"
    [System.IO.File]::WriteAllLines($changed, [string[]] $(foreach ($line in [System.IO.File]::ReadLines($file)) {
                $line
                if ($line -eq '  - SELECT' -and $number++ % 100 -eq 0) { '  - INSERT' }
            }))
    $empty = [GC]::GetTotalMemory($true)
    $plan = Compare-LakeDefinition $changed -Detailed
    $bytes = [GC]::GetTotalMemory($true) - $empty
    if (-not $plan.HasChanges) { throw 'There is nothing to publish.' }
    $plan = $null
    $compare = Measure-Call { Compare-LakeDefinition $changed }
    $publish = Measure-Call { Publish-LakeDefinition $changed -Confirm:$false }
    [pscustomobject]@{ Grants = $Count; Export = $export; Compare = $compare; Publish = $publish; Bytes = $bytes }
}

try {
    $small, $large = foreach ($count in $Grants) { Measure-Lake $count }
    $line = { param($one, $other, $at) $one + ($other - $one) / ($large.Grants - $small.Grants) * ($at - $small.Grants) }
    foreach ($step in 'Export', 'Compare', 'Publish') {
        foreach ($operation in $large.$step.Keys | Sort-Object) {
            $calls = & $line ([int]$small.$step[$operation]) $large.$step[$operation] $LargeGrants
            $row = [ordered]@{ Step = $step; Operation = $operation; Small = [int]$small.$step[$operation]; Large = $large.$step[$operation]; Calls = [long]$calls }
            foreach ($one in $Rate) { $row["MinutesAt$one"] = [math]::Round($calls / $one / 60, 1) }
            [pscustomobject]$row
        }
    }
    # Accounts have rates of their own: side by side they take as long as one of them.
    $bytes = & $line $small.Bytes $large.Bytes $LargeGrants
    [pscustomobject]@{ Step = 'Memory of the plan'; MegabytesOfAll = [int]($bytes / 1MB); MegabytesOfAnAccount = [math]::Round($bytes / 1MB / $Accounts, 1) }
}
finally {
    Disconnect-Lake
    Remove-Item $work -Recurse -Force
}
