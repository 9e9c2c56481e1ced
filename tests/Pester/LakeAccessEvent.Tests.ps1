BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    $role = 'arn:aws:iam::000000000000:role'

    # A guarded table with two rows, which role/reader and role/part may read: the latter one column of it.
    function New-EventLake {
        $script:folder = Join-Path $TestDrive ([guid]::NewGuid())
        Connect-Lake -Local $folder
        $null = New-LakeBucket desk-data; $null = New-LakeBucket desk-trail
        Register-LakeLocation s3://desk-data -RoleArn role/location
        $null = New-GlueDatabase desk
        foreach ($table in 'tickets', 'notes') { $null = New-GlueTable desk $table -Column 'id:int', 'text:string' -Format Json -Location "s3://desk-data/$table/" }
        $file = Join-Path $TestDrive ([guid]::NewGuid())
        Set-Content $file '{"id":1,"text":"a"}', '{"id":2,"text":"b"}'
        Send-LakeObject $file s3://desk-data/tickets/one.json
        Grant-LakePermission -Principal role/reader -Permission SELECT -DatabaseName desk -TableName tickets
        Grant-LakePermission -Principal role/part -Permission SELECT -DatabaseName desk -TableName tickets -ColumnName id
        $script:reader = Connect-Lake -Local $folder -As role/reader -NoDefault
        $script:part = Connect-Lake -Local $folder -As role/part -NoDefault
        $script:guest = Connect-Lake -Local $folder -As role/guest -NoDefault
    }

    # A record as engines write them: AWS's example of Athena, with what the test is about.
    function New-Record([string]$Principal, [string]$Table, [datetime]$Time, [hashtable]$More = @{}) {
        $record = [ordered]@{
            eventVersion = '1.11'
            userIdentity = @{ type = 'AssumedRole'; principalId = 'AROAEXAMPLE:session'; accountId = '000000000000'
                sessionContext = @{ sessionIssuer = @{ type = 'Role'; arn = "$role/$Principal" } } }
            eventTime = $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
            eventSource = 'lakeformation.amazonaws.com'; eventName = 'GetDataAccess'; awsRegion = 'us-east-1'
            requestParameters = @{ tableArn = "arn:aws:glue:us-east-1:000000000000:table/desk/$Table"; permissions = @('SELECT') }
            additionalEventData = @{ requesterService = 'ATHENA'; lakeFormationPrincipal = "$role/$Principal" }
            eventID = [guid]::NewGuid(); recipientAccountId = '000000000000'
        }
        foreach ($name in $More.Keys) { $record[$name] = $More[$name] }
        $record
    }

    function New-TrailFile([datetime]$Day, [object[]]$Record, [string]$Under = '', [string]$Account = '000000000000', [string]$Region = 'us-east-1', [byte[]]$Raw) {
        $day = $Day.ToUniversalTime()
        $name = '{0}_CloudTrail_{1}_{2:yyyyMMddTHHmm}Z_{3:n}.json.gz' -f $Account, $Region, $day, [guid]::NewGuid()
        $file = Join-Path $TestDrive $name
        $text = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json @{ Records = @($Record) } -Depth 9 -Compress))
        $stream = [IO.File]::Create($file)
        if ($Raw) { $stream.Write($Raw) }
        else { $gzip = [IO.Compression.GZipStream]::new($stream, [IO.Compression.CompressionMode]::Compress); $gzip.Write($text); $gzip.Dispose() }
        $stream.Dispose()
        $uri = "s3://desk-trail/${Under}AWSLogs/$Account/CloudTrail/$Region/$($day.ToString('yyyy\/MM\/dd'))/"
        Send-LakeObject $file $uri -PassThru
    }

    function New-Trail {
        $null = New-EventLake
        $script:today = (Get-Date).ToUniversalTime().Date
    }
}

AfterAll { Disconnect-Lake }

Describe 'Get-LakeAccessEvent in the embedded lake' {
    BeforeEach { New-EventLake }

    It 'tells who read which table, with the columns, and nothing of what nobody read' {
        Get-LakeAccessEvent | Should -BeNullOrEmpty
        @(Import-LakeData -DatabaseName desk -TableName tickets -Connection $reader).Count | Should -Be 2
        $null = Import-LakeData -DatabaseName desk -TableName tickets -ColumnName id -Connection $part
        $events = @(Get-LakeAccessEvent)
        $events | Should -BeOfType ([LakeTools.LakeAccessEvent])
        $events.Principal | Should -Be "$role/part", "$role/reader"
        $events.TableName | Sort-Object -Unique | Should -Be tickets
        (Get-LakeAccessEvent -Principal role/read*, user/x*).Principal | Should -Be "$role/reader"
        $events[0].ColumnName | Should -Be id
        $events[1].ColumnName | Should -Be id, text
        $events[0].DatabaseName, $events[0].Service, $events[0].AccountId, $events[0].Region | Should -Be desk, LAKETOOLS, '000000000000', us-east-1
        $events[0].Permission | Should -Be SELECT
        ($events.EventId | Sort-Object -Unique).Count | Should -Be 2
        $events[0].Time | Should -BeGreaterThan (Get-Date).AddMinutes(-10)
    }

    It 'filters by principal, table and time' {
        $null = Import-LakeData -DatabaseName desk -TableName tickets -Connection $reader
        $null = Import-LakeData -DatabaseName desk -TableName tickets -Connection $part
        @(Get-LakeAccessEvent -Principal role/part).Count | Should -Be 1
        @(Get-LakeAccessEvent -Principal *:role/*).Count | Should -Be 2
        @(Get-LakeAccessEvent -DatabaseName de* -TableName TICKETS).Count | Should -Be 2
        Get-LakeAccessEvent -TableName notes | Should -BeNullOrEmpty
        Get-LakeAccessEvent -After (Get-Date).AddHours(1) | Should -BeNullOrEmpty
        Get-LakeAccessEvent -Before (Get-Date).AddHours(-1) | Should -BeNullOrEmpty
        @(Get-LakeAccessEvent -After (Get-Date).AddHours(-1) -Before (Get-Date).AddHours(1)).Count | Should -Be 2
    }

    It 'tells what was refused' {
        { Get-LakeTemporaryCredential desk tickets -Connection $reader -ErrorAction Stop } | Should -Throw
        $event = Get-LakeAccessEvent
        $event.Principal | Should -Be "$role/reader"
        $event.ErrorCode | Should -Be AccessDeniedException
    }

    It 'tells of credentials, and has no secret' {
        Set-LakeSetting -AllowFullTableExternalDataAccess
        $null = Get-LakeTemporaryCredential desk tickets -Connection $reader
        $event = Get-LakeAccessEvent
        $event.Service | Should -Not -Be LAKETOOLS
        $event.ErrorCode | Should -BeNullOrEmpty
        $event | ConvertTo-Json -Depth 5 | Should -Not -Match 'ASIA|AKIA|Secret|Token'
    }
}

Describe 'Get-LakeAccessEvent -Path' {
    BeforeEach { New-Trail }

    It 'reads a trail from any of its folders, organization trails too' {
        $null = New-TrailFile $today (New-Record reader tickets $today), (New-Record part notes $today)
        $null = New-TrailFile $today (New-Record far tickets $today) -Under 'audit/' -Account 111111111111
        $null = New-TrailFile $today (New-Record org tickets $today) -Under 'org/' -Region eu-central-1
        @(Get-LakeAccessEvent s3://desk-trail/).Count | Should -Be 4
        @(Get-LakeAccessEvent s3://desk-trail/AWSLogs).Principal | Should -Be "$role/reader", "$role/part"
        @(Get-LakeAccessEvent s3://desk-trail/audit/).Principal | Should -Be "$role/far"
        @(Get-LakeAccessEvent "s3://desk-trail/AWSLogs/000000000000/CloudTrail/us-east-1/$($today.ToString('yyyy\/MM'))/").Count | Should -Be 2
        (Get-LakeAccessEvent s3://desk-trail/org -TableName tickets).Region | Should -Be us-east-1
        (Get-LakeAccessEvent s3://desk-trail/org).Uri | Should -Match '^s3://desk-trail/org/AWSLogs/000000000000/CloudTrail/eu-central-1/'
    }

    It 'reads no day outside of -After and -Before' {
        foreach ($back in 0, 5, 40, 400) { $null = New-TrailFile $today.AddDays(-$back) (New-Record "day$back" tickets $today.AddDays(-$back)) }
        $null = New-TrailFile $today.AddDays(-40) -Raw ([byte[]]@(1, 2, 3)) # would be an error, were it read
        (Get-LakeAccessEvent s3://desk-trail -After $today.AddDays(-6) -ErrorAction Stop).Principal | Should -Be "$role/day5", "$role/day0"
        (Get-LakeAccessEvent s3://desk-trail -Before $today.AddDays(-399) -ErrorAction Stop).Principal | Should -Be "$role/day400"
    }

    It 'tells each broken file once, and reads the others' {
        $null = New-TrailFile $today (New-Record reader tickets $today)
        $broken = New-TrailFile $today -Raw ([byte[]]@(31, 139, 8, 0, 1, 2, 3))
        $events = Get-LakeAccessEvent s3://desk-trail -ErrorAction SilentlyContinue -ErrorVariable failures
        @($events).Count | Should -Be 1
        $failures.FullyQualifiedErrorId | Should -Be 'LakeTools.TrailFileInvalid,LakeTools.Cmdlets.Permissions.GetLakeAccessEventCommand'
        $failures[0].TargetObject | Should -Be $broken.Uri
    }

    It 'leaves out digests and other events' {
        $null = New-TrailFile $today (New-Record a tickets $today @{ eventSource = 's3.amazonaws.com' }), (New-Record b tickets $today @{ eventName = 'GetTable' })
        $file = Join-Path $TestDrive ([guid]::NewGuid()); Set-Content $file x
        Send-LakeObject $file s3://desk-trail/AWSLogs/000000000000/CloudTrail-Digest/us-east-1/2026/01/01/a.json.gz
        Get-LakeAccessEvent s3://desk-trail -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'names principals that another account does not tell by their id' {
        $null = New-TrailFile $today (New-Record a tickets $today @{ userIdentity = @{ type = 'AWSAccount'; principalId = 'AROAFAR:job'; accountId = '222222222222' }
            additionalEventData = @{ requesterService = 'GLUE_JOB' } })
        $event = Get-LakeAccessEvent s3://desk-trail
        $event.Principal | Should -BeNullOrEmpty
        $event.PrincipalId, $event.Service | Should -Be AROAFAR:job, GLUE_JOB
    }

    It 'refuses a place without a trail' {
        { Get-LakeAccessEvent s3://desk-data -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TrailNotFound,*'
        { Get-LakeAccessEvent s3://not-there -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.BucketNotFound,*'
        { Get-LakeAccessEvent elsewhere -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidS3Uri,*'
    }
}

Describe 'Export-LakeReport -TrailPath' {
    It 'tells when each principal last got data of a table, and of whom no use is seen' {
        New-Trail
        $null = New-TrailFile $today (New-Record reader tickets $today.AddHours(-30)), (New-Record reader tickets $today.AddHours(-50)), (New-Record guest tickets $today.AddHours(-20))
        $null = New-TrailFile $today.AddDays(-100) (New-Record part tickets $today.AddDays(-100))
        # Tables of the same name in another account's catalog, and in another region.
        $null = New-TrailFile $today (New-Record part tickets $today.AddHours(-9) @{ requestParameters = @{ tableArn = 'arn:aws:glue:us-east-1:111111111111:table/desk/tickets' } })
        $null = New-TrailFile $today -Region eu-west-1 (New-Record part tickets $today.AddHours(-8) @{ awsRegion = 'eu-west-1'; requestParameters = @{ tableArn = 'arn:aws:glue:eu-west-1:000000000000:table/desk/tickets' } })
        $page = Join-Path $TestDrive "$([guid]::NewGuid()).html"
        Export-LakeReport $page -TrailPath s3://desk-trail
        $data = ((Get-Content $page -Raw) -split '<script type="application/json" id="data">')[1].Split('</script>')[0] | ConvertFrom-Json
        $data.trail[1] | Should -Be 90
        $uses = $data.uses | ForEach-Object { "$($data.principals[$_[0]][0]) $($data.things[$_[1]][1]) $(([datetimeoffset] $_[2]).UtcDateTime.ToString('s'))" } | Sort-Object
        $uses | Should -Be @("$role/guest desk.tickets $($today.AddHours(-20).ToString('s'))", "$role/reader desk.tickets $($today.AddHours(-30).ToString('s'))")
        { Export-LakeReport $page -TrailPath s3://desk-data/none -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TrailNotFound,*'
        { Export-LakeReport $page -TrailPath desk -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidS3Uri,*'
    }
}
