# A session with keys and a region, and who one is in it.
#
# The script that this replaces had an access key and a secret key in its source, for whoever reads it. Here keys come from a profile, a role, the
# machine's own role, or a credential that is asked for; a profile that does not exist is an error (LakeTools.ProfileNotFound), never other keys.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

# On AWS, one of
#   Connect-Lake -ProfileName work -Region us-west-2
#   Connect-Lake -RoleArn arn:aws:iam::123456789012:role/LakeOperator -Region us-west-2
#   Connect-Lake -Credential (Get-Credential) -Region us-west-2
# or nothing at all, where the machine or the runbook has a role.
Connect-Lake -Local $Lake -Region us-west-2
Test-LakeConnection | Format-List Principal, AccountId, Region, IsAdministrator
