<#
.SYNOPSIS
A scheduled runbook: grants what a file lists and the lake lacks, and says what it did.
.DESCRIPTION
Runs unattended, as the role of the machine, the container or the automation account: there is no Connect-Lake, and no key anywhere. Running it twice
changes nothing the second time. One bad line is an error of its own and the rest goes on; the exit code tells the scheduler.
.PARAMETER Path
A CSV file with the columns Principal, Permission, DatabaseName, TableName and, if need be, ColumnName.
.EXAMPLE
./Sync-ReaderGrant.ps1 ./grants.csv
#>
param([Parameter(Mandatory)] [string] $Path)
Import-Module LakeTools

$missing = @(Import-Csv $Path | Test-LakePermission -ErrorVariable failed -ErrorAction SilentlyContinue | Where-Object Allowed -EQ $false)
$missing | Grant-LakePermission -PassThru -ErrorVariable +failed -ErrorAction SilentlyContinue
foreach ($failure in $failed) { Write-Warning "$($failure.FullyQualifiedErrorId.Split(',')[0]): $($failure.Exception.Message)" }
if ($failed) { exit 1 }
