BeforeDiscovery {
    $forms = 'csv', 'tsv', 'json', 'parquet'
    $pairs = foreach ($from in $forms) { foreach ($to in $forms) { @{ from = $from; to = $to } } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket raw-tests
    $examples = "$PSScriptRoot/../../examples/data"
    Send-LakeObject "$examples/seattle-weather.csv", "$examples/airports.csv" s3://raw-tests/in/
    $types = 'date:date', 'precipitation:double', 'temp_max:decimal(6,2)', 'temp_min:double', 'wind:double', 'weather'

    # Every cell with its type.
    function Get-Cell($Row) {
        $Row | ForEach-Object { ($_.psobject.Properties | ForEach-Object { "$($_.Name)=$(if ($null -ne $_.Value) { $_.Value.GetType().Name }) $($_.Value)" }) -join '|' }
    }
}

AfterAll { Disconnect-Lake }

Describe 'Import-LakeData -Raw' {
    It 'emits batches that can be looked into' {
        $batches = @(Import-LakeData s3://raw-tests/in/seattle-weather.csv -Column $types -Raw)
        $batches | Should -BeOfType ([LakeTools.LakeRowBatch])
        ($batches.RowCount | Measure-Object -Sum).Sum | Should -Be 1461
        $batches[0].ColumnNames | Should -Be date, precipitation, temp_max, temp_min, wind, weather
        $batches[0].Rows[0].Values[2] | Should -BeOfType ([decimal])
        Get-Cell $batches.ToObject() | Should -Be (Get-Cell (Import-LakeData s3://raw-tests/in/seattle-weather.csv -Column $types))
    }

    It 'goes as the objects do: <from> to <to>' -ForEach $pairs {
        foreach ($name in 'seattle-weather', 'airports') {
            $column = if ($name -eq 'airports') { @{} } else { @{ Column = $types } }
            Import-LakeData "s3://raw-tests/in/$name.csv" @column | Export-LakeData "s3://raw-tests/from/$name.$from"
            Import-LakeData "s3://raw-tests/from/$name.$from" @column | Export-LakeData "s3://raw-tests/objects/$name.$to"
            Import-LakeData "s3://raw-tests/from/$name.$from" @column -Raw | Export-LakeData "s3://raw-tests/raw/$name.$to"
            $cells = Get-Cell (Import-LakeData "s3://raw-tests/objects/$name.$to")
            $cells.Count | Should -Be $(if ($name -eq 'airports') { 3376 } else { 1461 })
            Get-Cell (Import-LakeData "s3://raw-tests/raw/$name.$to") | Should -Be $cells
        }
    }

    It 'keeps what is nested, in rows that differ' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive nested.json), "{""a"":1,""o"":{""x"":[1,{""y"":null}],""z"":""t""}}`n{""o"":{""x"":[]},""a"":2.5}`n{""b"":true}`n")
        Send-LakeObject (Join-Path $TestDrive nested.json) s3://raw-tests/nested/
        foreach ($to in 'json', 'parquet', 'csv') {
            Import-LakeData s3://raw-tests/nested/nested.json | Export-LakeData "s3://raw-tests/nested/objects/o.$to"
            Import-LakeData s3://raw-tests/nested/nested.json -Raw | Export-LakeData "s3://raw-tests/nested/raw/o.$to"
            $wanted = Import-LakeData "s3://raw-tests/nested/objects/o.$to" | ConvertTo-Json -Depth 9
            Import-LakeData "s3://raw-tests/nested/raw/o.$to" | ConvertTo-Json -Depth 9 | Should -Be $wanted
        }
    }

    It 'writes each type as objects do, from the first row on and behind those that decide the types: <to>' -ForEach @(
        @{ to = 'csv'; how = @{} }, @{ to = 'tsv'; how = @{} }, @{ to = 'json'; how = @{} }, @{ to = 'parquet'; how = @{} }
        @{ to = 'csv of semicolons'; how = @{ Delimiter = ';' } }, @{ to = 'csv without a header'; how = @{ NoHeader = $true } }
        @{ to = 'csv of points'; how = @{ Delimiter = '.' } }, @{ to = 'partitions'; how = @{ PartitionBy = 'p' } }
    ) {
        $reals = '0.5', '-12.25', '1e300', '0.1000000001', '-0', 'NaN', 'Infinity', '100', '', '999999999.9999', '4.9E-324'
        $texts = 'plain', '"a,b"', '"say ""x"""', '', '""', '" blank "', "`"two`nlines`"", 'grün', '😀', 'a.b;c'
        $times = '2024-02-29', '2024-02-29 00:00:00', '2024-02-29 10:20:30.123', '', '0001-01-01'
        $lines = foreach ($n in 0..2999) {
            "$n,$(if ($n % 7) { $n * 1000000007 }),$(if ($n % 5) { $n % 100 }),$($reals[$n % $reals.Count]),$($reals[$n % 5])," +
            "$(('true', 'false', '')[$n % 3]),$(('2024-02-29', '1582-10-15', '')[$n % 3]),$($times[$n % $times.Count]),$($texts[$n % $texts.Count]),$($n % 3)"
        }
        [System.IO.File]::WriteAllText((Join-Path $TestDrive all.csv), "i,l,s,d,f,b,day,t,x,p`n$($lines -join "`n")`n")
        Send-LakeObject (Join-Path $TestDrive all.csv) s3://raw-tests/all/
        $column = 'i:int', 'l:bigint', 's:smallint', 'd:double', 'f:float', 'b:boolean', 'day:date', 't:timestamp', 'x', 'p:int'
        $form = ($to -split ' ')[0].Replace('partitions', 'csv')
        foreach ($kind in 'objects', 'raw') {
            $place = "s3://raw-tests/every/$($to -replace ' ', '-')/$kind/" + $(if ($to -ne 'partitions') { "a.$form" })
            $format = if ($to -eq 'partitions') { @{ Format = 'Csv' } } else { @{} }
            Import-LakeData s3://raw-tests/all/all.csv -Column $column -Raw:($kind -eq 'raw') | Export-LakeData $place @how @format
        }
        $base = "s3://raw-tests/every/$($to -replace ' ', '-')"
        if ($to -eq 'parquet') {
            Get-Cell (Import-LakeData "$base/raw/a.parquet") | Should -Be (Get-Cell (Import-LakeData "$base/objects/a.parquet"))
            @(Import-LakeData "$base/raw/a.parquet").Count | Should -Be 3000
        }
        elseif ($to -eq 'partitions') {
            $rows = { param($kind) @(Get-Cell (Import-LakeData "$base/$kind/" -Column $column[0..8]) | Sort-Object) }
            & $rows raw | Should -Be (& $rows objects)
            (& $rows raw).Count | Should -Be 3000
        }
        else {
            $hash = { param($kind) (Get-LakeObject "$base/$kind/").ETag }
            & $hash raw | Should -Be (& $hash objects)
        }
    }

    It 'refuses a type that is none: <_>' -ForEach 'date:dat', 'date:array<dat>', 'date:' {
        { Import-LakeData s3://raw-tests/in/seattle-weather.csv -Column $_ -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,*'
    }

    It 'names bad rows as objects do' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive bad.csv), "n,t`n1,a`nx,b`n3`n4,""d""e`n5,f`n")
        Send-LakeObject (Join-Path $TestDrive bad.csv) s3://raw-tests/bad/
        Import-LakeData s3://raw-tests/bad/bad.csv -Column n:int, t -Raw -ErrorAction SilentlyContinue -ErrorVariable bad |
            Export-LakeData s3://raw-tests/bad/good.csv
        (Import-LakeData s3://raw-tests/bad/good.csv).n | Should -Be 1, 5
        $bad.TargetObject.Line | Should -Be 3, 4, 5
    }

    It 'keeps the rows before the place where a file is broken' {
        $bytes = [System.Text.Encoding]::UTF8.GetBytes("[{""a"":1},{""a"":2},{""a"":3},nothing")
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive broken.json), $bytes)
        Send-LakeObject (Join-Path $TestDrive broken.json) s3://raw-tests/broken/
        (Import-LakeData s3://raw-tests/broken/ -ErrorAction SilentlyContinue -ErrorVariable bad).a | Should -Be 1, 2, 3
        $bad.Count | Should -BeGreaterThan 0
    }

    It 'stops when the pipeline has enough' {
        @(Import-LakeData s3://raw-tests/in/airports.csv -Raw | Select-Object -First 2).Count | Should -Be 2
    }
}

Describe 'Export-LakeData of batches' {
    It 'makes a table of them, partitioned, and goes from table to table' {
        $null = New-GlueDatabase rawdb -LocationUri s3://raw-tests/rawdb/
        $weather = @{ Uri = 's3://raw-tests/in/seattle-weather.csv'; Column = $types }
        $new = @{ DatabaseName = 'rawdb'; CreateTable = $true; Format = 'Parquet'; PartitionBy = 'weather' }
        Import-LakeData @weather -Raw | Export-LakeData @new -TableName raw
        Import-LakeData @weather | Export-LakeData @new -TableName objects
        (Get-GlueTable rawdb raw).Column.Type | Should -Be (Get-GlueTable rawdb objects).Column.Type
        $wanted = Get-Cell (Import-LakeData -DatabaseName rawdb -TableName objects) | Sort-Object
        Get-Cell (Import-LakeData -DatabaseName rawdb -TableName raw) | Sort-Object | Should -Be $wanted

        $null = New-GlueTable rawdb copy -Column (Get-GlueTable rawdb raw).Column -PartitionKey weather:string -Location s3://raw-tests/rawdb/copy/ -Format Json
        Import-LakeData -DatabaseName rawdb -TableName raw -Raw | Export-LakeData -DatabaseName rawdb -TableName copy
        Get-Cell (Import-LakeData -DatabaseName rawdb -TableName copy) | Sort-Object | Should -Be $wanted
    }

    It 'takes single rows of them, and objects beside them' {
        $batch = Import-LakeData s3://raw-tests/in/airports.csv -Raw | Select-Object -Last 1
        & { $batch.Rows[0]; [pscustomobject]@{ IATA = 'XXX' }; $batch } | Export-LakeData s3://raw-tests/mixed.csv
        $read = Import-LakeData s3://raw-tests/mixed.csv
        $read.Count | Should -Be (2 + $batch.RowCount)
        $read[0].name | Should -Be $batch.ToObject()[0].name
        $read[1].iata | Should -Be XXX
        $read[1].name | Should -BeNullOrEmpty
    }

    It 'finds columns by name where they stand in another order' {
        & { Import-LakeData s3://raw-tests/in/airports.csv -Column iata, city -Raw; Import-LakeData s3://raw-tests/in/airports.csv -Column city, iata -Raw } |
            Export-LakeData s3://raw-tests/order.csv
        $read = Import-LakeData s3://raw-tests/order.csv
        $read[3376].iata | Should -Be $read[0].iata
        $read[3376].city | Should -Be $read[0].city
    }

    It 'ends where a value is of another type, and changes nothing' {
        $null = New-GlueDatabase rawtypes -LocationUri s3://raw-tests/rawtypes/
        $null = New-GlueTable rawtypes t -Column iata:int -Location s3://raw-tests/rawtypes/t/
        { Import-LakeData s3://raw-tests/in/airports.csv -Raw | Export-LakeData -DatabaseName rawtypes -TableName t -IgnoreExtra -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        Import-LakeData -DatabaseName rawtypes -TableName t | Should -BeNullOrEmpty
    }
}

Describe 'Guarded tables, raw' {
    It 'show only what the caller may see' {
        Connect-Lake -Local (Join-Path $TestDrive guarded)
        $null = New-LakeBucket guarded-raw
        $null = New-GlueDatabase guarded -LocationUri s3://guarded-raw/
        1..40 | ForEach-Object { [pscustomobject]@{ id = $_; card = "secret$_"; name = "n$_" } } |
            Export-LakeData -DatabaseName guarded -TableName t -CreateTable -Format Parquet
        Register-LakeLocation s3://guarded-raw -UseServiceLinkedRole
        $analyst = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru -NoDefault
        $null = New-LakeDataFilter guarded t few -RowFilter 'id > 37' -ColumnName id, name
        Grant-LakePermission -Principal role/analyst -DatabaseName guarded -TableName t -FilterName few -Permission SELECT
        $batches = @(Import-LakeData -DatabaseName guarded -TableName t -Connection $analyst -Raw)
        $batches[0].ColumnNames | Should -Be id, name
        $batches.ToObject().id | Should -Be 38, 39, 40
        Import-LakeData -DatabaseName guarded -TableName t -Connection $analyst -Raw | Export-LakeData s3://guarded-raw/out/t.csv
        (Import-LakeData s3://guarded-raw/out/t.csv).name | Should -Be n38, n39, n40
    }
}
