# A data lake in a folder: bring data in, grant access to it, and see that the grants are enforced.
# You can run it repeatedly. Every run starts with an empty lake. With another Connect-Lake line, the same commands work on AWS.
param([string] $Folder = (Join-Path ([System.IO.Path]::GetTempPath()) 'laketools-quickstart'))
$ErrorActionPreference = 'Stop'
# In a checkout the module is in out/LakeTools once it is built; elsewhere it is the installed one.
$built = Join-Path $PSScriptRoot ../out/LakeTools
Import-Module ((Test-Path $built) ? $built : 'LakeTools')
if (Test-Path $Folder) { Remove-Item $Folder -Recurse -Force }

'1. A lake, a bucket and a database. The lake is made on first use; we act as its administrator.'
Connect-Lake -Local $Folder
New-LakeBucket weather-lake | Out-Null
New-GlueDatabase weather -Description 'Daily weather of Seattle' -LocationUri s3://weather-lake/ | Format-Table

'2. The data: 1,461 days. New-GlueTable -Like reads the file and finds the columns and their types.'
$csv = Join-Path $PSScriptRoot data/seattle-weather.csv
Send-LakeObject $csv s3://weather-lake/seattle/ -PassThru | Format-Table
(New-GlueTable weather seattle -Like $csv -Location s3://weather-lake/seattle/).Column | Format-Table Name, Type

'3. Lake Formation guards the place from now on. An analyst may see which day was how warm, and nothing else.'
Register-LakeLocation s3://weather-lake/ -UseServiceLinkedRole
Get-GlueTable weather seattle | Grant-LakePermission -Principal role/analyst -Permission SELECT -ColumnName date, temp_max
Get-LakePermission -DatabaseName weather -TableName seattle | Format-Table

'4. What the analyst sees, in the catalog and in the data: two columns of six. Here are the three hottest days.'
Connect-Lake -Local $Folder -As role/analyst
(Get-GlueTable weather seattle).Column.Name -join ', '
Import-LakeData -DatabaseName weather -TableName seattle | Sort-Object temp_max -Descending | Select-Object -First 3 |
    Format-Table @{ Name = 'date'; Expression = { $_.date.ToString('yyyy-MM-dd') } }, temp_max

'5. A mistake gets one clear error, before any call.'
Connect-Lake -Local $Folder
try { Grant-LakePermission -Principal role/analyst -Permission WRITE -DatabaseName weather -TableName seattle }
catch { $_.Exception.Message, '' }

'6. A job gets a reference to a secret, reads the secret with its own role, and writes a result.'
New-LakeSecret weather-api -Value @{ user = 'noaa'; password = New-Guid } | Out-Null
$script = Join-Path $Folder report.py
Set-Content $script @'
import boto3, json, sys
arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
arn, key = arguments['--password'].split('#')
password = json.loads(boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString'])[key]
s3 = boto3.client('s3')
days = s3.get_object(Bucket='weather-lake', Key='seattle/seattle-weather.csv')['Body'].read().decode().splitlines()[1:]
rainy = sum(day.endswith(',rain') for day in days)
s3.put_object(Bucket='reports', Key='rain.csv', Body=f'days,rainy,password_length\n{len(days)},{rainy},{len(password)}\n')
'@
New-LakeBucket reports | Out-Null
Send-LakeObject $script s3://reports/jobs/report.py
New-LakeGlueJob rain-report -Role role/LakeAdmin -ScriptLocation s3://reports/jobs/report.py -Command pythonshell | Out-Null
try {
    Start-LakeGlueJob rain-report -SecretArgument @{ password = 'weather-api#password' } -Wait | Format-Table JobName, State, Duration, Id
    Import-LakeData s3://reports/rain.csv | Format-Table
}
catch {
    if ($_.FullyQualifiedErrorId -notlike 'LakeTools.JobRuntimeNotFound*') { throw }
    'The job was not run, since there is no Python with boto3 on this machine (Debian: apt-get install python3-boto3).'
}
