<#
.SYNOPSIS
A CI job: tries a change on an embedded lake, and fails if it breaks a rule about who may read what.
.DESCRIPTION
Needs no account and no network. The change is applied to an embedded lake. Each rule is a question to Test-LakePermission with the expected
answer. The reasons in the output name the grant that breaks the rule.
.PARAMETER Change
A script that makes the change, on the current connection.
.PARAMETER Rule
A CSV file with the columns Principal, Permission, DatabaseName, TableName, ColumnName and Expected (True or False).
.EXAMPLE
./Test-LakeChange.ps1 -Change ./grants.ps1 -Rule ./rules.csv
#>
param(
    [Parameter(Mandatory)] [string] $Change,
    [Parameter(Mandatory)] [string] $Rule,
    [string] $Lake = (Join-Path ([System.IO.Path]::GetTempPath()) "lake-$(New-Guid)")
)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake
& $Change

$broken = foreach ($line in Import-Csv $Rule) {
    if (($line | Test-LakePermission -Quiet) -ne [bool]::Parse($line.Expected)) { $line | Test-LakePermission }
}
$broken | Format-List Principal, Permission, Target, Allowed, Reason
if ($broken) { throw "$(@($broken).Count) of the rules are broken." }
'All rules are met.'
