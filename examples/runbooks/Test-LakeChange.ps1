<#
.SYNOPSIS
A CI job: tries a change of the lake in a folder, and fails where somebody would see what they must not.
.DESCRIPTION
Needs no account and no network. The lake is made as the scripts of the repository make it, the change is applied, and rules are asked of it: each is a
question to Test-LakePermission with the answer that must come. The answer's reasons say which grant is to blame.
.PARAMETER Change
A script that makes the change, with whatever lake Connect-Lake chose.
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
if ($broken) { throw "$(@($broken).Count) of the rules do not hold." }
'Every rule holds.'
