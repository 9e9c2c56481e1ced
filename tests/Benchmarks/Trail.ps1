# Events of a trail by table: makes a trail of many files in an embedded lake, and reads it with a filter. The growth with twice the events
# is printed as a ratio, which stays near two. LAKETOOLS_EVENTS says how many; the issue's ten million take an hour on two cores.
param([int]$Events = $(if ($env:LAKETOOLS_EVENTS) { $env:LAKETOOLS_EVENTS } else { 200000 }), [int]$PerFile = 2000)

Import-Module "$PSScriptRoot/../../out/LakeTools"
$work = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
try {
    Connect-Lake -Local (Join-Path $work lake)
    $null = New-LakeBucket bench-trail
    $record = '{{"eventVersion":"1.11","userIdentity":{{"type":"AssumedRole","principalId":"AROAEXAMPLE:session","arn":"arn:aws:sts::000000000000:assumed-role/r{0}/session","accountId":"000000000000","sessionContext":{{"sessionIssuer":{{"type":"Role","principalId":"AROAEXAMPLE","arn":"arn:aws:iam::000000000000:role/r{0}","accountId":"000000000000","userName":"r{0}"}},"attributes":{{"creationDate":"2026-07-01T20:43:33Z","mfaAuthenticated":"false"}}}},"invokedBy":"athena.amazonaws.com"}},"eventTime":"2026-07-01T21:01:47Z","eventSource":"lakeformation.amazonaws.com","eventName":"GetDataAccess","awsRegion":"us-east-1","sourceIPAddress":"athena.amazonaws.com","userAgent":"athena.amazonaws.com","requestParameters":{{"tableArn":"arn:aws:glue:us-east-1:000000000000:table/sales/t{1}","permissions":["SELECT"],"auditContext":{{"additionalAuditContext":"{{queryId: 33333333-4444-5555-6666-777777777777}}"}},"cellLevelSecurityEnforced":true}},"responseElements":null,"additionalEventData":{{"requesterService":"ATHENA","LakeFormationTrustedCallerInvocation":"true","lakeFormationPrincipal":"arn:aws:iam::000000000000:role/r{0}","lakeFormationRoleSessionName":"AWSLF-00-AT-000000000000-EXAMPLE04"}},"requestID":"43214321-1111-2222-3333-432143214321","eventID":"87658765-1111-2222-3333-{2:d12}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"000000000000","eventCategory":"Management"}}'
    $folder = New-Item -ItemType Directory (Join-Path $work files)

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
}
finally { Disconnect-Lake; Remove-Item $work -Recurse -Force }
