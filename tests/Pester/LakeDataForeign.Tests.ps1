BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket foreign
    Send-LakeObject -Path "$PSScriptRoot/parquet/*.parquet" -Uri s3://foreign/

    # A row as text, with the type of each value.
    function Get-Cell($Row) {
        foreach ($property in $Row.psobject.Properties) {
            $value = $property.Value
            $type = if ($null -eq $value) { 'null' } else { $value.GetType().Name }
            "$($property.Name) $type $(ConvertTo-Json $value -Compress -Depth 4)"
        }
    }
}

AfterAll { Disconnect-Lake }

Describe 'Parquet of other writers' {
    It 'reads what DuckDB packed with <_>' -ForEach 'snappy', 'zstd', 'gzip', 'uncompressed', 'lz4_raw', 'brotli' {
        $rows = @(Import-LakeData "s3://foreign/duckdb-$_.parquet" -ErrorAction Stop)
        $rows.Count | Should -Be 3

        $rows[0].i | Should -Be 1
        $rows[0].b | Should -Be 9007199254740993
        $rows[0].m | Should -BeOfType [decimal]
        $rows[0].m | Should -Be 123456789.12d
        $rows[0].f | Should -BeTrue
        $rows[0].day | Should -Be ([datetime]::new(2024, 2, 29))
        $rows[0].moment | Should -Be ([datetime]::new(2024, 2, 29, 12, 34, 56, 789))
        $rows[0].l | Should -Be 1, 2, 3
        $rows[0].r.b | Should -BeExactly x
        $rows[0].p.k | Should -Be 1

        $rows[1].b | Should -BeNullOrEmpty
        $rows[1].m | Should -Be (-0.01d)
        $rows[1].day | Should -Be ([datetime]::new(1969, 12, 31))
        $rows[1].s | Should -BeExactly ''
        @($rows[1].l).Count | Should -Be 0
        $rows[1].r.a | Should -Be $null
        $rows[1].r.b | Should -BeExactly "é,`"`n"

        [double]::IsNaN($rows[2].d) | Should -BeTrue
        foreach ($name in 'i', 'm', 'f', 'day', 'moment', 's', 'l', 'r', 'p') { $null -eq $rows[2].$name | Should -BeTrue -Because $name }
    }

    It 'reads every packing of the same rows alike' {
        $expected = Import-LakeData s3://foreign/duckdb-uncompressed.parquet | ForEach-Object { Get-Cell $_ }
        foreach ($packing in 'snappy', 'zstd', 'gzip', 'lz4_raw', 'brotli') {
            Import-LakeData "s3://foreign/duckdb-$packing.parquet" | ForEach-Object { Get-Cell $_ } | Should -Be $expected -Because $packing
        }
    }

    It 'reads dictionaries, delta encodings and several row groups' {
        $rows = @(Import-LakeData s3://foreign/duckdb-dictionary-v2.parquet -ErrorAction Stop)
        $rows.Count | Should -Be 5000
        $wrong = foreach ($n in 0..4999) { if ($rows[$n].n -ne $n -or $rows[$n].k -ne $n % 7 -or $rows[$n].s -cne "v$($n % 5)") { $n } }
        $wrong | Should -BeNullOrEmpty
    }

    It 'reads what hyparquet-writer wrote' {
        $rows = @(Import-LakeData s3://foreign/hyparquet.parquet -ErrorAction Stop)
        $rows.i | Should -Be 1, -2, $null
        $rows.s | Should -Be 'plain', '', $null
        $rows[1].at | Should -Be ([datetime]::new(1969, 12, 31, 23, 59, 59, 999))
    }

    It 'makes a table of such a file' {
        $null = New-GlueDatabase foreign
        $table = New-GlueTable foreign rows -Like s3://foreign/duckdb-zstd.parquet -Location s3://foreign/table/
        $table.Column.Name | Should -Be 'i', 'b', 'd', 'm', 'f', 'day', 'moment', 's', 'l', 'r', 'p'
        $table.Column.Type[0, 1, 3, 8, 9, 10] | Should -Be 'int', 'bigint', 'decimal(11,2)', 'array<int>', 'struct<a:int,b:string>', 'map<string,int>'
    }
}
