# The lake's administrators from its settings, a grant for one of them, and a job with a worker type and a number of workers.
#
# The script that this replaces used the list of administrators as one name. It granted ALL on a role, which is not a resource of Lake
# Formation. It passed arguments without dashes, and Glue ignores such arguments. Here the dashes are added, and an unknown worker type
# is an error with the list of valid types (LakeTools.UnknownWorkerType).
param([string] $Lake = './lake')
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
Connect-Lake -Local $Lake    # on AWS: Connect-Lake -ProfileName work -Region us-west-2

New-GlueDatabase my_database | Out-Null
$administrator = Get-LakeAdministrator | Select-Object -First 1
$administrator | Grant-LakePermission -Permission ALL -DatabaseName my_database -PassThru

New-LakeBucket my-scripts | Out-Null
Set-Content (Join-Path $Lake job.py) 'print("done")'
Send-LakeObject (Join-Path $Lake job.py) s3://my-scripts/job.py
New-LakeGlueJob my-job -Role role/LakeAdmin -ScriptLocation s3://my-scripts/job.py -Command glueetl -WorkerType G.1X -NumberOfWorkers 2 | Out-Null
Start-LakeGlueJob my-job -Argument @{ input = 's3://my-scripts/in'; output = 's3://my-scripts/out' } -WorkerType Standard -NumberOfWorkers 10 |
    Format-List JobName, WorkerType, NumberOfWorkers, Argument
