# A role for Glue, its right to a place in the lake and to the tables there, and a job that runs as it.
#
# The script that this replaces made the role through Lake Formation's client, put its ARN together from the role's id, and asked for one grant whose
# permissions were the words DataLocation and Table; the run was to bring a role along. IAM makes roles and knows their ARNs; a place and tables
# are two resources with permissions of their own; and a role belongs to the job, not to its run.
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
