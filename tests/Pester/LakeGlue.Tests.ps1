BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket glue-tests
    [System.IO.File]::WriteAllText((Join-Path $TestDrive job.py), 'print(1)')
    Send-LakeObject (Join-Path $TestDrive job.py) s3://glue-tests/job.py
    $null = New-LakeGlueJob load -Role role/Loader -ScriptLocation s3://glue-tests/job.py -Command pythonshell
    $null = New-LakeGlueJob report -Role role/Loader -ScriptLocation s3://glue-tests/job.py -Command pythonshell
}

AfterAll { Disconnect-Lake }

Describe 'A connection of Glue' {
    It 'is made, found, changed and removed, and keeps what is not named' {
        $made = New-LakeGlueConnection shop -ConnectionType jdbc -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://db:3306/shop' } -SecretId shop/db `
            -SubnetId subnet-1 -SecurityGroupId sg-1, sg-2 -AvailabilityZone eu-central-1a -Description 'The shop' -MatchCriterion mysql
        $made.ConnectionType | Should -Be JDBC
        $made.SecretId | Should -Be shop/db
        Set-LakeGlueConnection shop -Description 'The new shop' -Property @{ JDBC_ENFORCE_SSL = 'true' }
        $now = Get-LakeGlueConnection shop
        $now.Description | Should -Be 'The new shop'
        $now.Property['JDBC_CONNECTION_URL'] | Should -Be 'jdbc:mysql://db:3306/shop'
        $now.Property['JDBC_ENFORCE_SSL'] | Should -Be true
        $now.SecurityGroupId | Should -Be sg-1, sg-2
        $now.SubnetId | Should -Be subnet-1
        $now.MatchCriterion | Should -Be mysql
        (Get-LakeGlueConnection s*).Name | Should -Be shop
        Remove-LakeGlueConnection shop -Confirm:$false
        { Get-LakeGlueConnection shop -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.GlueConnectionNotFound,*'
        { Remove-LakeGlueConnection shop -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.GlueConnectionNotFound,*'
    }

    It 'keeps its password through a change, and never shows it' {
        $credential = [pscredential]::new('app', (ConvertTo-SecureString 'canary-4711' -AsPlainText -Force))
        $null = New-LakeGlueConnection hidden -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://db/x' } -Credential $credential
        Set-LakeGlueConnection hidden -Description changed -Verbose 4>&1 | Out-String | Should -Not -Match canary
        Get-LakeGlueConnection hidden | ConvertTo-Json -Depth 5 | Should -Not -Match canary
        (Get-LakeGlueConnection hidden).Property['USERNAME'] | Should -Be app
        $server = Start-LakeServer -PassThru
        try {
            $env:AWS_ACCESS_KEY_ID = $server.AccessKey
            $env:AWS_SECRET_ACCESS_KEY = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password
            $answer = & /usr/bin/aws --endpoint-url $server.Uri --region $server.Region --output json glue get-connection --name hidden | ConvertFrom-Json
            $answer.Connection.ConnectionProperties.PASSWORD | Should -Be canary-4711
        }
        finally {
            Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY -ErrorAction Ignore
            $server | Stop-LakeServer
        }
    }

    It 'takes no password in plain text: <Name>' -ForEach @{ Name = 'PASSWORD' }, @{ Name = 'KAFKA_SASL_SCRAM_PASSWORD' } {
        { New-LakeGlueConnection bad -ConnectionType JDBC -Property @{ $Name = 'x' } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SecretInProperty,*'
    }

    It 'is made once, with one kind of credential' {
        $null = New-LakeGlueConnection once -ConnectionType NETWORK
        { New-LakeGlueConnection once -ConnectionType NETWORK -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.GlueConnectionExists,*'
        $credential = [pscredential]::new('app', (ConvertTo-SecureString x -AsPlainText -Force))
        { New-LakeGlueConnection two -ConnectionType JDBC -SecretId a -Credential $credential -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CredentialAndSecret,*'
    }
}

Describe 'A crawler' {
    It 'is made, found, changed and removed, and keeps what is not named' {
        $made = New-LakeGlueCrawler daily -Role role/Crawler -DatabaseName raw -Path s3://glue-tests/raw/, s3://glue-tests/more/ -Exclude '**.tmp' `
            -Schedule '15 12 * * ? *' -UpdateBehavior Log -RecrawlBehavior CrawlNewFoldersOnly -TablePrefix raw_
        $made.Schedule | Should -Be 'cron(15 12 * * ? *)'
        $made.Target.Path | Should -Be 's3://glue-tests/raw/', 's3://glue-tests/more/'
        $made.Target[0].Exclusion | Should -Be '**.tmp'
        $made.UpdateBehavior | Should -Be LOG
        $made.RecrawlBehavior | Should -Be CRAWL_NEW_FOLDERS_ONLY
        Set-LakeGlueCrawler daily -DeleteBehavior DeleteFromDatabase -CatalogTable sales.orders, sales.lines
        $now = Get-LakeGlueCrawler daily
        $now.UpdateBehavior | Should -Be LOG
        $now.DeleteBehavior | Should -Be DELETE_FROM_DATABASE
        $now.Target.Kind | Should -Be S3, S3, Catalog, Catalog
        $now.TablePrefix | Should -Be raw_
        # What is said of a folder stays where it is named again; what is left out can be said alone.
        Set-LakeGlueCrawler daily -Path s3://glue-tests/raw, s3://glue-tests/new/
        $target = (Get-LakeGlueCrawler daily).Target
        $target[0].Exclusion | Should -Be '**.tmp'
        $target[1].Exclusion | Should -BeNullOrEmpty
        Set-LakeGlueCrawler daily -Exclude 'old/**'
        (Get-LakeGlueCrawler daily).Target.Where{ $_.Kind -eq 'S3' }.Exclusion | Should -Be 'old/**', 'old/**'
        (Get-LakeGlueCrawler daily).Target.Where{ $_.Kind -eq 'Catalog' }.Count | Should -Be 2
        Set-LakeGlueCrawler daily -Exclude @()
        (Get-LakeGlueCrawler daily).Target.Exclusion | Should -BeNullOrEmpty
        Set-LakeGlueCrawler daily -Schedule ''
        (Get-LakeGlueCrawler d*).Schedule | Should -BeNullOrEmpty
        Remove-LakeGlueCrawler daily -Confirm:$false
        { Get-LakeGlueCrawler daily -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlerNotFound,*'
    }

    It 'keeps every target of a path that is named again' {
        foreach ($name in 'one', 'two') { $null = New-LakeGlueConnection $name -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = "jdbc:mysql://$name/shop" } }
        $targets = foreach ($name in 'one', 'two') {
            (New-LakeGlueCrawler "from-$name" -Role role/Crawler -JdbcPath shop/% -GlueConnectionName $name).Target
            (New-LakeGlueCrawler "delta-$name" -Role role/Crawler -DeltaPath s3://glue-tests/delta/ -GlueConnectionName $name).Target
        }
        $null = [pscustomobject]@{ Name = 'both'; Role = 'role/Crawler'; Target = $targets } | New-LakeGlueCrawler
        Set-LakeGlueCrawler both -JdbcPath shop/%, stock/% -DeltaPath s3://glue-tests/delta/, s3://glue-tests/more/
        $now = (Get-LakeGlueCrawler both).Target
        "$($now.Where{ $_.Path -eq 'shop/%' }.ConnectionName)" | Should -Be 'one two'
        "$($now.Where{ $_.Path -eq 's3://glue-tests/delta/' }.ConnectionName)" | Should -Be 'one two'
        @($now).Count | Should -Be 6
    }

    It 'is checked before any call: <Id>' -ForEach @(
        @{ Arguments = @{ }; Id = 'CrawlerTargetMissing' }
        @{ Arguments = @{ Path = 'glue-tests/raw' }; Id = 'InvalidS3Uri' }
        @{ Arguments = @{ CatalogTable = 'orders' }; Id = 'CatalogTableInvalid' }
        @{ Arguments = @{ Path = 's3://glue-tests/'; Configuration = '[]' }; Id = 'ConfigurationInvalid' }
    ) {
        { New-LakeGlueCrawler bad -Role role/Crawler @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,*"
        { Get-LakeGlueCrawler bad -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlerNotFound,*'
    }

    It 'has no such schedule: <_>' -ForEach 'daily', '15 12 * *', 'cron(15 12 * * * *)', 'cron(60 12 * * ? *)', 'cron(15 12 ? * ? *)', 'rate(5 minutes)', '5 25 * * ? *' {
        { New-LakeGlueCrawler bad -Role role/Crawler -Path s3://glue-tests/ -Schedule $_ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ScheduleInvalid,*'
    }

    It 'has such a schedule: <_>' -ForEach '0/15 8-18 ? * MON-FRI *', '0 3 L * ? *', '0 3 ? JAN,JUL SUN#2 2026-2030', 'cron(0 3 15W * ? *)' {
        (New-LakeGlueCrawler "s$([guid]::NewGuid())" -Role role/Crawler -Path s3://glue-tests/ -Schedule $_).Schedule | Should -BeLike 'cron(*)'
    }

    It 'that is not running cannot be stopped' {
        $null = New-LakeGlueCrawler still -Role role/Crawler -Path s3://glue-tests/
        { Stop-LakeGlueCrawler still -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlerNotRunning,*'
    }
}

Describe 'A crawl of the embedded lake' {
    BeforeAll {
        $null = New-LakeBucket crawl-tests
        $null = New-GlueDatabase crawled
        Grant-LakePermission -Principal role/Crawler -DatabaseName crawled -Permission CREATE_TABLE, DESCRIBE
        function Send-Text($Text, $Key) {
            [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
            Send-LakeObject (Join-Path $TestDrive text) "s3://crawl-tests/$Key"
        }
        Send-Text "id,amount`n1,9.5`n2,3.25`n" raw/orders/a.csv
        Send-Text "id,amount`n3,1.5`n" raw/orders/b.csv
        Send-Text "{`"id`":1,`"city`":`"Wien`"}`n" raw/shops/year=2025/a.json
        Send-Text "{`"id`":2,`"city`":`"Graz`"}`n" raw/shops/year=2026/a.json
        Send-Text 'x' raw/orders/_SUCCESS
        Send-Text "no,table`n1,2`n" raw/tmp/x.csv
        $null = New-LakeGlueCrawler raw -Role role/Crawler -DatabaseName crawled -Path s3://crawl-tests/raw/ -Exclude 'tmp/**' -TablePrefix t_
    }

    It 'makes tables with columns and partitions, that are read' {
        $done = Start-LakeGlueCrawler raw -Wait -ErrorAction Stop
        $done.LastCrawlStatus | Should -Be SUCCEEDED
        (Get-GlueTable crawled).Name | Should -Be t_orders, t_shops
        $orders = Get-GlueTable crawled t_orders
        $orders.Column.Name | Should -Be id, amount
        $orders.Column.Type | Should -Be int, double
        $orders.Parameter['classification'] | Should -Be csv
        (Import-LakeData -DatabaseName crawled -TableName t_orders | Measure-Object amount -Sum).Sum | Should -Be 14.25
        (Get-GlueTable crawled t_shops).PartitionKey.Name | Should -Be year
        (Import-LakeData -DatabaseName crawled -TableName t_shops | Sort-Object id).city | Should -Be Wien, Graz
        (Import-LakeData -DatabaseName crawled -TableName t_shops | Sort-Object id).year | Should -Be 2025, 2026
    }

    It 'adds what is new, and does nothing where nothing is' {
        $null = Start-LakeGlueCrawler raw -Wait -ErrorAction Stop
        $before = (Get-GlueTable crawled t_orders).VersionId
        $null = Start-LakeGlueCrawler raw -Wait -ErrorAction Stop
        (Get-GlueTable crawled t_orders).VersionId | Should -Be $before
        Send-Text "id,amount,note`n1,9.5,x`n" raw/orders/a.csv
        Send-Text "{`"id`":3,`"city`":`"Linz`"}`n" raw/shops/year=2027/a.json
        $null = Start-LakeGlueCrawler raw -Wait -ErrorAction Stop
        (Get-GlueTable crawled t_orders).Column.Name | Should -Be id, amount, note
        @(Get-GluePartition crawled t_shops).Count | Should -Be 3
    }

    It 'marks, removes or leaves what is gone' {
        Send-Text "a`n1`n" gone/x/a.csv
        $null = New-LakeGlueCrawler gone -Role role/Crawler -DatabaseName crawled -Path s3://crawl-tests/gone/
        $null = Start-LakeGlueCrawler gone -Wait -ErrorAction Stop
        Remove-LakeObject s3://crawl-tests/gone/x/a.csv -Confirm:$false
        Set-LakeGlueCrawler gone -DeleteBehavior Log
        $null = Start-LakeGlueCrawler gone -Wait -ErrorAction Stop
        (Get-GlueTable crawled x).Parameter.Keys | Should -Not -Contain DEPRECATED_BY_CRAWLER
        Set-LakeGlueCrawler gone -DeleteBehavior DeprecateInDatabase
        $null = Start-LakeGlueCrawler gone -Wait -ErrorAction Stop
        (Get-GlueTable crawled x).Parameter.Keys | Should -Contain DEPRECATED_BY_CRAWLER
        Send-Text "a`n1`n" gone/x/a.csv
        $null = Start-LakeGlueCrawler gone -Wait -ErrorAction Stop
        (Get-GlueTable crawled x).Parameter.Keys | Should -Not -Contain DEPRECATED_BY_CRAWLER
        Remove-LakeObject s3://crawl-tests/gone/x/a.csv -Confirm:$false
        Set-LakeGlueCrawler gone -DeleteBehavior DeleteFromDatabase
        $null = Start-LakeGlueCrawler gone -Wait -ErrorAction Stop
        { Get-GlueTable crawled x -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }

    It 'finds the columns of every file' {
        Send-Text "id,day`n1,2026-01-01`n" many/csv/year=2024/a.csv
        Send-Text "id,day,name`n3000000000,2026-01-02,x`n" many/csv/year=2025/a.csv
        Send-Text "id,day,name`n1,never,y`n" many/csv/year=2026/a.csv
        Send-Text '{"id":1,"at":{"x":1}}' many/json/a.json
        Send-Text '{"id":1.5,"at":{"x":2,"y":"b"},"more":true}' many/json/b.json
        Send-Text '' many/json/c.json
        $null = New-LakeGlueCrawler many -Role role/Crawler -DatabaseName crawled -Path s3://crawl-tests/many/
        $null = Start-LakeGlueCrawler many -Wait -ErrorAction Stop
        "$((Get-GlueTable crawled csv).Column)" | Should -Be 'id:bigint day:string name:string'
        "$((Get-GlueTable crawled json).Column)" | Should -Be 'id:double at:struct<x:int,y:string> more:boolean'
        (Import-LakeData -DatabaseName crawled -TableName csv | Sort-Object year).name | Should -Be $null, x, y
        $versions = (Get-GlueTable crawled csv, json).VersionId
        $null = Start-LakeGlueCrawler many -Wait -ErrorAction Stop
        (Get-GlueTable crawled csv, json).VersionId | Should -Be $versions
        # Partitions without a folder stay, unless they are to be deleted.
        Remove-LakeObject s3://crawl-tests/many/csv/year=2024/a.csv -Confirm:$false
        $null = Start-LakeGlueCrawler many -Wait -ErrorAction Stop
        @(Get-GluePartition crawled csv).Count | Should -Be 3
        # A partition in another folder has its rows there, and stays.
        Send-Text "id`n1`n" many/csv/year=2025/more/a.csv
        Grant-LakePermission -Principal role/LakeAdmin -DatabaseName crawled -TableName csv -Permission ALTER
        $null = New-GluePartition crawled csv 2020 -Location s3://crawl-tests/many/csv/year=2025/more/
        Set-LakeGlueCrawler many -DeleteBehavior DeleteFromDatabase
        $null = Start-LakeGlueCrawler many -Wait -ErrorAction Stop
        (Get-GluePartition crawled csv).Value | Sort-Object | Should -Be 2020, 2025, 2026
    }

    It 'deletes what an earlier crawl has marked' {
        Send-Text "a`n1`n" marked/y/a.csv
        $null = New-LakeGlueCrawler marked -Role role/Crawler -DatabaseName crawled -Path s3://crawl-tests/marked/
        $null = Start-LakeGlueCrawler marked -Wait -ErrorAction Stop
        Remove-LakeObject s3://crawl-tests/marked/y/a.csv -Confirm:$false
        $null = Start-LakeGlueCrawler marked -Wait -ErrorAction Stop
        Set-LakeGlueCrawler marked -DeleteBehavior DeleteFromDatabase
        $null = Start-LakeGlueCrawler marked -Wait -ErrorAction Stop
        { Get-GlueTable crawled y -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }

    It 'fails where one table would have files of several formats' {
        Send-Text "a`n1`n" mixed/z/a.csv
        Send-Text '{"a":1}' mixed/z/b.json
        $null = New-LakeGlueCrawler mixed -Role role/Crawler -DatabaseName crawled -Path s3://crawl-tests/mixed/
        { Start-LakeGlueCrawler mixed -Wait -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlFailed,*'
        (Get-LakeGlueCrawler mixed).LastCrawlMessage | Should -BeLike '*b.json*'
        Set-LakeGlueCrawler mixed -Exclude '**.json'
        (Start-LakeGlueCrawler mixed -Wait -ErrorAction Stop).LastCrawlStatus | Should -Be SUCCEEDED
    }

    It 'does what its role may, and no more' {
        $null = New-GlueDatabase closed
        $null = New-LakeGlueCrawler denied -Role role/Stranger -DatabaseName closed -Path s3://crawl-tests/raw/orders/
        { Start-LakeGlueCrawler denied -Wait -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlFailed,*'
        Get-GlueTable closed | Should -BeNullOrEmpty
        (Get-LakeGlueCrawler denied).LastCrawlStatus | Should -Be FAILED
    }

    It 'of something else than S3 fails, and says so' {
        $null = New-LakeGlueCrawler dynamo -Role role/Crawler -DatabaseName crawled -DynamoDBTableName orders
        { Start-LakeGlueCrawler dynamo -Wait -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.CrawlFailed,*'
    }
}

Describe 'A trigger' {
    It 'is made, found, changed, turned on and off, and removed' {
        $made = New-LakeGlueTrigger nightly -Type Scheduled -Schedule '0 2 * * ? *' -JobName load -Argument @{ day = 'today' }
        $made.State | Should -Be CREATED
        $made.Argument['--day'] | Should -Be today
        (Start-LakeGlueTrigger nightly).State | Should -Be ACTIVATED
        Set-LakeGlueTrigger nightly -JobName load, report -Description 'Each night'
        $now = Get-LakeGlueTrigger nightly
        $now.JobName | Should -Be load, report
        $now.Argument['--day'] | Should -Be today
        $now.Schedule | Should -Be 'cron(0 2 * * ? *)'
        (Stop-LakeGlueTrigger nightly).State | Should -Be DEACTIVATED
        Remove-LakeGlueTrigger nightly -Confirm:$false
        { Remove-LakeGlueTrigger nightly -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TriggerNotFound,*'
    }

    It 'waits for others' {
        $made = New-LakeGlueTrigger after -Type Conditional -JobName report -AfterJobName load -StartOnCreation
        $made.State | Should -Be ACTIVATED
        $made.Condition | Should -Be 'job load is SUCCEEDED'
        Set-LakeGlueTrigger after -AfterJobName load, report -AfterState Failed -Any
        $now = Get-LakeGlueTrigger after
        $now.Condition | Should -Be 'job load is FAILED', 'job report is FAILED'
        $now.Logical | Should -Be ANY
        (Get-LakeGlueTrigger -JobName report).Name | Should -Contain after
        Get-LakeGlueTrigger -JobName nothing | Should -BeNullOrEmpty
    }

    Context 'with several conditions on one job' {
        BeforeEach {
            $either = 'job load is SUCCEEDED', 'job load is FAILED'
            [pscustomobject]@{ Name = 'either'; Type = 'Conditional'; JobName = 'report'; Condition = $either; Logical = 'ANY' } | New-LakeGlueTrigger | Out-Null
        }
        AfterEach { Remove-LakeGlueTrigger either -Force }

        It 'keeps those that are not named' {
            $null = New-LakeGlueCrawler ended -Role role/Crawler -Path s3://glue-tests/
            $now = Set-LakeGlueTrigger either -AfterCrawlerName ended -PassThru
            $now.Condition | Should -Be @($either + 'crawler ended is SUCCEEDED')
            $now.Logical | Should -Be ANY
            (Set-LakeGlueTrigger either -Any:$false -PassThru).Condition | Should -Be $now.Condition
            (Set-LakeGlueTrigger either -AfterCrawlerName ended -AfterState Failed -PassThru).Condition | Should -Be @($either + 'crawler ended is FAILED')
        }

        It 'keeps those of a job that is named again' {
            (Set-LakeGlueTrigger either -AfterJobName load, report -PassThru).Condition | Should -Be @($either + 'job report is SUCCEEDED')
            (Set-LakeGlueTrigger either -AfterJobName load, load, report -PassThru).Condition | Should -Be @($either + 'job report is SUCCEEDED')
            (Set-LakeGlueTrigger either -AfterJobName report -PassThru).Condition | Should -Be 'job report is SUCCEEDED'
        }

        It 'has one with a state for all' {
            (Set-LakeGlueTrigger either -AfterState Stopped -PassThru).Condition | Should -Be 'job load is STOPPED'
        }
    }

    It 'on demand starts its jobs' {
        $null = New-LakeGlueTrigger now -Type OnDemand -JobName load
        $null = Start-LakeGlueTrigger now
        @(Get-LakeGlueJobRun load).Count | Should -Be 1
    }

    It 'is checked before any call: <Arguments.Type>' -ForEach @(
        @{ Arguments = @{ Type = 'OnDemand' } }
        @{ Arguments = @{ Type = 'Scheduled'; JobName = 'load' } }
        @{ Arguments = @{ Type = 'OnDemand'; JobName = 'load'; Schedule = '0 2 * * ? *' } }
        @{ Arguments = @{ Type = 'Conditional'; JobName = 'load' } }
        @{ Arguments = @{ Type = 'OnDemand'; JobName = 'load'; StartOnCreation = $true } }
        @{ Arguments = @{ Type = 'Scheduled'; JobName = 'load'; Schedule = '0 2 * * ? *'; EventBatchSize = 5 } }
    ) {
        { New-LakeGlueTrigger bad @Arguments -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TriggerIncomplete,*'
    }

    It 'needs jobs that are there' {
        { New-LakeGlueTrigger bad -Type OnDemand -JobName nothing -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TriggerNeedsMissing,*'
    }
}

Describe 'A job' {
    It 'has connections, a class, fixed arguments, a queue and a window, and keeps them' {
        $null = New-LakeGlueConnection source -ConnectionType NETWORK
        $made = New-LakeGlueJob full -Role role/Loader -ScriptLocation s3://glue-tests/job.py -GlueVersion 5.0 -WorkerType G.1X -NumberOfWorkers 2 `
            -GlueConnectionName source -ExecutionClass Flex -SecurityConfiguration strict -NonOverridableArgument @{ mode = 'safe' } `
            -JobRunQueuing -NotifyDelayMinutes 30 -MaintenanceWindow Sun:23
        Set-LakeGlueJob full -MaxRetries 1
        $now = Get-LakeGlueJob full
        foreach ($job in $made, $now) {
            $job.GlueConnectionName | Should -Be source
            $job.ExecutionClass | Should -Be FLEX
            $job.SecurityConfiguration | Should -Be strict
            $job.NonOverridableArgument['--mode'] | Should -Be safe
            $job.JobRunQueuing | Should -BeTrue
            $job.NotifyDelayMinutes | Should -Be 30
            $job.MaintenanceWindow | Should -Be Sun:23
        }
        Set-LakeGlueJob full -GlueConnectionName @() -NonOverridableArgument @{ mode = $null } -JobRunQueuing:$false -MaintenanceWindow '' -SecurityConfiguration ''
        $now = Get-LakeGlueJob full
        $now.GlueConnectionName | Should -BeNullOrEmpty
        $now.NonOverridableArgument.Count | Should -Be 0
        $now.JobRunQueuing | Should -BeFalse
        $now.MaintenanceWindow | Should -BeNullOrEmpty
        $now.SecurityConfiguration | Should -BeNullOrEmpty
        $now.ExecutionClass | Should -Be FLEX
    }
}
