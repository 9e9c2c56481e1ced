# The administrators, the trusted accounts, the default permissions of new databases; and a private endpoint of Lake Formation in a VPC.
#
# The script that this replaces called create_data_lake_settings, which does not exist, with a VPC, subnets, and the word AWS as an account.
# The settings do not contain networks. A VPC has an endpoint of its own for that. Here only the settings that are named change.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeRole lake-operations -Service LakeFormation | Out-Null
Add-LakeAdministrator role/lake-operations
Set-LakeSetting -TrustedResourceOwner 123456789012 -CreateDatabaseDefaultPermission None -PassThru

New-LakeVpcEndpoint -Service LakeFormation -VpcId vpc-0a1b2c3d4e5f60718 -SubnetId subnet-0a1b2c3d4e5f60718 -PrivateDns
