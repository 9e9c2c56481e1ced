# Connects with the keys in a secret, grants on a table, downloads a file, and uploads it again.
#
# The script that this replaces decoded the secret with eval, which runs any code in the secret. It created a session and never used it. It put a
# database and a table into one resource, and granted WRITE, which does not exist. Here Get-LakeSecret reads JSON as JSON and never shows
# the keys. Both mistakes of the grant are one error before any call, with 'did you mean INSERT'.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

# Keys in a secret. Here they are keys of the embedded lake, and a server on this machine takes the place of AWS.
$server = Start-LakeServer -PassThru
New-LakeSecret my-lake-secret -Value @{ access_key = $server.AccessKey; secret_key = $server.SecretKey } | Out-Null
Get-LakeSecret my-lake-secret | Connect-Lake -Region us-west-2 -EndpointUrl $server.Uri    # on AWS: without -EndpointUrl

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
New-LakeBucket my-bucket | Out-Null
Set-Content (Join-Path $Lake input.txt) 'id,name'
Send-LakeObject (Join-Path $Lake input.txt) s3://my-bucket/my-key.txt

Grant-LakePermission -Principal role/my_role -Permission SELECT, INSERT -DatabaseName my_database -TableName my_table -PassThru

$copy = Join-Path $Lake my-file.txt
Receive-LakeObject s3://my-bucket/my-key.txt $copy
Send-LakeObject $copy s3://my-bucket/my-new-key.txt -PassThru
Stop-LakeServer
