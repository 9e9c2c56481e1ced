# One more administrator, and nothing else changed.
#
# The script that this replaces read the settings, added an administrator, and put back settings that held the administrators alone: everything else
# was erased. Here what is not named stays, and a change that somebody else undid meanwhile is made again.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

Set-LakeSetting -TrustedResourceOwner 123456789012 -AllowExternalDataFiltering
$before = Get-LakeSetting
Add-LakeAdministrator role/new_admin
$after = Get-LakeSetting
$after | Format-List Administrator, TrustedResourceOwner, AllowExternalDataFiltering
"Trusted accounts before and after: $($before.TrustedResourceOwner), $($after.TrustedResourceOwner)"
