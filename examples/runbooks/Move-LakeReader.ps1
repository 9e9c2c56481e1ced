<#
.SYNOPSIS
An operations script: grants a new role all permissions of an old role, and then revokes them from the old role.
.DESCRIPTION
All grants are made before the first revocation, so there is no time without access. -WhatIf shows the changes.
.PARAMETER From
The role that has the permissions.
.PARAMETER To
The role that receives them.
.EXAMPLE
./Move-LakeReader.ps1 role/analyst role/analyst-v2 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)] [string] $From, [Parameter(Mandatory)] [string] $To)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

$held = @(Get-LakePermission $From -Explicit)
if (-not $held) { throw "$From has no permissions." }
$held | Grant-LakePermission -Principal $To -PassThru
$held | Revoke-LakePermission
