<#
.SYNOPSIS
A scheduled runbook: makes the grants that a file lists and the lake does not have, and outputs them.
.DESCRIPTION
Runs unattended, with the role of the machine, the container or the automation account. There is no Connect-Lake and no key. A second run
changes nothing. A wrong line is an error, and the other lines are processed. The exit code is 1 if a line failed.
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
