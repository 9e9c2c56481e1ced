# A role for Glue, its permissions on a data location and on the tables there, and a job that runs with the role.
#
# The script that this replaces created the role with the client of Lake Formation, and built the ARN from the role id. It granted the permissions
# DataLocation and Table, which do not exist, and passed a role to the run. IAM creates roles and returns their ARNs. A data location and a
# table are two resources, each with its own permissions. A role belongs to the job and not to the run.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeBucket my-datalake | Out-Null
$role = New-LakeRole my-glue-role -Service Glue -Path s3://my-datalake/
$role | Format-List Name, Arn

Register-LakeLocation s3://my-datalake -UseServiceLinkedRole
New-GlueDatabase my_database -LocationUri s3://my-datalake/ | Out-Null
$role | Grant-LakePermission -Permission DATA_LOCATION_ACCESS -DataLocation s3://my-datalake
$role | Grant-LakePermission -Permission SELECT, INSERT -DatabaseName my_database -TableName *
Get-LakePermission $role.Arn

Set-Content (Join-Path $Lake job.py) @'
import boto3, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
bucket, key = arguments['--output'].removeprefix('s3://').split('/', 1)
boto3.client('s3').put_object(Bucket=bucket, Key=key, Body=arguments['--input'].encode())
'@
Send-LakeObject (Join-Path $Lake job.py) s3://my-datalake/job.py
New-LakeGlueJob my-job -Role $role.Arn -ScriptLocation s3://my-datalake/job.py -Command pythonshell | Out-Null
Start-LakeGlueJob my-job -Argument @{ input = 's3://my-datalake/in'; output = 's3://my-datalake/out.txt' } -Wait | Format-List JobName, State, Argument
