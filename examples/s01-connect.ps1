# A session with keys and a region, and the identity that it uses.
#
# The script that this replaces had an access key and a secret key in its source. Here the keys come from a profile, a role, the role of the
# machine, or a prompt. A profile that does not exist is an error (LakeTools.ProfileNotFound). No other keys are used in its place.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

# On AWS, one of
#   Connect-Lake -ProfileName work -Region us-west-2
#   Connect-Lake -RoleArn arn:aws:iam::123456789012:role/LakeOperator -Region us-west-2
#   Connect-Lake -Credential (Get-Credential) -Region us-west-2
# or nothing at all, if the machine or the runbook has a role.
Connect-Lake -Local $Lake -Region us-west-2
Test-LakeConnection | Format-List Principal, AccountId, Region, IsAdministrator
