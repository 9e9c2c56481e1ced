<#
.SYNOPSIS
An operations script: gives a new role all that an old one has, and then takes it from the old one.
.DESCRIPTION
Everything is granted before anything is revoked, so that nobody who uses both roles is without access in between. -WhatIf shows what would be done.
.PARAMETER From
The role that has the permissions.
.PARAMETER To
The role that gets them.
.EXAMPLE
./Move-LakeReader.ps1 role/analyst role/analyst-v2 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param([Parameter(Mandatory)] [string] $From, [Parameter(Mandatory)] [string] $To)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

$held = @(Get-LakePermission $From -Explicit)
if (-not $held) { throw "$From holds nothing." }
$held | Grant-LakePermission -Principal $To -PassThru
$held | Revoke-LakePermission
