<#
.SYNOPSIS
Reads the events of one table from a trail.
.DESCRIPTION
Makes a trail of gzip files in an embedded lake, half of the events on each of two days, and reads the events of one table of 200 from it, with half of the
events and with all of them. Twice the events should take twice as long, and no more memory. Python's gzip and json read the same files, one after the other.
-Events is the number of events: ten million need 400 MB on the disk.
#>
param(
    [int] $Events = 200000,
    [int] $PerFile = 2000,
    [string] $Python = '/usr/bin/python3',
    [string] $Module = (Join-Path $PSScriptRoot '../../out/LakeTools')
)

Import-Module $Module
$work = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
try {
    Connect-Lake -Local (Join-Path $work lake)
    $null = New-LakeBucket bench-trail
    $record = '{{"eventVersion":"1.11","userIdentity":{{"type":"AssumedRole","principalId":"AROAEXAMPLE:session","arn":"arn:aws:sts::000000000000:assumed-role/r{0}/session","accountId":"000000000000","sessionContext":{{"sessionIssuer":{{"type":"Role","principalId":"AROAEXAMPLE","arn":"arn:aws:iam::000000000000:role/r{0}","accountId":"000000000000","userName":"r{0}"}},"attributes":{{"creationDate":"2026-07-01T20:43:33Z","mfaAuthenticated":"false"}}}},"invokedBy":"athena.amazonaws.com"}},"eventTime":"2026-07-01T21:01:47Z","eventSource":"lakeformation.amazonaws.com","eventName":"GetDataAccess","awsRegion":"us-east-1","sourceIPAddress":"athena.amazonaws.com","userAgent":"athena.amazonaws.com","requestParameters":{{"tableArn":"arn:aws:glue:us-east-1:000000000000:table/sales/t{1}","permissions":["SELECT"],"auditContext":{{"additionalAuditContext":"{{queryId: 33333333-4444-5555-6666-777777777777}}"}},"cellLevelSecurityEnforced":true}},"responseElements":null,"additionalEventData":{{"requesterService":"ATHENA","LakeFormationTrustedCallerInvocation":"true","lakeFormationPrincipal":"arn:aws:iam::000000000000:role/r{0}","lakeFormationRoleSessionName":"AWSLF-00-AT-000000000000-EXAMPLE04"}},"requestID":"43214321-1111-2222-3333-432143214321","eventID":"87658765-1111-2222-3333-{2:d12}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"000000000000","eventCategory":"Management"}}'
    $folder = New-Item -ItemType Directory (Join-Path $work files)

    $script = 'import sys, time, glob, gzip, json
begin, found, files = time.perf_counter(), 0, glob.glob(sys.argv[1] + "/*.gz")
for file in files:
    for record in json.load(gzip.open(file))["Records"]:
        table = (record.get("requestParameters") or {}).get("tableArn", "")
        if record["eventName"] == "GetDataAccess" and table.endswith(":table/sales/t7"): found += 1
print(time.perf_counter() - begin)'

    function New-Day([int]$Day, [int]$Count) {
        for ($start = 0; $start -lt $Count; $start += $PerFile) {
            $file = Join-Path $folder ('{0}.json.gz' -f [guid]::NewGuid())
            $gzip = [IO.Compression.GZipStream]::new([IO.File]::Create($file), [IO.Compression.CompressionLevel]::Fastest)
            $writer = [IO.StreamWriter]::new($gzip)
            $writer.Write('{"Records":[')
            for ($i = 0; $i -lt [Math]::Min($PerFile, $Count - $start); $i++) {
                if ($i) { $writer.Write(',') }
                $writer.Write($record, $i % 40, $i % 200, $start + $i)
            }
            $writer.Write(']}'); $writer.Dispose()
        }
        Send-LakeObject $folder/* "s3://bench-trail/AWSLogs/000000000000/CloudTrail/us-east-1/2026/07/$($Day.ToString('00'))/"
        # The peer reads the files of the first day.
        if ($Day -eq 1) { $script:peer = [double](& $Python -c $script $folder) }
        Remove-Item $folder/*
    }

    function Measure-Trail([string]$What) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $found = 0
        Get-LakeAccessEvent s3://bench-trail -DatabaseName sales -TableName t7 | ForEach-Object { $found++ }
        [pscustomobject]@{ What = $What; Seconds = [Math]::Round($watch.Elapsed.TotalSeconds, 2); Found = $found
            MiB = [Math]::Round([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB) }
    }

    New-Day 1 ($Events / 2)
    $null = Measure-Trail warm
    $half = Measure-Trail "$($Events / 2) events, one table of 200"
    New-Day 2 ($Events / 2)
    $whole = Measure-Trail "$Events events, one table of 200"
    $half, $whole
    'Twice the events take {0:0.00} times as long.' -f ($whole.Seconds / $half.Seconds)
    'Half of the events take {0:0.00} times as long as in Python.' -f ($half.Seconds / $peer)
}
finally { Disconnect-Lake; Remove-Item $work -Recurse -Force }
