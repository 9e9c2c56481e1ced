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

Describe 'Find-LakeUnusedPermission' {
    BeforeEach {
        New-Trail
        # Grants of today are older than what -Days 0 looks at.
        function Find-Unused([hashtable]$With = @{ Days = 0 }) { Find-LakeUnusedPermission @With -ErrorAction Stop -WarningAction SilentlyContinue }
    }

    It 'names what nobody used in the embedded lake, and takes it away' {
        Grant-LakePermission -Principal role/idle -Permission SELECT, DESCRIBE -DatabaseName desk -TableName notes
        $null = Import-LakeData -DatabaseName desk -TableName tickets -Connection $reader
        $unused = @(Find-Unused | Sort-Object Principal)
        $unused | Should -BeOfType ([LakeTools.LakePermission])
        $unused.Principal | Should -Be "$role/idle", "$role/part"
        $unused[0].Permission | Should -Be SELECT # data alone is in the lake's trail, so that DESCRIBE is not judged
        $unused | Revoke-LakePermission -WhatIf
        @(Find-Unused).Count | Should -Be 2
        $unused | Revoke-LakePermission
        Find-Unused | Should -BeNullOrEmpty
        (Get-LakePermission -Principal role/idle -Explicit).Permission | Should -Be DESCRIBE
    }

    It 'names nothing of a table whose reads leave no event' {
        $null = New-GlueTable desk plain -Column 'id:int' -Location s3://desk-trail/plain/
        Grant-LakePermission -Principal role/idle -Permission SELECT -DatabaseName desk -TableName plain
        (Find-Unused).Principal | Should -Not -Contain "$role/idle"
        Grant-LakePermission -Principal role/all -Permission SELECT -DatabaseName desk -TableName *
        (Find-Unused).Principal | Should -Not -Contain "$role/all"
        Remove-GlueTable desk plain -Confirm:$false
        (Find-Unused).Principal | Should -Contain "$role/all"
    }

    It 'names nobody whose events cannot be told, and says how many' {
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS, '222222222222', 'arn:aws:iam::222222222222:role/far' -Permission SELECT -DatabaseName desk -TableName notes
        Grant-LakePermission -Principal role/passes -Permission SELECT -GrantablePermission SELECT -DatabaseName desk -TableName notes
        $unused = Find-LakeUnusedPermission 0 -WarningVariable told -WarningAction SilentlyContinue
        ($unused.Principal | Sort-Object) | Should -Be "$role/part", "$role/reader" -Because 'nobody else is judged'
        $told.Message | Should -HaveCount 2
        $told[0].Message | Should -Match '^3 grants '
    }

    It 'counts a grant by LF-Tags as used where any table that it reaches is' {
        $null = New-LakeTag kind -Value desk, other
        Add-LakeTagAssignment -Tag @{ kind = 'desk' } -DatabaseName desk
        Grant-LakePermission -Principal role/tagged, role/idle -Permission SELECT -TagExpression @{ kind = 'desk' } -ResourceType Table
        $tagged = Connect-Lake -Local $folder -As role/tagged -NoDefault
        $null = Import-LakeData -DatabaseName desk -TableName tickets -Connection $tagged
        $found = (Find-Unused).Principal
        $found | Should -Contain "$role/idle"
        $found | Should -Not -Contain "$role/tagged"
    }

    It 'judges all permissions by a trail in S3, and calls of Glue count' {
        Grant-LakePermission -Principal role/idle -Permission SELECT, ALTER -DatabaseName desk -TableName notes
        Grant-LakePermission -Principal role/looks -Permission SELECT -DatabaseName desk -TableName notes
        Grant-LakePermission -Principal role/makes, role/names -Permission CREATE_TABLE -DatabaseName desk
        $glue = @{ eventSource = 'glue.amazonaws.com'; additionalEventData = $null }
        $null = New-TrailFile $today @(
            New-Record reader tickets $today
            New-Record part tickets $today @{ errorCode = 'AccessDenied' }
            New-Record looks x $today ($glue + @{ eventName = 'GetTable'; requestParameters = @{ databaseName = 'desk'; name = 'notes' } })
            New-Record names x $today ($glue + @{ eventName = 'GetDatabase'; requestParameters = @{ name = 'desk' } }))
        $unused = Find-Unused @{ Days = 0; Path = 's3://desk-trail' } | Sort-Object Principal
        $unused.Principal | Should -Be "$role/idle", "$role/makes"
        $unused[0].Permission | Should -Be SELECT, ALTER
    }

    It 'counts an event that names a resource link for its target: <what>' -ForEach @(
        @{ what = 'a database'; make = { New-GlueDatabase lnk -TargetDatabaseName desk }; asked = @{ databaseName = 'lnk'; name = 'plain' } }
        @{ what = 'a table'; make = { New-GlueTable other lnk -TargetDatabaseName desk -TargetTableName plain }; asked = @{ databaseName = 'other'; name = 'lnk' } }
        @{ what = 'a table, through a database'; make = { New-GlueTable desk own -TargetDatabaseName desk -TargetTableName plain; New-GlueDatabase lnk -TargetDatabaseName desk }
            asked = @{ databaseName = 'lnk'; name = 'own' } }
    ) {
        $null = New-GlueTable desk plain -Column 'id:int' -Location s3://desk-trail/plain/
        $null = New-GlueDatabase other
        $null = & $make
        Grant-LakePermission -Principal role/reader, role/idle -Permission SELECT -DatabaseName desk -TableName plain
        $null = New-TrailFile $today (New-Record reader x $today @{ eventSource = 'glue.amazonaws.com'; eventName = 'GetTable'; additionalEventData = $null; requestParameters = $asked })
        $unused = Find-Unused @{ Days = 0; Path = 's3://desk-trail' } | Where-Object TableName -eq plain
        $unused.Principal | Should -Be "$role/idle"
        (Find-Unused @{ Days = 0; Path = 's3://desk-trail' } | Where-Object Principal -eq "$role/reader").TableName | Should -Be tickets
    }

    It 'counts an event that names a link to a database alone' {
        Grant-LakePermission -Principal role/makes, role/idle -Permission CREATE_TABLE -DatabaseName desk
        $null = New-GlueDatabase lnk -TargetDatabaseName desk
        Grant-LakePermission -Principal role/idle -Permission DESCRIBE -DatabaseName lnk
        $glue = @{ eventSource = 'glue.amazonaws.com'; additionalEventData = $null; eventName = 'CreateTable'; requestParameters = @{ databaseName = 'lnk'; tableInput = @{ name = 'new' } } }
        $null = New-TrailFile $today (New-Record makes x $today $glue)
        $unused = Find-Unused @{ Days = 0; Path = 's3://desk-trail' } | Where-Object Permission -ne SELECT
        $unused.Principal | Should -Be "$role/idle"
        $unused.DatabaseName | Should -Be desk -Because 'a grant on a link is not judged'
    }

    It 'does not judge a principal that used what can have been a link and is gone, and says so: <what>' -ForEach @(
        @{ what = 'a database'; asked = @{ databaseName = 'lnk'; name = 'tickets' }; judged = 'notes' }
        @{ what = 'a table'; asked = @{ databaseName = 'desk'; name = 'lnk' }; judged = @() }
        @{ what = 'a database without a table'; asked = @{ databaseName = 'lnk' }; judged = @() }
    ) {
        Grant-LakePermission -Principal role/reader -Permission SELECT -DatabaseName desk -TableName notes
        $glue = @{ eventSource = 'glue.amazonaws.com'; additionalEventData = $null; eventName = 'GetPartitions'; requestParameters = $asked }
        $null = New-TrailFile $today (New-Record reader x $today $glue)
        $unused = Find-LakeUnusedPermission 0 -Path s3://desk-trail -WarningVariable told -WarningAction SilentlyContinue
        @(($unused | Where-Object Principal -eq "$role/reader").TableName) | Should -Be $judged
        $unused.Principal | Should -Contain "$role/part" -Because 'it is another principal'
        $told.Message | Should -HaveCount 1
    }

    It 'judges a principal that named what was never there, or a table that the trail shows to be none' {
        $glue = @{ eventSource = 'glue.amazonaws.com'; additionalEventData = $null }
        $new = $glue + @{ eventName = 'CreateTable'; requestParameters = @{ databaseName = 'desk'; tableInput = @{ name = 'scratch' } } }
        $asked = @{ eventName = 'GetTable'; requestParameters = @{ databaseName = 'desk'; name = 'scratch' } }
        $null = New-TrailFile $today @(
            New-Record reader x $today ($glue + $asked + @{ errorCode = 'EntityNotFoundException' })
            New-Record reader x $today.AddMinutes(1) $new
            New-Record reader x $today.AddMinutes(2) ($glue + $asked))
        (Find-Unused @{ Days = 0; Path = 's3://desk-trail' }).Principal | Should -Contain "$role/reader"
        $null = New-TrailFile $today (New-Record reader x $today.AddMinutes(-1) ($glue + $asked))
        (Find-Unused @{ Days = 0; Path = 's3://desk-trail' }).Principal | Should -Not -Contain "$role/reader"
    }

    It 'keeps one grant in a database that a principal names without a table' {
        Grant-LakePermission -Principal role/reader -Permission SELECT -DatabaseName desk -TableName notes
        $glue = @{ eventSource = 'glue.amazonaws.com'; additionalEventData = $null; eventName = 'GetDatabase'; requestParameters = @{ name = 'desk' } }
        $null = New-TrailFile $today (New-Record reader x $today $glue)
        (Find-Unused @{ Days = 0; Path = 's3://desk-trail' }).Principal | Should -Not -Contain "$role/reader"
        $null = New-TrailFile $today (New-Record reader tickets $today)
        (Find-Unused @{ Days = 0; Path = 's3://desk-trail' } | Where-Object Principal -eq "$role/reader").TableName | Should -Be notes
    }

    It 'names nothing where the trail does not cover the days, or cannot be read whole' {
        { Find-LakeUnusedPermission 90 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TrailIncomplete,*'
        foreach ($back in 0, 1, 2, 3) { $null = New-TrailFile $today.AddDays(-$back) (New-Record reader tickets $today.AddDays(-$back)) }
        { Find-LakeUnusedPermission 4 -Path s3://desk-trail -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TrailIncomplete,*'
        Find-LakeUnusedPermission 3 -Path s3://desk-trail -ErrorAction Stop | Should -BeNullOrEmpty -Because 'the grants are younger'
        $null = New-TrailFile $today -Raw ([byte[]]@(1, 2, 3))
        $found = Find-LakeUnusedPermission 0 -Path s3://desk-trail -ErrorAction SilentlyContinue -ErrorVariable failures
        $found | Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be 'LakeTools.TrailFileInvalid,LakeTools.Cmdlets.Permissions.FindLakeUnusedPermissionCommand',
            'LakeTools.TrailIncomplete,LakeTools.Cmdlets.Permissions.FindLakeUnusedPermissionCommand'
    }
}
