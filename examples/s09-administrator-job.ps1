# The lake's administrators from its settings, a grant for one of them, and a job with a worker type and a number of workers.
#
# The script that this replaces took the settings' list of administrators for one name; granted ALL on a role, which is no resource of a
# lake; and passed arguments without their dashes, which Glue drops. Here names of arguments get their dashes, and an unknown worker type is
# an error that names those that there are (LakeTools.UnknownWorkerType).
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
