BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket data-tests
    $weather = "$PSScriptRoot/../../examples/data/seattle-weather.csv"
    Send-LakeObject $weather s3://data-tests/raw/weather.csv
}

AfterAll { Disconnect-Lake }

Describe 'Import-LakeData by address' {
    It 'reads every row and cell as it is written' {
        $rows = Import-LakeData s3://data-tests/raw/weather.csv
        $rows.Count | Should -Be 1461
        ($rows | ForEach-Object { $_.psobject.Properties.Value -join ',' }) -join "`n" | Should -Be ((Get-Content $weather | Select-Object -Skip 1) -join "`n")
    }

    It 'takes columns, with types' {
        $row = Import-LakeData s3://data-tests/raw/ -Column date:date, temp_max:double | Select-Object -First 1
        $row.psobject.Properties.Name | Should -Be date, temp_max
        $row.date | Should -Be ([datetime] '2012-01-01')
        $row.temp_max | Should -BeOfType ([double])
    }

    It 'names the columns of files without a header' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive part-0), "1,a`n2,b`n")
        Send-LakeObject (Join-Path $TestDrive part-0) s3://data-tests/parts/
        $rows = Import-LakeData s3://data-tests/parts/part-* -Format Csv -NoHeader -Column col1:int, col2
        $rows.col1 | Should -Be 1, 2
        $rows[1].col2 | Should -Be b
    }

    It 'names bad rows and reads the rest' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive bad.csv), "n,t`n1,a`nx,b`n3`n4,""d""e`n5,f`n")
        Send-LakeObject (Join-Path $TestDrive bad.csv) s3://data-tests/bad/
        $rows = Import-LakeData s3://data-tests/bad/bad.csv -Column n:int, t -ErrorAction SilentlyContinue -ErrorVariable bad
        $rows.n | Should -Be 1, 5
        $bad.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'LakeTools.BadRow,LakeTools.Cmdlets.Data.ImportLakeDataCommand'
        $bad.TargetObject.Line | Should -Be 3, 4, 5
        $bad.TargetObject.Column | Should -Be n, 2, 2
        $bad.TargetObject.Path | Select-Object -Unique | Should -Be 's3://data-tests/bad/bad.csv'
    }

    It 'reads 100,000 columns in time that grows with them: <kind>' -ForEach @(
        @{ kind = 'names that differ'; name = { "c$_" }; last = 'c99999' }
        @{ kind = 'one name'; name = { 'c' }; last = 'c_100000' }
    ) {
        $header = (0..99999 | ForEach-Object $name) -join ','
        [System.IO.File]::WriteAllText((Join-Path $TestDrive wide.csv), "$header`n" + ('1,' * 99999) + "2`n")
        Send-LakeObject (Join-Path $TestDrive wide.csv) s3://data-tests/wide/
        $began = [datetime]::UtcNow
        $row = Import-LakeData s3://data-tests/wide/wide.csv
        ([datetime]::UtcNow - $began).TotalSeconds | Should -BeLessThan 20
        @($row.psobject.Properties).Count | Should -Be 100000
        $row.$last | Should -Be 2
    }

    It 'stops when the pipeline has enough' {
        @(Import-LakeData s3://data-tests/raw/weather.csv | Select-Object -First 3).Count | Should -Be 3
    }

    It 'says what is wrong: <id>' -ForEach @(
        @{ uri = 's3://data-tests/nothing.csv'; id = 'ObjectNotFound'; more = @{} }
        @{ uri = 's3://data-tests/raw/weather.csv'; id = 'FormatNotSupported'; more = @{ Format = 'Orc' } }
        @{ uri = 's3://data-tests/raw/weather.csv'; id = 'DataFileInvalid'; more = @{ Format = 'Parquet' } }
        @{ uri = 's3://data-tests/raw/weather.csv'; id = 'ColumnNotFound'; more = @{ Column = 'nothing' } }
        @{ uri = 's3://Data_Tests/x'; id = 'BucketNameInvalid'; more = @{} }
    ) {
        { Import-LakeData $uri @more -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,*"
    }
}

Describe 'Export-LakeData to an address' {
    It 'writes what was read, byte by byte, packed or not' {
        Import-LakeData s3://data-tests/raw/weather.csv | Export-LakeData s3://data-tests/out/copy.csv
        Receive-LakeObject s3://data-tests/out/copy.csv (Join-Path $TestDrive copy.csv)
        [System.IO.File]::ReadAllText((Join-Path $TestDrive copy.csv)) | Should -Be ([System.IO.File]::ReadAllText($weather))
        Import-LakeData s3://data-tests/raw/weather.csv | Export-LakeData s3://data-tests/out/copy.csv.gz
        (Import-LakeData s3://data-tests/out/copy.csv.gz | ConvertTo-Json) | Should -Be (Import-LakeData s3://data-tests/raw/weather.csv | ConvertTo-Json)
        (Get-LakeObject s3://data-tests/out/copy.csv.gz).Size | Should -BeLessThan 20000
    }

    It 'keeps quotes, line breaks, nulls and empty texts apart' {
        [pscustomobject]@{ a = "x,""y""`nz"; b = $null; c = '' } | Export-LakeData s3://data-tests/out/odd.csv
        $row = Import-LakeData s3://data-tests/out/odd.csv
        $row.a | Should -Be "x,""y""`nz"
        $null -eq $row.b | Should -BeTrue
        $row.c | Should -Be ''
    }

    It 'tells what it wrote' {
        $written = @{ a = 1 }, @{ a = 2 } | Export-LakeData s3://data-tests/folder/ -PassThru
        $written.GetType().FullName | Should -Be LakeTools.LakeExport
        $written.RowCount | Should -Be 2
        $written.Uri | Should -BeLike 's3://data-tests/folder/*.csv'
    }

    It 'adds to a folder, or takes the place of what is there' {
        @{ a = 1 } | Export-LakeData s3://data-tests/modes/
        @{ a = 2 } | Export-LakeData s3://data-tests/modes/
        (Import-LakeData s3://data-tests/modes/).a | Sort-Object | Should -Be 1, 2
        @{ a = 3 } | Export-LakeData s3://data-tests/modes/ -Mode Overwrite
        (Import-LakeData s3://data-tests/modes/).a | Should -Be 3
    }

    It 'changes nothing where the source throws' {
        @{ a = 1 } | Export-LakeData s3://data-tests/out/kept.csv
        { 1..3 | ForEach-Object { if ($_ -eq 3) { throw 'enough' }; @{ a = 9 } } | Export-LakeData s3://data-tests/out/kept.csv } | Should -Throw
        (Import-LakeData s3://data-tests/out/kept.csv).a | Should -Be 1
    }

    It 'changes nothing with -WhatIf' {
        @{ a = 1 } | Export-LakeData s3://data-tests/out/whatif.csv -WhatIf
        Get-LakeObject s3://data-tests/out/whatif* | Should -BeNullOrEmpty
    }

    It 'writes no Parquet file without rows, and an empty one of text' {
        $failure = { @() | Export-LakeData s3://data-tests/none/a.parquet -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.RowsMissing,*' -PassThru
        $failure.TargetObject | Should -Be s3://data-tests/none/a.parquet
        @() | Export-LakeData s3://data-tests/none/a.json
        (Get-LakeObject s3://data-tests/none/).Key | Should -Be none/a.json
    }

    It 'says what is wrong: <id>' -ForEach @(
        @{ uri = 's3://data-tests/x.orc'; id = 'FormatNotSupported'; more = @{} }
        @{ uri = 's3://data-tests/x.csv.gz'; id = 'CompressionNotSupported'; more = @{ Compression = 'Zstd' } }
        @{ uri = 's3://data-tests/x.csv'; id = 'CompressionNotSupported'; more = @{ Compression = 'Snappy' } }
        @{ uri = 's3://data-tests/x.csv'; id = 'PartitionByObject'; more = @{ PartitionBy = 'a' } }
        @{ uri = 's3://data-tests/x/'; id = 'PartitionsMissing'; more = @{ Mode = 'OverwritePartitions' } }
        @{ uri = 's3://data-tests/x/'; id = 'ColumnNotFound'; more = @{ PartitionBy = 'b' } }
        @{ uri = 's3://data-tests/x.csv'; id = 'AppendToObject'; more = @{ Mode = 'Append' } }
        @{ uri = 's3://data-tests-nowhere/x.csv'; id = 'BucketNotFound'; more = @{} }
    ) {
        { @{ a = 1 } | Export-LakeData $uri @more -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,*"
    }
}

Describe 'Tables' {
    BeforeAll {
        $null = New-GlueDatabase data_tests -LocationUri s3://data-tests/tables/
        Send-LakeObject $weather s3://data-tests/tables/seattle/
        $null = New-GlueTable data_tests seattle -Like $weather -Location s3://data-tests/tables/seattle/
    }

    It 'are read with the types of their columns' {
        $rows = Get-GlueTable data_tests seattle | Import-LakeData
        $rows.Count | Should -Be 1461
        $rows[0].date | Should -Be ([datetime] '2012-01-01')
        $rows[0].temp_max | Should -BeOfType ([double])
        (Import-LakeData -DatabaseName data_tests -TableName seattle -ColumnName temp_*, date | Select-Object -First 1).psobject.Properties.Name |
            Should -Be temp_max, temp_min, date
    }

    It 'are made of rows, added to, and replaced' {
        [pscustomobject]@{ day = [datetime] '2020-01-01'; n = 1; t = 'a,b' } | Export-LakeData -DatabaseName data_tests -TableName made -CreateTable
        (Get-GlueTable data_tests made).Column.Type | Should -Be date, int, string
        @{ day = '2020-01-02'; n = $null; t = $null } | Export-LakeData -DatabaseName data_tests -TableName made
        $rows = Import-LakeData -DatabaseName data_tests -TableName made | Sort-Object day
        $rows[0].t | Should -Be 'a,b'
        $null -eq $rows[1].n -and $null -eq $rows[1].t | Should -BeTrue
        @{ n = 7 } | Export-LakeData -DatabaseName data_tests -TableName made -Mode Overwrite
        (Import-LakeData -DatabaseName data_tests -TableName made).n | Should -Be 7
    }

    It 'take rows under the names that they were made of' {
        foreach ($n in 1, 2) {
            [pscustomobject]@{ 'Temp (max)' = $n; 'Key No' = "k$n" } | Export-LakeData -DatabaseName data_tests -TableName named -CreateTable -PartitionBy 'Key No'
        }
        $rows = Import-LakeData -DatabaseName data_tests -TableName named | Sort-Object temp_max
        $rows.temp_max | Should -Be 1, 2
        $rows.key_no | Should -Be k1, k2
    }

    It 'keep what they hold where a value is of another type' {
        { @{ n = 1 }, @{ n = 'x' } | Export-LakeData -DatabaseName data_tests -TableName made -Mode Overwrite } | Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        (Import-LakeData -DatabaseName data_tests -TableName made).n | Should -Be 7
    }

    It 'that are not there are an error' {
        { Import-LakeData -DatabaseName data_tests -TableName nothing -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }
}

Describe 'Forms' {
    BeforeAll {
        $types = 'date:date', 'precipitation:double', 'temp_max:double', 'temp_min:double', 'wind:double', 'weather'
        $rows = Import-LakeData s3://data-tests/raw/weather.csv -Column $types
        $cells = $rows | ForEach-Object { $_.psobject.Properties.Value -join '|' }
    }

    It 'come back cell by cell: <name>' -ForEach @(
        foreach ($name in 'w.json', 'w.json.gz', 'w.jsonl.zst', 'w.csv.zst', 'w.tsv', 'w.parquet') { @{ name = $name; packing = @{} } }
        foreach ($packing in 'None', 'Gzip', 'Zstd', 'Snappy') { @{ name = "$packing.parquet"; packing = @{ Compression = $packing } } }
    ) {
        $rows | Export-LakeData "s3://data-tests/forms/$name" @packing
        $read = Import-LakeData "s3://data-tests/forms/$name" -Column $types
        $read[0].date | Should -BeOfType ([datetime])
        @($read | ForEach-Object { $_.psobject.Properties.Value -join '|' }) | Should -Be $cells
    }

    It 'have types of their own in JSON and Parquet' {
        $row = [pscustomobject]@{ n = 1; big = 5000000000; d = 1.5; m = 12.340; t = [datetime] '2020-01-02 03:04:05.1234567'; day = [datetime] '2020-01-02'; b = $true; s = 'x'
            list = 1, 2, $null; o = [pscustomobject]@{ a = 'y'; in = @(@{ k = 1 }) } }
        $row | Export-LakeData s3://data-tests/forms/types.parquet
        $read = Import-LakeData s3://data-tests/forms/types.parquet
        ($read.psobject.Properties | ForEach-Object { $_.Value.GetType().Name }) -join ' ' | Should -Be 'Int32 Int64 Double Double DateTime DateTime Boolean String Object[] PSCustomObject'
        $read.t | Should -Be $row.t
        $read.list.Count | Should -Be 3
        $read.o.in[0].k | Should -Be 1
        $row | Export-LakeData s3://data-tests/forms/types.json
        $read = Import-LakeData s3://data-tests/forms/types.json
        $read.o.in[0].k | Should -Be 1
        $read.list[1] | Should -Be 2
        $read.big | Should -Be 5000000000
    }

    It 'are read where rows differ, as arrays, and past bad lines' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive a.json), "[{""a"":1},`n{""b"":{""c"":[1,2]}}]")
        [System.IO.File]::WriteAllText((Join-Path $TestDrive b.json), "{""a"":1}`n{""a"":}`n{""a"":""x""}`n{""a"":4}`n")
        Send-LakeObject (Join-Path $TestDrive a.json) s3://data-tests/json/
        Send-LakeObject (Join-Path $TestDrive b.json) s3://data-tests/json/
        $rows = Import-LakeData s3://data-tests/json/a.json
        $rows[1].psobject.Properties.Name | Should -Be b
        $rows[1].b.c | Should -Be 1, 2
        $rows = Import-LakeData s3://data-tests/json/b.json -Column a:int -ErrorAction SilentlyContinue -ErrorVariable bad
        $rows.a | Should -Be 1, 4
        $bad.TargetObject.Line | Should -Be 2, 3
        $bad.TargetObject.Column | Should -Be 6, a
    }

    It 'make tables like a file of them' {
        $rows | Export-LakeData s3://data-tests/like/p/a.parquet
        $rows | Export-LakeData s3://data-tests/like/j/a.json.gz
        $null = New-GlueDatabase forms_like -LocationUri s3://data-tests/like/
        foreach ($name in 'p', 'j') {
            $table = New-GlueTable forms_like $name -Like "s3://data-tests/like/$name/" -Location "s3://data-tests/like/$name/"
            $table.Column.Type | Should -Be date, double, double, double, double, string
            @(Import-LakeData -DatabaseName forms_like -TableName $name | ForEach-Object { $_.psobject.Properties.Value -join '|' }) | Should -Be $cells
        }
        (Import-LakeData -DatabaseName forms_like -TableName p -ColumnName wind, date | Select-Object -First 1).psobject.Properties.Name | Should -Be wind, date
    }
}

Describe 'Partitions' {
    BeforeAll {
        $null = New-GlueDatabase parts_tests -LocationUri s3://data-tests/parts_tests/
        $rows = Import-LakeData s3://data-tests/raw/weather.csv -Column date:date, precipitation:double, weather |
            Select-Object *, @{ n = 'year'; e = { $_.date.Year } }
        function Get-Table($Name, $Filter) {
            $more = if ($Filter) { @{ PartitionFilter = $Filter } } else { @{} }
            Import-LakeData -DatabaseName parts_tests -TableName $Name @more
        }
    }

    It 'are folders of their own: <format>' -ForEach @{ format = 'Csv' }, @{ format = 'Json' }, @{ format = 'Parquet' } {
        $name = "t_$format".ToLower()
        $rows | Export-LakeData -DatabaseName parts_tests -TableName $name -CreateTable -Format $format -PartitionBy year, weather
        $table = Get-GlueTable parts_tests $name
        $table.PartitionKey.Name | Should -Be year, weather
        $table.PartitionKey.Type | Should -Be int, string
        $table.Column.Name | Should -Be date, precipitation
        @(Get-GluePartition parts_tests $name).Count | Should -Be @($rows | Group-Object year, weather).Count
        $read = Get-Table $name
        @($read | Sort-Object date | ForEach-Object { $_.date, $_.precipitation, $_.year, $_.weather -join '|' }) |
            Should -Be @($rows | ForEach-Object { $_.date, $_.precipitation, $_.year, $_.weather -join '|' })
        (Get-Table $name "year = 2013 and weather = 'snow'").Count | Should -Be @($rows | Where-Object { $_.year -eq 2013 -and $_.weather -eq 'snow' }).Count
    }

    It 'are added to, replaced one by one, or all' {
        $name = 'modes'
        $write = { param($items, $mode) $items | ForEach-Object { [pscustomobject]@{ v = $_[0]; k = $_[1] } } | Export-LakeData -DatabaseName parts_tests -TableName modes @mode }
        $read = { (Get-Table modes | Sort-Object v | ForEach-Object { "$($_.v)$($_.k)" }) -join ' ' }
        & $write @((1, 'a'), (2, 'b')) @{ CreateTable = $true; PartitionBy = 'k' }
        & $write @((3, 'b'), (4, 'c/ d')) @{}
        & $read | Should -Be '1a 2b 3b 4c/ d'
        & $write @(, (5, 'b')) @{ Mode = 'OverwritePartitions' }
        & $read | Should -Be '1a 4c/ d 5b'
        & $write @((6, 'b'), (7, 'e')) @{ Mode = 'Overwrite' }
        & $read | Should -Be '6b 7e'
        (Get-GluePartition parts_tests modes).Value | Sort-Object | Should -Be b, e
        @(Get-LakeObject s3://data-tests/parts_tests/modes/*).Count | Should -Be 2
        { & $write @(, (8, $null)) @{} } | Should -Throw -ErrorId 'LakeTools.PartitionValueMissing,*'
        { & $write @(, (8, 'b')) @{ PartitionBy = 'v'; ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'LakeTools.PartitionByMismatch,*'
        & $read | Should -Be '6b 7e'
    }

    It 'change nothing where the source throws' {
        { 1..3 | ForEach-Object { if ($_ -eq 3) { throw 'enough' }; [pscustomobject]@{ v = $_; k = "new$_" } } |
            Export-LakeData -DatabaseName parts_tests -TableName modes -Mode Overwrite } | Should -Throw
        (Get-Table modes).v | Sort-Object | Should -Be 6, 7
        (Get-GluePartition parts_tests modes).Value | Sort-Object | Should -Be b, e
    }

    It 'may be more than files can be open at a time' {
        1..300 | ForEach-Object { [pscustomobject]@{ v = $_; k = $_ % 60 } } | Export-LakeData -DatabaseName parts_tests -TableName many -CreateTable -PartitionBy k
        @(Get-GluePartition parts_tests many).Count | Should -Be 60
        (Get-Table many | Measure-Object v -Sum).Sum | Should -Be 45150
    }

    It 'are written by address too' {
        $rows | Export-LakeData s3://data-tests/by-address/ -Format Parquet -PartitionBy year
        (Get-LakeObject s3://data-tests/by-address/*).Uri | ForEach-Object { $_.Split('/')[-2] } | Should -Be year=2012, year=2013, year=2014, year=2015
        @(Import-LakeData s3://data-tests/by-address/).Count | Should -Be 1461
        $rows | Where-Object year -EQ 2014 | Select-Object -First 5 | Export-LakeData s3://data-tests/by-address/ -Format Parquet -PartitionBy year -Mode OverwritePartitions
        @(Import-LakeData s3://data-tests/by-address/).Count | Should -Be (1461 - 365 + 5)
    }
}

Describe 'Guarded tables' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive guarded)
        $null = New-LakeBucket guarded-tests
        $null = New-GlueDatabase guarded -LocationUri s3://guarded-tests/
        foreach ($format in 'Csv', 'Json', 'Parquet') {
            1..4 | ForEach-Object { [pscustomobject]@{ id = $_; card = "secret$_"; name = "n$_"; k = $_ % 2 } } |
                Export-LakeData -DatabaseName guarded -TableName "t_$format" -CreateTable -Format $format -PartitionBy k
        }
        Register-LakeLocation s3://guarded-tests -UseServiceLinkedRole
        $analyst = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru -NoDefault
    }

    It 'take no rows of who may select a part of their columns' {
        't_csv', 't_json' | ForEach-Object {
            $null = Grant-LakePermission -Principal role/writer -DatabaseName guarded -TableName $_ -ColumnName id, name -Permission SELECT
            { Grant-LakePermission -Principal role/writer -DatabaseName guarded -TableName $_ -Permission INSERT -ErrorAction Stop } | Should -Throw
        }
        $writer = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/writer -PassThru -NoDefault
        $before = (Get-LakeObject s3://guarded-tests/*).Uri
        foreach ($name in 't_csv', 't_json') {
            { [pscustomobject]@{ id = 5; name = 'n5'; k = 1 } | Export-LakeData -DatabaseName guarded -TableName $name -Connection $writer -ErrorAction Stop } |
                Should -Throw
            $Error[0].CategoryInfo.Category | Should -Be PermissionDenied
        }
        (Get-LakeObject s3://guarded-tests/*).Uri | Should -Be $before
    }

    It 'show of each form only the granted columns: <format>' -ForEach @{ format = 'Csv' }, @{ format = 'Json' }, @{ format = 'Parquet' } {
        { Import-LakeData -DatabaseName guarded -TableName "t_$format" -Connection $analyst -ErrorAction Stop } | Should -Throw
        Grant-LakePermission -Principal role/analyst -DatabaseName guarded -TableName "t_$format" -ColumnName id, name -Permission SELECT
        $rows = Import-LakeData -DatabaseName guarded -TableName "t_$format" -Connection $analyst
        $rows[0].psobject.Properties.Name | Should -Be id, name, k # partition keys are always seen
        $rows.id | Sort-Object | Should -Be 1, 2, 3, 4
        $rows | Sort-Object id | ForEach-Object name | Should -Be n1, n2, n3, n4
        { Import-LakeData -DatabaseName guarded -TableName "t_$format" -ColumnName card -Connection $analyst -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ColumnNotFound,*'
    }
}
