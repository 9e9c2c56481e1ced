BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket types-tests
    $null = New-GlueDatabase types_tests -LocationUri s3://types-tests/tables/

    # A table's file has the types of its columns; the table is the only way to say all of them.
    function New-File($Name, [string[]] $Column, $Row) {
        $null = New-GlueTable types_tests $Name -Column $Column -Format Parquet -Location "s3://types-tests/tables/$Name/"
        $Row | Export-LakeData -DatabaseName types_tests -TableName $Name
    }

    function Get-Type($Uri) {
        $null = Remove-GlueTable types_tests seen -Confirm:$false -ErrorAction SilentlyContinue
        (New-GlueTable types_tests seen -Like $Uri -Location s3://types-tests/seen/).Column.Type
    }

    New-File texts 'v:string', 'm:decimal(12,4)', 't:timestamp', 'p:map<int,string>' @(
        [pscustomobject]@{ v = '1.10'; m = 1.5d; t = '2024-01-01'; p = @{ 0 = 'zero'; 101 = 'red' } }
        [pscustomobject]@{ v = '42'; m = 2d; t = '2024-01-02'; p = $null })
    $texts = 's3://types-tests/tables/texts/'
}

AfterAll { Disconnect-Lake }

Describe 'Types of typed sources' {
    It 'stay from Parquet to Parquet, as objects and as batches' {
        Import-LakeData $texts | Export-LakeData s3://types-tests/objects.parquet
        Import-LakeData $texts -Raw | Export-LakeData s3://types-tests/raw.parquet
        foreach ($name in 'objects', 'raw') {
            (Import-LakeData "s3://types-tests/$name.parquet").v | Should -BeExactly '1.10', '42'
            Get-Type "s3://types-tests/$name.parquet" | Should -Be string, 'decimal(12,4)', timestamp, 'map<int,string>' -Because $name
        }
    }

    It 'stay in new tables, through filters and added members' {
        Import-LakeData $texts | Where-Object v | ForEach-Object { $_ | Add-Member more 1 -PassThru } |
            Export-LakeData -DatabaseName types_tests -TableName made -CreateTable -Format Json
        (Get-GlueTable types_tests made).Column.Type | Should -Be string, 'decimal(12,4)', timestamp, 'map<int,string>', int
        (Import-LakeData -DatabaseName types_tests -TableName made).v | Should -BeExactly '1.10', '42'
    }

    It 'leave text text in objects that Select-Object makes, and in objects of no source' {
        Import-LakeData $texts | Select-Object v | Export-LakeData s3://types-tests/selected.parquet
        (Import-LakeData s3://types-tests/selected.parquet).v | Should -BeExactly '1.10', '42'
        [pscustomobject]@{ v = 'true' } | Export-LakeData s3://types-tests/own.parquet
        (Import-LakeData s3://types-tests/own.parquet).v | Should -BeExactly 'true'
    }

    It 'give way where another value is set' {
        Import-LakeData $texts | ForEach-Object { $_.m = 'other'; $_ } | Export-LakeData s3://types-tests/set.parquet
        (Import-LakeData s3://types-tests/set.parquet).m | Should -BeExactly 'other', 'other'
    }

    It 'stay from JSON to Parquet' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive a.json), '{"a":"1.10","b":"2024-01-01T10:00:00+02:00","c":"true","d":7}')
        Send-LakeObject (Join-Path $TestDrive a.json) s3://types-tests/
        Import-LakeData s3://types-tests/a.json | Export-LakeData s3://types-tests/of-json.parquet
        Get-Type s3://types-tests/of-json.parquet | Should -Be string, string, string, bigint
        $row = Import-LakeData s3://types-tests/of-json.parquet
        $row.b | Should -BeExactly '2024-01-01T10:00:00+02:00'
    }

    It 'are found in text that has none' {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive a.csv), "n,d,t`n1,2024-01-01,x`n")
        Send-LakeObject (Join-Path $TestDrive a.csv) s3://types-tests/
        Import-LakeData s3://types-tests/a.csv | Export-LakeData s3://types-tests/of-csv.parquet
        Import-LakeData s3://types-tests/a.csv -Raw | Export-LakeData s3://types-tests/of-raw-csv.parquet
        Import-LakeData s3://types-tests/a.csv -Column n:string, d, t | Export-LakeData s3://types-tests/of-typed-csv.parquet
        Get-Type s3://types-tests/of-csv.parquet | Should -Be int, date, string
        Get-Type s3://types-tests/of-raw-csv.parquet | Should -Be int, date, string
        Get-Type s3://types-tests/of-typed-csv.parquet | Should -Be string, date, string
    }

    It 'are not rounded: <type>' -ForEach @(
        @{ type = 'decimal(5,2)'; value = 1.239d }
        @{ type = 'decimal(5,2)'; value = '1.239' }
        @{ type = 'double'; value = 9007199254740993 }
        @{ type = 'date'; value = [datetime] '2024-01-01 10:00' }
    ) {
        $name = 'r' + [guid]::NewGuid().ToString('N')
        $null = New-GlueTable types_tests $name -Column "v:$type" -Format Json -Location "s3://types-tests/tables/$name/"
        { @{ v = $value } | Export-LakeData -DatabaseName types_tests -TableName $name -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
    }
}

Describe 'Maps' {
    It 'keep the types of their keys' {
        $row = Import-LakeData $texts | Select-Object -First 1
        $row.p | Should -BeOfType ([LakeTools.LakeMap])
        $row.p[0] | Should -Be zero
        $row.p[101] | Should -Be red
        $row.p[1] | Should -BeNullOrEmpty
        $row.p.'101' | Should -Be red
        $row.p.Keys | ForEach-Object { $_ } | Should -BeOfType ([int])
        $row.p.Count | Should -Be 2
    }

    It 'are JSON objects' {
        $json = Import-LakeData $texts | Select-Object -First 1 -Property p | ConvertTo-Json -Compress
        ($json | ConvertFrom-Json).p.'101' | Should -Be red
        Import-LakeData $texts | Export-LakeData s3://types-tests/maps.json
        (Import-LakeData s3://types-tests/maps.json)[0].p.'0' | Should -Be zero
    }

    It 'take entries, which are written' {
        $row = Import-LakeData $texts | Select-Object -First 1
        $row.p[7] = 'seven'
        $row.p.Remove(0)
        $row | Export-LakeData s3://types-tests/changed.parquet
        $read = Import-LakeData s3://types-tests/changed.parquet
        $read.p[7] | Should -Be seven
        $read.p.Contains(0) | Should -BeFalse
    }
}

Describe 'Fields of nested values that differ only in case' {
    BeforeAll {
        $both = [hashtable]::new([StringComparer]::Ordinal)
        $both['Password'], $both['PASSWORD'] = 'a', 'b'
        $row = [pscustomobject]@{ n = $both }
    }

    It 'are not written into one field' {
        foreach ($format in 'Json', 'Parquet') {
            $null = New-GlueTable types_tests "cases$format" -Column 'n:struct<password:string>' -Format $format -Location "s3://types-tests/cases$format/"
            { $row | Export-LakeData -DatabaseName types_tests -TableName "cases$format" } | Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
            Get-LakeObject "s3://types-tests/cases$format/" | Should -BeNullOrEmpty
        }
        { $row | Export-LakeData s3://types-tests/cases.parquet } | Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
    }

    It 'are not read into one field' {
        $row, [pscustomobject]@{ n = @{ password = 'c' } } | Export-LakeData s3://types-tests/cases/rows.jsonl
        $read = Import-LakeData s3://types-tests/cases/ -Column 'n:struct<password:string>' -ErrorAction SilentlyContinue -ErrorVariable failure
        $read.n.password | Should -Be 'c'
        $failure.FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
        (Import-LakeData s3://types-tests/cases/)[0].n.psobject.Properties.Value | Sort-Object | Should -Be 'a', 'b'
    }
}

Describe 'Parquet of other writers, by table and by address' {
    It 'warns of nanoseconds that are cut' {
        Copy-Item "$PSScriptRoot/parquet/duckdb-nanoseconds.parquet" $TestDrive
        Send-LakeObject (Join-Path $TestDrive duckdb-nanoseconds.parquet) s3://types-tests/
        $row = Import-LakeData s3://types-tests/duckdb-nanoseconds.parquet -WarningVariable warned -WarningAction SilentlyContinue
        $row.t.Ticks % 10000000 | Should -Be 1234567
        $row.c | Should -Be ([timespan] '07:20:00')
        @($warned).Count | Should -Be 1
    }
}
