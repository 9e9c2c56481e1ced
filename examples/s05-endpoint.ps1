# A client whose endpoint is a VPC endpoint's URL, and a region.
#
# One URL for every service is -EndpointUrl; one for each is -Endpoint. Here an embedded lake behind a port of this machine stands for the
# VPC endpoint.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

$server = Start-LakeServer -Local $Lake -PassThru
$keys = [pscredential]::new($server.AccessKey, $server.SecretKey)

# On AWS: -EndpointUrl https://vpce-0a1b2c3d-4e5f6071.lakeformation.us-west-2.vpce.amazonaws.com
Connect-Lake -EndpointUrl $server.Uri -Region $server.Region -Credential $keys
Get-LakeAdministrator

# Or service by service; the others are reached where they are for everybody.
Connect-Lake -Endpoint @{ LakeFormation = $server.Uri; Sts = $server.Uri } -Region $server.Region -Credential $keys
Get-LakeAdministrator
Stop-LakeServer
