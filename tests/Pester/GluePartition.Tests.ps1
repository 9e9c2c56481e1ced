BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
}

Describe 'Partitions' {
    BeforeEach {
        $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        $null = New-GlueTable sales orders -Column 'id:int' -PartitionKey 'year:int', 'month:int' -Location s3://lake-p/orders/
    }

    It 'are made and found by value and by filter' {
        $null = New-GluePartition sales orders -Value 2025, 12
        $null = New-GluePartition sales orders -Value 2026, 1
        Get-GluePartition sales orders | Should -HaveCount 2
        (Get-GluePartition sales orders -Filter 'year >= 2026').Value | Should -Be '2026', '1'
    }

    It 'are removed, and only those that are named' {
        $null = New-GluePartition sales orders -Value 2025, 12
        $null = New-GluePartition sales orders -Value 2026, 1
        Remove-GluePartition sales orders -Value 2025, 12 -Confirm:$false
        (Get-GluePartition sales orders).Value | Should -Be '2026', '1'
    }

    It 'are kept in step with what lies in S3' {
        $null = New-LakeBucket lake-p
        Set-Content (Join-Path $TestDrive a.csv) '1'
        Send-LakeObject (Join-Path $TestDrive a.csv) s3://lake-p/orders/year=2026/month=2/a.csv
        $null = New-GluePartition sales orders -Value 2020, 1
        Sync-GluePartition sales orders -Confirm:$false
        (Get-GluePartition sales orders).Value | Should -Be '2026', '2'
    }

    It 'are refused where a value is none of its key''s type, and the others are made' {
        $rows = @(, @('2026', 'x')) + @(, @('2026', '03')) + @(, @('__HIVE_DEFAULT_PARTITION__', '1')) | ForEach-Object { [pscustomobject]@{ Value = $_ } }
        $null = $rows | New-GluePartition sales orders -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.FullyQualifiedErrorId | Should -Be "LakeTools.PartitionValueInvalid,$command.NewGluePartitionCommand"
        Get-GluePartition sales orders | Should -HaveCount 2
    }

    It 'are refused where a <type> is <bad>, and made where it is <good>' -ForEach @(
        @{ type = 'tinyint'; bad = '128'; good = '-128' }
        @{ type = 'int'; bad = '3000000000'; good = '2147483647' }
        @{ type = 'int'; bad = ' 5'; good = '5' }
        @{ type = 'decimal(3,1)'; bad = '1000'; good = '99.5' }
        @{ type = 'bigint'; bad = '1.5'; good = '3000000000' }
        @{ type = 'date'; bad = '2026-13-99'; good = '2026-12-31' }
        @{ type = 'date'; bad = '2026-1-5'; good = '0001-01-01' }
        @{ type = 'timestamp'; bad = '2026-01-01 25:00:00'; good = '2026-01-01 23:59:59.5' }
        @{ type = 'timestamp'; bad = '2026-01-01 23:59:59.123456789'; good = '2026-01-01 23:59:59.1234567' }
        @{ type = 'decimal(10,2)'; bad = '1.239'; good = '1.230' }
        @{ type = 'decimal(38,2)'; bad = '123456789012345678901234567890.239'; good = '123456789012345678901234567890.23' }
        @{ type = 'decimal(5,2)'; bad = '1,5'; good = '-1.50' }
        @{ type = 'double'; bad = 'x'; good = '1e3' }
        @{ type = 'boolean'; bad = 'yes'; good = 'true' }
        @{ type = 'string'; bad = ''; good = '2026-13-99' }
    ) {
        $null = New-GlueTable sales typed -Column 'id:int' -PartitionKey "k:$type" -Location s3://lake-p/typed/
        if ($bad) {
            $null = New-GluePartition sales typed -Value $bad -ErrorAction SilentlyContinue -ErrorVariable wrong
            $wrong.FullyQualifiedErrorId | Should -Be "LakeTools.PartitionValueInvalid,$command.NewGluePartitionCommand"
        }

        $null = New-GluePartition sales typed -Value $good -ErrorAction Stop
        $null = New-GluePartition sales typed -Value __HIVE_DEFAULT_PARTITION__ -ErrorAction Stop
        @(Get-GluePartition sales typed).Value | Sort-Object | Should -Be ($good, '__HIVE_DEFAULT_PARTITION__' | Sort-Object)
    }

    It 'are only shown by Sync-GluePartition -WhatIf, and not removed with -AddOnly' {
        $null = New-LakeBucket lake-p
        Set-Content (Join-Path $TestDrive a.csv) '1'
        Send-LakeObject (Join-Path $TestDrive a.csv) s3://lake-p/orders/year=2026/month=2/a.csv
        $null = New-GluePartition sales orders -Value 2020, 1
        Sync-GluePartition sales orders -WhatIf
        (Get-GluePartition sales orders).Value | Should -Be '2020', '1'
        Sync-GluePartition sales orders -AddOnly -Confirm:$false
        Get-GluePartition sales orders | Should -HaveCount 2
    }

    It 'are made and removed by the hundred' {
        $made = 1..260 | ForEach-Object { [pscustomobject]@{ DatabaseName = 'sales'; TableName = 'orders'; Value = "$(2000 + $_)", '1' } } | New-GluePartition
        $made | Should -HaveCount 260
        $null = New-LakeBucket lake-p
        $changes = Sync-GluePartition sales orders -Confirm:$false
        $changes | Should -HaveCount 260
        $changes.Action | Select-Object -Unique | Should -Be 'Removed'
        Get-GluePartition sales orders | Should -BeNullOrEmpty
    }
}

Describe 'Sync-GluePartition, of partitions with locations of their own' {
    BeforeAll {
        Set-Content (Join-Path $TestDrive a.csv) '1'

        function Send-Row([string[]] $Key) { foreach ($one in $Key) { Send-LakeObject (Join-Path $TestDrive a.csv) "s3://lake-p/$one" } }

        function Get-Change($Changes) { $Changes | ForEach-Object { "$($_.Action) $($_.Value -join '/')" } }
    }

    BeforeEach {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid()))
        $null = New-LakeBucket lake-p
        $null = New-GlueDatabase d
        $null = New-GlueTable d t -Column 'id:int' -PartitionKey 'month:string' -Location s3://lake-p/t/
    }

    It 'removes those whose own folder has no object, and no others' {
        Send-Row t/2026/07/1.csv, t/2026/071/1.csv, t/elsewhere/1.csv, t/month=2026-01/1.csv, t/month=2026-02/1.csv, t/month=2026-09/1.csv, other/1.csv
        $places = @{
            '2026-07' = 's3://lake-p/t/2026/07/'; again = 's3://lake-p/t/2026/07'; hadoop = 's3a://lake-p/t/2026/07/'; above = 's3://lake-p/t/2026/'; all = 's3://lake-p/t/'
            '2026-01' = 's3://lake-p/t/elsewhere/'; '2026-03' = 's3://lake-p/t/month=2026-02/'; outside = 's3://lake-p/none/'; foreign = 'hdfs://lake-p/t/none/'
            empty = 's3://lake-p/t/2026/08/'; beginning = 's3://lake-p/t/2026/0'; never = 's3://lake-p/t/2025/01/'; below = 's3://lake-p/t/2026/07/x/'; hadoopless = 's3a://lake-p/t/2026/08'
        }
        foreach ($value in $places.Keys) { $null = New-GluePartition d t $value -Location $places[$value] }
        $null = New-GluePartition d t gone
        $changes = Sync-GluePartition d t -WarningVariable said -WarningAction SilentlyContinue
        Get-Change $changes | Should -Be 'Added 2026-09', 'Removed beginning', 'Removed below', 'Removed empty', 'Removed gone', 'Removed hadoopless', 'Removed never'
        # The folders of January and February have no partition of their own.
        $said | Should -HaveCount 1
        foreach ($value in '2026-07', 'again', 'hadoop', 'above', 'all', '2026-01', '2026-03', 'outside', 'foreign') { (Get-GluePartition d t $value).Location | Should -Be $places[$value] }
        Sync-GluePartition d t -WarningAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'adds no second partition of a folder' {
        $null = New-GlueTable d n -Column 'id:int' -PartitionKey 'month:int' -Location s3://lake-p/n/
        Send-Row n/month=07/1.csv
        $null = New-GluePartition d n 7 -Location s3://lake-p/n/month=07
        Sync-GluePartition d n -WarningVariable said -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $said | Should -HaveCount 1
        Import-LakeData -DatabaseName d -TableName n | Should -HaveCount 1
    }

    It 'removes and adds below several levels' {
        $null = New-GlueTable d two -Column 'id:int' -PartitionKey 'year:int', 'month:int' -Location s3://lake-p/two
        Send-Row two/2026/07/01/1.csv, two/2026/07/02/1.csv, two/year=2026/month=1/1.csv, two/year=2026/07/1.csv
        $null = New-GluePartition d two 2026, 7 -Location s3://lake-p/two/2026/07/02/
        $null = New-GluePartition d two 2026, 8 -Location s3://lake-p/two/2026/07/03/
        $null = New-GluePartition d two 2026, 9 -Location s3://lake-p/two/year=2026/07/
        $null = New-GluePartition d two 2026, 10 -Location s3://lake-p/two/year=2026/08/
        Sync-GluePartition d two -AddOnly -WhatIf
        Get-Change (Sync-GluePartition d two) | Should -Be 'Added 2026/1', 'Removed 2026/10', 'Removed 2026/8'
        Sync-GluePartition d two | Should -BeNullOrEmpty
    }
}

Describe 'Partitions of two tables, which alternate in the pipeline' {
    BeforeEach {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid()))
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        'a', 'b' | ForEach-Object { $null = New-GlueTable sales $_ -Column 'id:int' -PartitionKey 'day:int' -Location s3://lake-p/$_/ }
        # Runs of 130 and of one: more and less than a call takes.
        $rows = foreach ($number in 0..299) {
            [pscustomobject]@{ DatabaseName = 'sales'; TableName = if ($number -lt 130) { 'a' } else { 'a', 'b' | Select-Object -Index ($number % 2) }; Value = "$number" }
        }
    }

    It 'are emitted in the order of the pipeline, each once' {
        $made = @($rows | New-GluePartition)
        $made.TableName | Should -Be $rows.TableName
        $made.Value | Should -Be $rows.Value
        $rows | Remove-GluePartition -Confirm:$false
        'a', 'b' | ForEach-Object { Get-GluePartition sales $_ | Should -BeNullOrEmpty }
    }

    It 'are emitted beside the errors of those that are there' {
        $null = New-GluePartition sales a -Value 7
        $made = @($rows | New-GluePartition -ErrorAction SilentlyContinue -ErrorVariable wrong)
        $made.Value | Should -Be ($rows.Value | Where-Object { $_ -ne 7 })
        $wrong | Should -HaveCount 1
        $wrong[0].TargetObject.Value | Should -Be 7
    }

    It 'are emitted up to where the pipeline has enough' {
        $made = @($rows | New-GluePartition | Select-Object -First 120)
        $made.Value | Should -Be $rows.Value[0..119]
        @(Get-GluePartition sales a).Count + @(Get-GluePartition sales b).Count | Should -Be 131 -Because 'the second call has the last of the first 131, and there is no third one'
    }
}

Describe 'Set-GluePartition' {
    BeforeEach {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        $null = New-GlueTable sales orders -Column 'id:int' -PartitionKey 'year:int', 'month:int' -Location s3://lake-p/orders/
        $null = New-GluePartition sales orders -Value 2026, 1 -Parameter @{ rows = 5; owner = 'a' }
    }

    It 'moves a partition and keeps its parameters' {
        Set-GluePartition sales orders -Value 2026, 1 -Location s3://lake-p/moved/ | Should -BeNullOrEmpty
        $partition = Get-GluePartition sales orders -Value 2026, 1
        $partition.Location | Should -Be 's3://lake-p/moved/'
        $partition.Parameter['rows'] | Should -Be '5'
        $partition.Parameter['owner'] | Should -Be 'a'
    }

    It 'sets and takes away parameters and keeps its location' {
        $before = (Get-GluePartition sales orders).Location
        $partition = Get-GluePartition sales orders | Set-GluePartition -Parameter @{ rows = 6; owner = $null; new = 'x' } -PassThru
        $partition | Should -BeOfType ([LakeTools.GluePartition])
        $partition.Location | Should -Be $before
        $partition.Parameter['rows'] | Should -Be '6'
        $partition.Parameter['new'] | Should -Be 'x'
        $partition.Parameter.ContainsKey('owner') | Should -BeFalse
    }

    It 'refuses a location that is none, as New-GluePartition does: <what>' -ForEach @(
        @{ what = 'text'; at = 'not a uri'; id = 'LakeTools.InvalidS3Uri' }
        @{ what = 'a blank'; at = ' '; id = 'LakeTools.InvalidS3Uri'; new = 'LakeTools.ResourceNameEmpty' }
        @{ what = 'a bucket that cannot be'; at = 's3://My_Bucket/a/'; id = 'LakeTools.BucketNameInvalid' }
        @{ what = 'nothing'; at = ''; id = 'ParameterArgumentValidationError'; new = 'LakeTools.ResourceNameEmpty' }
    ) {
        $before = (Get-GluePartition sales orders).Location
        { Set-GluePartition sales orders -Value 2026, 1 -Location $at -ErrorAction Stop } | Should -Throw -ErrorId "$id,$command.SetGluePartitionCommand"
        { Set-GluePartition sales orders -Value 2026, 1 -Location $at -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
        { New-GluePartition sales orders -Value 2026, 2 -Location $at -ErrorAction Stop } | Should -Throw -ErrorId "$($new ?? $id),*"
        { New-GluePartition sales orders -Value 2026, 2 -Location $at -WhatIf -ErrorAction Stop } | Should -Throw -ErrorId "$($new ?? $id),*"
        (Get-GluePartition sales orders).Location | Should -Be $before
    }

    It 'takes a location of another file system' {
        Set-GluePartition sales orders -Value 2026, 1 -Location hdfs://lake/a
        (Get-GluePartition sales orders).Location | Should -Be 'hdfs://lake/a'
    }

    It 'changes nothing with -WhatIf' {
        $before = (Get-GluePartition sales orders).Location
        Set-GluePartition sales orders -Value 2026, 1 -Location s3://lake-p/moved/ -WhatIf
        (Get-GluePartition sales orders).Location | Should -Be $before
    }

    It 'says what is not there: <id>' -ForEach @(
        @{ id = 'PartitionNotFound'; table = 'orders'; value = '2026', '2' }
        @{ id = 'TableNotFound'; table = 'none'; value = '2026', '1' }
    ) {
        { Set-GluePartition sales $table -Value $value -Parameter @{ a = 1 } -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.$id,$command.SetGluePartitionCommand"
    }
}

Describe 'Find-GlueTable' {
    It 'finds what the caller may see' {
        $lake = Connect-Lake -Local (Join-Path $TestDrive find) -PassThru
        $null = New-GlueDatabase sales
        'orders', 'people' | ForEach-Object { $null = New-GlueTable sales $_ -Column 'id:int' }
        (Find-GlueTable -Text ord).Name | Should -Be 'orders'
        Connect-Lake -Local $lake.LocalPath -As role/stranger
        Find-GlueTable -Text ord | Should -BeNullOrEmpty
    }
}

Describe 'Rows with the same values' {
    BeforeEach {
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        $null = New-GlueTable sales days -Column 'id:int' -PartitionKey 'day:string' -Location s3://lake-p/days/
        $twice = 'a', 'b', 'a' | ForEach-Object { [pscustomobject]@{ DatabaseName = 'sales'; TableName = 'days'; Value = $_ } }
    }

    It 'make one partition, and one error' {
        $made = $twice | New-GluePartition -ErrorAction SilentlyContinue -ErrorVariable problem
        $made.Value | Should -Be 'a', 'b'
        $problem.FullyQualifiedErrorId | Should -Be "LakeTools.PartitionExists,$command.NewGluePartitionCommand"
        (Get-GluePartition sales days).Value | Should -Be 'a', 'b'
    }

    It 'remove one partition, with one error' {
        $null = New-GluePartition sales days a
        $null = New-GluePartition sales days b
        $said = $twice | Remove-GluePartition -Force -Verbose -ErrorAction SilentlyContinue -ErrorVariable problem 4>&1
        $said | Should -HaveCount 2
        $problem.FullyQualifiedErrorId | Should -Be "LakeTools.PartitionNotFound,$command.RemoveGluePartitionCommand"
        Get-GluePartition sales days | Should -BeNullOrEmpty
    }

    It 'are errors each where the partition is there already, or is not' {
        $null = $twice | Remove-GluePartition -Force -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -Be (@("LakeTools.PartitionNotFound,$command.RemoveGluePartitionCommand") * 3)
        $null = New-GluePartition sales days a
        $null = New-GluePartition sales days b
        $null = $twice | New-GluePartition -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -Be (@("LakeTools.PartitionExists,$command.NewGluePartitionCommand") * 3)
    }
}

Describe 'Values that are dates and numbers, in the culture <_>' -ForEach 'en-US', 'de-DE', 'th-TH', 'fa-IR' {
    BeforeAll {
        $was = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = $_
        $null = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://lake-p/
        foreach ($type in 'string', 'date', 'timestamp', 'double') {
            $null = New-GlueTable sales $type -Column 'id:int' -PartitionKey "key:$type" -Location "s3://lake-p/$type/"
        }
        $day, $time = [datetime]'2026-03-04', [datetime]'2026-03-04 05:06:07'
    }
    AfterAll { [cultureinfo]::CurrentCulture = $was }

    It 'are dates as engines write them: <Table>' -ForEach @(@{ Table = 'string' }, @{ Table = 'date' }) {
        (New-GluePartition sales $Table $day).Value | Should -BeExactly '2026-03-04'
        (New-GluePartition sales $Table ([DateOnly]::new(2026, 3, 5))).Value | Should -BeExactly '2026-03-05'
        (Get-GluePartition sales $Table $day).Location | Should -BeExactly "s3://lake-p/$Table/key=2026-03-04/"
        (Set-GluePartition sales $Table $day -Parameter @{ a = 1 } -PassThru).Value | Should -BeExactly '2026-03-04'
        [pscustomobject]@{ DatabaseName = 'sales'; TableName = $Table; Value = $day } | Remove-GluePartition -Force
        ([pscustomobject]@{ DatabaseName = 'sales'; TableName = $Table; Value = $day.AddDays(2) } | New-GluePartition).Value | Should -BeExactly '2026-03-06'
        (Get-GluePartition sales $Table).Value | Should -BeExactly '2026-03-05', '2026-03-06'
    }

    It 'are times with a blank' {
        (New-GluePartition sales timestamp $time).Value | Should -BeExactly '2026-03-04 05:06:07'
        (New-GluePartition sales timestamp $time.AddMilliseconds(500)).Value | Should -BeExactly '2026-03-04 05:06:07.5'
        (Get-GluePartition sales timestamp $time).Value | Should -BeExactly '2026-03-04 05:06:07'
    }

    It 'are numbers with a point, as they were typed' {
        (New-GluePartition sales double 1.5).Value | Should -BeExactly '1.5'
        $number = 2.5
        (New-GluePartition sales double $number).Value | Should -BeExactly '2.5'
        (New-GluePartition sales double @(3.5)).Value | Should -BeExactly '3.5'
        (New-GluePartition sales string 01).Value | Should -BeExactly '01'
    }
}
