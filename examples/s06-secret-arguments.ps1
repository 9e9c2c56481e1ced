# A user name and a password from a secret, the permissions on a resource, and a job that logs in.
#
# The script that this replaces looked for the keys of the secret in the wrong part of the response. It called 'get permissions' of Lake
# Formation, which does not exist. It put the password into the job's arguments, so everybody who may read the run can read it.
# Here the job gets a reference.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeSecret my-db -Value @{ username = 'reader'; password = New-Guid } | Out-Null
"The user is $(Get-LakeSecret my-db -Key username -AsPlainText); the password stays a $((Get-LakeSecret my-db -Key password).GetType().Name)."

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int' -OutVariable table | Out-Null
$table | Grant-LakePermission -Principal role/my_role -Permission SELECT
$here = Test-LakeConnection
Get-LakePermission role/my_role -ResourceArn "arn:aws:glue:$($here.Region):$($here.AccountId):table/my_database/my_table"

New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
def secret(reference):
    arn, _, key = reference.partition('#')
    text = boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString']
    return json.loads(text)[key] if key else text
print('logged in as', secret(arguments['--username']), 'with', len(secret(arguments['--password'])), 'characters')
'@

Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command pythonshell | Out-Null
$run = Start-LakeGlueJob my-job -SecretArgument @{ username = 'my-db#username'; password = 'my-db#password' } -Wait
$run | Format-List JobName, State, SecretArgument
$run | Get-LakeGlueJobLog
