BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Queries'
}

AfterAll { Disconnect-Lake }

Describe 'Queries of an embedded lake' {
    BeforeAll {
        $lake = Join-Path $TestDrive lake
        Connect-Lake -Local $lake
        New-LakeBucket shop-data | Out-Null
        New-LakeBucket shop-results | Out-Null
        New-GlueDatabase sales -LocationUri s3://shop-data/sales | Out-Null
        $rows = foreach ($id in 1..6) {
            [pscustomobject]@{ id = $id; region = @('EU', 'US')[$id % 2]; amount = [decimal]($id * 1.25); day = [datetime]"2026-01-0$id"; year = @('2025', '2026')[$id % 2] }
        }
        $rows | Export-LakeData -DatabaseName sales -TableName orders -CreateTable -PartitionBy year
        Register-LakeLocation s3://shop-data/sales -UseServiceLinkedRole
        $analyst = Connect-Lake -Local $lake -As role/Analyst -NoDefault -PassThru
    }

    It 'group rows, with the types that Athena says' {
        $answer = Invoke-LakeQuery 'SELECT region, count(*) AS n, sum(amount) AS total, max(day) AS last, min(id) AS first FROM orders GROUP BY region ORDER BY region' -DatabaseName sales
        $answer.region | Should -BeExactly @('EU', 'US')
        $answer[0].n | Should -BeOfType ([long])
        $answer.n | Should -Be @(3, 3)
        $answer[0].total | Should -BeOfType ([decimal])
        $answer.total | Should -Be @(15, 11.25)
        $answer[0].last | Should -Be ([datetime]'2026-01-06')
        $answer[0].first | Should -BeOfType ([int])
    }

    It 'keep every type, null and an empty text' {
        $row = Invoke-LakeQuery @'
SELECT true AS b, CAST(1 AS TINYINT) AS t, 1.5E0 AS d, CAST(1.5 AS REAL) AS f, TIMESTAMP '2026-01-31 01:02:03.456' AS at, '' AS empty, NULL AS nothing,
    'a "quoted", text' AS quoted, from_hex('00ff') AS bytes, [1, 2] AS list, 'ä' || chr(10) || 'b' AS lines
'@
        $row.b | Should -BeTrue
        $row.t | Should -BeOfType ([sbyte])
        $row.d | Should -Be 1.5
        $row.f | Should -BeOfType ([float])
        $row.at | Should -Be ([datetime]'2026-01-31T01:02:03.456')
        $row.empty | Should -BeExactly ''
        $row.nothing | Should -BeNull
        $row.quoted | Should -BeExactly 'a "quoted", text'
        $row.bytes | Should -Be @(0, 255)
        $row.list | Should -BeExactly '[1, 2]'
        $row.lines | Should -BeExactly "ä`nb"
    }

    It 'compute as Athena does where DuckDB has another value' {
        $row = Invoke-LakeQuery @'
SELECT avg(CAST(amount AS decimal(10,2))) AS average, CAST(min(amount) AS decimal(10,2)) / 3 AS third, max(CAST(day AS date)) + INTERVAL '1' DAY AS next,
    concat(min(region), NULL) AS nothing, date_diff('day', min(day), max(day)) AS days, from_unixtime(0) AS epoch
FROM sales.orders
'@
        $row.average | Should -BeOfType ([decimal])
        $row.average | Should -Be 4.38
        $row.third | Should -Be 0.42
        $row.next | Should -Be ([datetime]'2026-01-07')
        $row.nothing | Should -BeNull
        $row.days | Should -Be 5
        "$($row.epoch)" | Should -Match '1970'
        { Invoke-LakeQuery 'SELECT id / 0 FROM sales.orders' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.QueryFailed,$command.InvokeLakeQueryCommand"
    }

    It 'give the same from a file in S3 as from pages' {
        $sql = "SELECT * FROM sales.orders UNION ALL SELECT NULL, NULL, NULL, NULL, NULL ORDER BY 1"
        $paged = Invoke-LakeQuery $sql | ConvertTo-Json
        Invoke-LakeQuery $sql -OutputLocation s3://shop-results/here/ | ConvertTo-Json | Should -BeExactly $paged
        (Get-LakeObject s3://shop-results/here/*.csv).Count | Should -Be 1
    }

    It 'count a row that is one null: <_>' -ForEach 's3', 'pages' {
        $place = if ($_ -eq 's3') { @{ OutputLocation = 's3://shop-results/nulls/' } } else { @{} }
        @(Invoke-LakeQuery 'SELECT NULLIF(id, 2) AS id FROM sales.orders WHERE id < 4 ORDER BY orders.id' @place).Count | Should -Be 3
    }

    It 'take parameters, none of which becomes SQL' {
        $sql = 'SELECT id FROM sales.orders WHERE region = ? AND day >= ? AND amount < ? ORDER BY id'
        (Invoke-LakeQuery $sql -Parameter 'EU', ([datetime]'2026-01-03'), 7).id | Should -Be @(4)
        Invoke-LakeQuery "SELECT id FROM sales.orders WHERE region = ?" -Parameter "EU' OR '1' = '1" | Should -BeNullOrEmpty
        (Invoke-LakeQuery 'SELECT ? AS a' -Parameter $null).a | Should -BeNull
    }

    It 'find a time of a table by the time itself, up to microseconds' {
        $times = '2026-01-31 10:20:30', '2026-01-31 10:20:30.5', '2026-01-31 10:20:30.123456', '1969-12-31 23:59:59.999999'
        $times.foreach({ [pscustomobject]@{ seen = [datetime]$_ } }) | Export-LakeData -DatabaseName sales -TableName times -CreateTable
        foreach ($row in Import-LakeData -DatabaseName sales -TableName times) {
            (Invoke-LakeQuery 'SELECT seen FROM sales.times WHERE seen = ?' -Parameter $row.seen).seen | Should -Be $row.seen
        }
    }

    It 'warn of times of a table that are more precise' {
        [pscustomobject]@{ seen = [datetime]'2026-01-31 10:20:30.1234567' } | Export-LakeData -DatabaseName sales -TableName finer -CreateTable
        (Invoke-LakeQuery 'SELECT seen FROM sales.finer' -WarningVariable warned -WarningAction SilentlyContinue).seen.Ticks % 10 | Should -Be 0
        $warned.Count | Should -Be 1
    }

    It 'emit batches with -Raw, which Export-LakeData takes' {
        Invoke-LakeQuery 'SELECT id, amount FROM sales.orders' -Raw | Export-LakeData -DatabaseName sales -TableName copy -CreateTable
        (Invoke-LakeQuery 'SELECT sum(amount) AS s FROM sales.copy').s | Should -Be 26.25
        (Get-GlueTable sales copy).Column.Type | Should -Be ((Get-GlueTable sales orders).Column | Where-Object Name -In id, amount).Type
    }

    It 'go in steps' {
        $query = Start-LakeQuery 'SELECT count(*) AS n FROM sales.orders'
        $query | Should -BeOfType ([LakeTools.LakeQuery])
        ($query | Receive-LakeQuery).n | Should -Be 6
        (Receive-LakeQuery $query.Id).n | Should -Be 6
        $ended = Get-LakeQuery $query.Id
        $ended.State | Should -BeExactly 'SUCCEEDED'
        $ended.ScannedBytes | Should -BeGreaterThan 0
        (Get-LakeQuery)[0].Id | Should -Be $query.Id
        ($query | Stop-LakeQuery -PassThru).State | Should -BeExactly 'SUCCEEDED'
    }

    It 'read only the partitions that are asked for' {
        $all, $one = 'SELECT sum(id) FROM sales.orders', "SELECT sum(id) FROM sales.orders WHERE year = '2026'" | ForEach-Object {
            $query = Start-LakeQuery $_
            $null = $query | Receive-LakeQuery
            ($query | Get-LakeQuery).ScannedBytes
        }
        $one | Should -BeLessThan $all
    }

    It 'see what Lake Formation lets the caller see' {
        $denied = { Invoke-LakeQuery 'SELECT * FROM sales.orders' -Connection $analyst -ErrorAction Stop }
        $denied | Should -Throw -ErrorId "LakeTools.QueryAccessDenied,$command.InvokeLakeQueryCommand"
        Grant-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, region
        try {
            $rows = Invoke-LakeQuery 'SELECT * FROM sales.orders' -Connection $analyst
            $rows[0].psobject.Properties.Name | Should -BeExactly (Import-LakeData -DatabaseName sales -TableName orders -Connection $analyst)[0].psobject.Properties.Name
            $rows[0].psobject.Properties.Name | Should -Not -Contain 'amount'
            $hidden = { Invoke-LakeQuery 'SELECT amount FROM sales.orders' -Connection $analyst -ErrorAction Stop }
            $hidden | Should -Throw -ErrorId "LakeTools.QueryFailed,$command.InvokeLakeQueryCommand"
        } finally {
            Revoke-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, region
        }
    }

    It 'see the rows and cells of a data filter, whatever they say' {
        $filter = New-LakeDataFilter sales orders eu -RowFilter "region = 'EU'" -ColumnName id
        Grant-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders -FilterName eu
        try {
            (Invoke-LakeQuery "SELECT id FROM sales.orders WHERE id > 0 OR true ORDER BY id" -Connection $analyst).id | Should -Be @(2, 4, 6)
            (Invoke-LakeQuery "SELECT count(*) AS n FROM sales.orders" -Connection $analyst).n | Should -Be 3
        } finally {
            Revoke-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders -FilterName eu
            Remove-LakeDataFilter sales orders eu -Force
        }
    }

    It 'give the rows that the lake keeps to who asked alone' {
        $query = Start-LakeQuery 'SELECT * FROM sales.orders'
        $null = $query | Receive-LakeQuery
        { Receive-LakeQuery $query.Id -Connection $analyst -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,$command.ReceiveLakeQueryCommand"
    }

    It 'are refused by name: <id>' -ForEach @(
        @{ id = 'QueryFailed'; given = @{ Query = 'SELECT price FROM sales.orders' }; reason = 'COLUMN_NOT_FOUND: line 1:8:*' }
        @{ id = 'QueryFailed'; given = @{ Query = 'SELECT * FROM sales.none' }; reason = 'TABLE_NOT_FOUND: line 1:15:*' }
        @{ id = 'QueryFailed'; given = @{ Query = "SELECT * FROM read_text('/etc/passwd')" }; reason = 'NOT_SUPPORTED: line 1:15:*' }
        @{ id = 'QueryRefused'; given = @{ Query = 'SELECT 1'; WorkGroup = 'none' } }
        @{ id = 'QueryRefused'; given = @{ Query = 'SELECT 1'; OutputLocation = 's3://no-such-bucket/a/' } }
        @{ id = 'QueryParameterInvalid'; given = @{ Query = 'SELECT ?'; Parameter = @([double]::NaN) } }
        @{ id = 'QueryParameterInvalid'; given = @{ Query = 'SELECT ?'; Parameter = @([datetime]'2026-01-31 10:20:30.1234567') } }
        @{ id = 'QueryTimeout'; given = @{ Query = 'SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8'; TimeoutSeconds = 1 } }
    ) {
        { Invoke-LakeQuery @given -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.InvokeLakeQueryCommand"
        if ($reason) { (Get-LakeQuery)[0].ErrorMessage | Should -BeLike $reason }
    }

    It 'have a query that is stopped be an error of its own' {
        $query = Start-LakeQuery 'SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8'
        Stop-LakeQuery $query.Id
        { $query | Receive-LakeQuery -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.QueryCancelled,$command.ReceiveLakeQueryCommand"
        { Get-LakeQuery none -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.QueryNotFound,$command.GetLakeQueryCommand"
        { Get-LakeQuery -WorkGroup none -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.WorkGroupNotFound,$command.GetLakeQueryCommand"
    }

    It 'say who started them' {
        $query = Start-LakeQuery 'SELECT 1' -Connection $analyst
        $query.Principal | Should -BeExactly 'arn:aws:iam::000000000000:role/Analyst'
        (Get-LakeQuery $query.Id).Principal | Should -BeNullOrEmpty
        (Get-LakeQuery $query.Id -IncludePrincipal).Principal | Should -BeExactly $query.Principal
        (Get-LakeQuery -IncludePrincipal)[0].Principal | Should -BeExactly $query.Principal
    }

    It 'are stopped with their command' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                param($module, $lake)
                Import-Module $module
                Connect-Lake -Local $lake
                Invoke-LakeQuery "SELECT count(*) AS n FROM range(1000000000000) AS t(n), (SELECT sum(id) AS s FROM sales.orders) WHERE n % 7 = 8"
            }).AddArgument("$PSScriptRoot/../../out/LakeTools").AddArgument($lake)
            $before = (Get-LakeQuery)[0].Id
            $work = $shell.BeginInvoke()
            $limit = [datetime]::Now.AddSeconds(60)
            # Until it has said how much it has read.
            while (-not ($shell.Streams.Progress.StatusDescription -match 'RUNNING, read [1-9]') -and [datetime]::Now -lt $limit) { $null = $work.AsyncWaitHandle.WaitOne(20) }
            $shell.Streams.Progress.StatusDescription -match 'RUNNING, read [1-9]' | Should -Not -BeNullOrEmpty
            $shell.Stop()
        } finally { $shell.Dispose() }
        $query = (Get-LakeQuery)[0]
        $query.Id | Should -Not -Be $before
        $query.State | Should -BeExactly 'CANCELLED'
        $query.ScannedBytes | Should -BeGreaterThan 0
    }

    It 'reach a lake behind its port as they reach AWS' {
        $server = Start-LakeServer -Local $lake -As role/Analyst -PassThru
        try {
            $remote = Connect-Lake -EndpointUrl $server.Uri -Region $server.Region -AccessKey $server.AccessKey -SecretKey $server.SecretKey -NoDefault -PassThru
            $failure = $null
            Invoke-LakeQuery 'SELECT * FROM sales.orders' -Connection $remote -ErrorVariable failure -ErrorAction SilentlyContinue
            $failure[0].FullyQualifiedErrorId | Should -BeExactly "LakeTools.QueryAccessDenied,$command.InvokeLakeQueryCommand"
            $failure[0].Exception.Message | Should -BeLike '*Test-LakePermission -Principal * -Permission SELECT -DatabaseName sales -TableName orders*'
            Grant-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders
            (Invoke-LakeQuery 'SELECT count(*) AS n FROM sales.orders' -Connection $remote).n | Should -Be 6
            { Invoke-LakeQuery 'SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8' -TimeoutSeconds 1 -Connection $remote -ErrorAction Stop } |
                Should -Throw -ErrorId "LakeTools.QueryTimeout,$command.InvokeLakeQueryCommand"
            (Get-LakeQuery -Connection $remote)[0].State | Should -BeExactly 'CANCELLED'
        } finally {
            Stop-LakeServer
            Revoke-LakePermission -Principal role/Analyst -Permission SELECT -DatabaseName sales -TableName orders -ErrorAction Ignore
        }
    }
}
