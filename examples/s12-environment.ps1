# The name of the secret and the location from environment variables; the grants on the location; a job with a key.
#
# The script that this replaces ended with a KeyError if a variable was not set, and put the key into the job's arguments. Here an
# unset variable is an empty string. Every command refuses it, with an error that names the parameter.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

$env:SECRET_NAME = 'my-api'
$env:LAKE_PATH = 's3://my-data-lake'
New-LakeSecret $env:SECRET_NAME -Value @{ api_key = New-Guid } | Out-Null
New-LakeBucket my-data-lake | Out-Null
Register-LakeLocation $env:LAKE_PATH -UseServiceLinkedRole
Grant-LakePermission -Principal role/my_role -Permission DATA_LOCATION_ACCESS -DataLocation $env:LAKE_PATH
Get-LakePermission -Path $env:LAKE_PATH

New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
def secret(reference):
    arn, _, key = reference.partition('#')
    text = boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString']
    return json.loads(text)[key] if key else text
print('the key has', len(secret(arguments['--api-key'])), 'characters')
'@

Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command pythonshell | Out-Null
Start-LakeGlueJob my-job -SecretArgument @{ 'api-key' = "$env:SECRET_NAME#api_key" } -Wait | Format-List JobName, State, SecretArgument
