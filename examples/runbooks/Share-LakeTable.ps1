<#
.SYNOPSIS
A data mesh, the producer's side: shares tables of a database with another account.
.DESCRIPTION
Grants with the grant option, so that the administrators of the other account can grant the tables to their users. The output is the grants.
A second run changes nothing.
.PARAMETER AccountId
The account that consumes: twelve digits.
.PARAMETER DatabaseName
The database.
.PARAMETER TableName
The tables. Default: all, including tables that are created later.
.PARAMETER Permission
What is shared. Default: SELECT and DESCRIBE.
.EXAMPLE
./Share-LakeTable.ps1 222222222222 sales orders, returns
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [ValidatePattern('^\d{12}$')] [string] $AccountId,
    [Parameter(Mandatory)] [string] $DatabaseName,
    [string[]] $TableName = '*',
    [string[]] $Permission = @('SELECT', 'DESCRIBE')
)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

foreach ($table in $TableName) {
    Grant-LakePermission -Principal $AccountId -Permission $Permission -GrantablePermission $Permission -DatabaseName $DatabaseName -TableName $table -PassThru
}
