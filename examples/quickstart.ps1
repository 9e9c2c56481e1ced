# A data lake in a folder, from nothing to a granted table: bring data in, say who may see what, and see it enforced.
# Run it as often as you like; every run starts afresh. With another Connect-Lake line, the same commands work on AWS.
param([string] $Folder = (Join-Path ([System.IO.Path]::GetTempPath()) 'laketools-quickstart'))
$ErrorActionPreference = 'Stop'
Import-Module LakeTools
if (Test-Path $Folder) { Remove-Item $Folder -Recurse -Force }

# 1. A lake, a bucket, a database. The lake is made on first use; we act as its administrator.
Connect-Lake -Local $Folder
New-LakeBucket weather-lake | Out-Null
New-GlueDatabase weather -Description 'Daily weather of Seattle' -LocationUri s3://weather-lake/ | Format-Table

# 2. The data: 1,461 days, measured by NOAA. New-GlueTable -Like reads the file and finds columns and types.
$csv = Join-Path $PSScriptRoot data/seattle-weather.csv
Send-LakeObject $csv s3://weather-lake/seattle/ -PassThru | Format-Table
$table = New-GlueTable weather seattle -Like $csv -Location s3://weather-lake/seattle/
$table.Column | Format-Table Name, Type

# 3. Lake Formation guards the location from now on. An analyst may see when it was how warm, and nothing else.
Register-LakeLocation s3://weather-lake/ -UseServiceLinkedRole
Get-GlueTable weather seattle | Grant-LakePermission -Principal role/analyst -Permission SELECT -ColumnName date, temp_max
Get-LakePermission -DatabaseName weather -TableName seattle | Format-Table

# 4. What the analyst sees: two columns of six, in the catalog and in the data.
$analyst = Connect-Lake -Local $Folder -As role/analyst -PassThru
(Get-GlueTable weather seattle).Column.Name -join ', '
Import-LakeData -DatabaseName weather -TableName seattle | Sort-Object temp_max -Descending | Select-Object -First 3 | Format-Table

# 5. A mistake gets one clear error before any call: WRITE is no permission of Lake Formation.
Connect-Lake -Local $Folder
try { Grant-LakePermission -Principal role/analyst -Permission WRITE -DatabaseName weather -TableName seattle }
catch { Write-Warning $_.Exception.Message }

# 6. A job that needs a password gets a reference to it, reads the secret with its own role, and writes a result.
New-LakeSecret weather-api -Value @{ user = 'noaa'; password = New-Guid } | Format-Table
$script = Join-Path $Folder report.py
Set-Content $script @'
import boto3, json, sys
argument = dict(zip(sys.argv[1::2], sys.argv[2::2]))
arn, key = argument['--password'].split('#')
secret = json.loads(boto3.client('secretsmanager').get_secret_value(SecretId=arn)['SecretString'])
s3 = boto3.client('s3')
rows = s3.get_object(Bucket='weather-lake', Key='seattle/seattle-weather.csv')['Body'].read().decode().splitlines()
rain = sum(1 for row in rows[1:] if row.endswith(',rain'))
s3.put_object(Bucket='reports', Key='rain.csv', Body=f'days,rainy,has_password\n{len(rows) - 1},{rain},{bool(secret[key])}\n')
print('rainy days:', rain)
'@
New-LakeBucket reports | Out-Null
Send-LakeObject $script s3://reports/jobs/report.py
New-LakeGlueJob rain-report -Role role/LakeAdmin -ScriptLocation s3://reports/jobs/report.py -Command pythonshell | Out-Null
Start-LakeGlueJob rain-report -SecretArgument @{ password = 'weather-api#password' } -Wait | Format-Table
Import-LakeData s3://reports/rain.csv | Format-Table
