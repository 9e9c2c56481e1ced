# A database over a place in S3, with tags; a secret from keys and values, with tags; each read back.
#
# The script that this replaces called create_data_catalog, which is Athena's and takes neither bucket nor prefix, and caught every error only to print it
# and go on. Here errors are records with an id and a category, so that try, -ErrorAction and $? work.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeBucket my-bucket | Out-Null
New-GlueDatabase my_database -LocationUri s3://my-bucket/my_prefix/ -Tag @{ team = 'data' } | Format-List Name, LocationUri
New-LakeSecret my-secret -Value @{ username = 'me'; password = New-Guid } -Tag @{ team = 'data' } | Format-Table Name, Kind, Key
Get-LakeSecret my-secret | Format-Table Name, Kind, Key

# A second one of that name is one error that a script can catch by its id.
try { New-LakeSecret my-secret -Value x }
catch { "$($_.FullyQualifiedErrorId.Split(',')[0]): $($_.CategoryInfo.Category)" }
