# A table over comma-separated files, a job that writes them, and a download and an upload of the files.
#
# The script that this replaces passed two keys to the job as arguments, so that the run shows them. Here the job reads with its own role.
# The columns of the table have types. For files without a header, -Column gives the names.
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-LakeBucket my-bucket | Out-Null
New-LakeBucket my-other-bucket | Out-Null
New-GlueDatabase my_database | Out-Null
New-GlueTable my_database my_table -Column 'col1:string', 'col2:int' -Format Csv -Delimiter ',' -Location s3://my-bucket/my_path |
    Format-Table DatabaseName, Name, Format, Location

Set-Content (Join-Path $Lake job.py) @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
def secret(reference):
    arn, _, key = reference.partition('#')
    text = boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString']
    return json.loads(text)[key] if key else text
target = arguments['--output'].removeprefix('s3://').split('/', 1)
boto3.client('s3').put_object(Bucket=target[0], Key=target[1] + '/part-00000', Body='a,1\nb,2\n')
'@

Send-LakeObject (Join-Path $Lake job.py) s3://my-bucket/jobs/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-bucket/jobs/job.py -Command pythonshell | Out-Null
$arguments = @{ database = 'my_database'; table = 'my_table'; output = 's3://my-bucket/my_path' }
Start-LakeGlueJob my-job -Argument $arguments -Wait | Format-Table JobName, State

Import-LakeData 's3://my-bucket/my_path/part-*' -Format Csv -NoHeader -Column col1, col2 | Export-LakeData -Uri s3://my-other-bucket/copy.csv
Import-LakeData s3://my-other-bucket/copy.csv
Import-LakeData -DatabaseName my_database -TableName my_table
