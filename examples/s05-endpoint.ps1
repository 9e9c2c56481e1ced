# A client whose endpoint is a VPC endpoint's URL, and a region.
#
# -EndpointUrl is one URL for every service. -Endpoint is one URL for each service. Here an embedded lake on a port of this machine
# represents the VPC endpoint.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

$server = Start-LakeServer -Local $Lake -PassThru
$keys = [pscredential]::new($server.AccessKey, $server.SecretKey)

# On AWS: -EndpointUrl https://vpce-0a1b2c3d-4e5f6071.lakeformation.us-west-2.vpce.amazonaws.com
Connect-Lake -EndpointUrl $server.Uri -Region $server.Region -Credential $keys
Get-LakeAdministrator

# Or one URL for each service. The other services use their public endpoints.
Connect-Lake -Endpoint @{ LakeFormation = $server.Uri; Sts = $server.Uri } -Region $server.Region -Credential $keys
Get-LakeAdministrator
Stop-LakeServer
