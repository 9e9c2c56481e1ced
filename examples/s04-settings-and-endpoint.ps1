# Who administers the lake, which accounts are trusted, what new databases come with; and a private way to Lake Formation's API in a VPC.
#
# The script that this replaces called create_data_lake_settings, which does not exist, and handed it a VPC, subnets, and the word AWS as an account.
# The settings know nothing of networks: the way into a VPC is an endpoint of the VPC. Here only the settings that are named change.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeRole lake-operations -Service LakeFormation | Out-Null
Add-LakeAdministrator role/lake-operations
Set-LakeSetting -TrustedResourceOwner 123456789012 -CreateDatabaseDefaultPermission None -PassThru

New-LakeVpcEndpoint -Service LakeFormation -VpcId vpc-0a1b2c3d4e5f60718 -SubnetId subnet-0a1b2c3d4e5f60718 -PrivateDns
