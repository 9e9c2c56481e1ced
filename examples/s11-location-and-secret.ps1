# An S3 location registered with Lake Formation, with a role, and a job that gets a secret.
#
# The script that this replaces called create_resource; the operation is RegisterResource. It put the whole secret into the job's arguments, and
# the article about it called that safe. Everybody who may read the run can read those arguments.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeBucket my-data-lake | Out-Null
$role = New-LakeRole my-lake-role -Service LakeFormation -Path s3://my-data-lake/
Register-LakeLocation s3://my-data-lake -RoleArn $role.Arn
Get-LakeLocation | Format-Table

New-LakeSecret my-app-secrets -Value @{ token = New-Guid } | Out-Null
New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
def secret(reference):
    arn, _, key = reference.partition('#')
    text = boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString']
    return json.loads(text)[key] if key else text
print('the secret has', ', '.join(json.loads(secret(arguments['--my-secret']))))
'@

Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command pythonshell | Out-Null
Start-LakeGlueJob my-job -SecretArgument @{ '--my-secret' = 'my-app-secrets' } -Wait | Format-List JobName, State, SecretArgument
