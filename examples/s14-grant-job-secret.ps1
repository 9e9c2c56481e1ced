# SELECT on a table, and a job that gets two paths and a secret.
#
# The script that this replaces named a database and a table in one resource. It put the text of the secret into the job's arguments, and everybody
# who may read a run can read them. Here the resource is the table, and the job gets a reference. The text of a secret in an argument is refused
# (LakeTools.SecretInArgument).
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
Grant-LakePermission -Principal role/my_role -Permission SELECT -DatabaseName my_database -TableName my_table -PassThru

New-LakeSecret my-secret -Value @{ token = New-Guid } | Out-Null
New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
secret = json.loads(boto3.client('secretsmanager').get_secret_value(SecretId=arguments['--secret'])['SecretString'])
print(arguments['--input'], arguments['--output'], len(secret['token']))
'@
Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command pythonshell | Out-Null
$paths = @{ input = 's3://my-scripts/in'; output = 's3://my-scripts/out' }
Start-LakeGlueJob my-job -Argument $paths -SecretArgument @{ secret = 'my-secret' } -Wait | Format-List JobName, State, Argument, SecretArgument
