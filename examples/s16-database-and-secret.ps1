# A database over an S3 location, with tags; a secret from keys and values, with tags; and both read again.
#
# The script that this replaces called create_data_catalog, an operation of Athena that accepts neither a bucket nor a prefix. It caught every error,
# printed it and continued. Here errors are records with an id and a category, so try, -ErrorAction and $? work.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeBucket my-bucket | Out-Null
New-GlueDatabase my_database -LocationUri s3://my-bucket/my_prefix/ -Tag @{ team = 'data' } | Format-List Name, LocationUri
New-LakeSecret my-secret -Value @{ username = 'me'; password = New-Guid } -Tag @{ team = 'data' } | Format-Table Name, Kind, Key
Get-LakeSecret my-secret | Format-Table Name, Kind, Key

# A second secret with that name is an error. A script can catch it by its id.
try { New-LakeSecret my-secret -Value x }
catch { "$($_.FullyQualifiedErrorId.Split(',')[0]): $($_.CategoryInfo.Category)" }
