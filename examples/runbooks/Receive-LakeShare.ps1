<#
.SYNOPSIS
A data mesh, the consumer's side: accepts what another account shares, links to it, and lets roles of this account read it.
.DESCRIPTION
Accepts the invitations of the producer, creates a resource link to its database, and grants each reader DESCRIBE on the link and SELECT on the shared
tables. The output says for each reader and table whether the reader may read it now, and if not, why. A second run changes nothing.
.PARAMETER ProducerId
The account that shares: twelve digits.
.PARAMETER DatabaseName
The producer's database.
.PARAMETER Reader
Roles and users of this account.
.PARAMETER LinkName
The name of the link. Default: the name of the database.
.EXAMPLE
./Receive-LakeShare.ps1 111111111111 sales role/analyst
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [ValidatePattern('^\d{12}$')] [string] $ProducerId,
    [Parameter(Mandatory)] [string] $DatabaseName,
    [string[]] $Reader = @(),
    [string] $LinkName = $DatabaseName
)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

Get-LakeShareInvitation Pending | Where-Object SenderAccountId -EQ $ProducerId | Approve-LakeShareInvitation
$tables = @(Get-GlueTable $DatabaseName -Share Foreign | Where-Object CatalogId -EQ $ProducerId)
if (-not $tables) { throw "Account $ProducerId shares no table of $DatabaseName with this one." }
if (-not (Get-GlueDatabase | Where-Object Name -EQ $LinkName)) {
    $null = New-GlueDatabase $LinkName -TargetDatabaseName $DatabaseName -TargetCatalogId $ProducerId
}
foreach ($role in $Reader) {
    Grant-LakePermission -Principal $role -Permission DESCRIBE -DatabaseName $LinkName
    $tables | Grant-LakePermission -Principal $role -Permission SELECT
    foreach ($table in $tables) { Test-LakePermission -Principal $role -Permission SELECT -DatabaseName $LinkName -TableName $table.Name }
}
