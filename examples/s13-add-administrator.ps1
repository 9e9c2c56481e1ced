# Adds one administrator and changes nothing else.
#
# The script that this replaces read the settings, added an administrator, and wrote settings that contained only the administrators. All other
# settings were erased. Here the settings that are not named are kept. If another writer overwrites the change, the command makes it again.
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
