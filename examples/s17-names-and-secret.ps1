# SELECT and INSERT on a table, and a job that gets the names of the database and the table, and a whole secret.
#
# The script that this replaces put the text of the secret into the job's arguments. Here one argument is a reference to the secret. The names of
# the database and the table are ordinary arguments.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'id:int', 'name:string' | Out-Null
Grant-LakePermission -Principal role/my_role -Permission SELECT, INSERT -DatabaseName my_database -TableName my_table -PassThru

New-LakeSecret my-db -Value @{ username = 'writer'; password = New-Guid } | Out-Null
New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
def secret(reference):
    arn, _, key = reference.partition('#')
    text = boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString']
    return json.loads(text)[key] if key else text
print(arguments['--database'], arguments['--table'], sorted(json.loads(secret(arguments['--secret']))))
'@

Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command pythonshell | Out-Null
$run = Start-LakeGlueJob my-job -Argument @{ database = 'my_database'; table = 'my_table' } -SecretArgument @{ secret = 'my-db' } -Wait
$run | Format-List JobName, State, Argument, SecretArgument
