BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket empty-tests
    $null = New-GlueDatabase empties -LocationUri s3://empty-tests/
    function Get-Count($Table) { @(Import-LakeData -DatabaseName empties -TableName $Table -ErrorAction Stop).Count }
}

AfterAll { Disconnect-Lake }

Describe 'Export-LakeData without rows' {
    It 'empties a table with -Mode Overwrite, with -CreateTable <create> and partitions <parts>' -ForEach @(
        foreach ($create in $false, $true) { foreach ($parts in $false, $true) { @{ create = $create; parts = $parts } } }
    ) {
        $table = "t_${create}_$parts".ToLowerInvariant()
        $by = if ($parts) { @{ PartitionBy = 'k' } } else { @{} }
        @{ v = 1; k = 'a' }, @{ v = 2; k = 'b' } | Export-LakeData -DatabaseName empties -TableName $table -CreateTable @by
        @() | Export-LakeData -DatabaseName empties -TableName $table -CreateTable:$create
        Get-Count $table | Should -Be 2
        $export = @() | Export-LakeData -DatabaseName empties -TableName $table -CreateTable:$create -Mode Overwrite -PassThru
        $export.RowCount | Should -Be 0
        Get-Count $table | Should -Be 0
        if ($parts) {
            @(Get-GluePartition empties $table).Count | Should -Be 0
            @(Get-LakeObject "s3://empty-tests/$table/*" -ErrorAction Ignore).Count | Should -Be 0
        }
        @{ v = 3; k = 'a' } | Export-LakeData -DatabaseName empties -TableName $table
        Get-Count $table | Should -Be 1
    }

    It 'leaves a table that has no partition to replace' {
        @{ v = 1; k = 'a' } | Export-LakeData -DatabaseName empties -TableName kept -CreateTable -PartitionBy k
        @() | Export-LakeData -DatabaseName empties -TableName kept -CreateTable -Mode OverwritePartitions
        Get-Count kept | Should -Be 1
    }

    It 'empties a folder with partitions, unless a table format lies in it' {
        @{ v = 1; k = 'a' } | Export-LakeData s3://empty-tests/folder/ -PartitionBy k
        @() | Export-LakeData s3://empty-tests/folder/ -PartitionBy k -Mode Overwrite
        @(Get-LakeObject s3://empty-tests/folder/* -ErrorAction Ignore).Count | Should -Be 0
        $null = New-Item (Join-Path $TestDrive log) -Value '{}'
        Send-LakeObject (Join-Path $TestDrive log) s3://empty-tests/delta/_delta_log/00000000000000000000.json
        Send-LakeObject (Join-Path $TestDrive log) s3://empty-tests/delta/k=a/a.parquet
        { @() | Export-LakeData s3://empty-tests/delta/ -PartitionBy k -Mode Overwrite -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        @(Get-LakeObject s3://empty-tests/delta/*).Count | Should -Be 2
    }

    It 'creates no table, with -Mode <_>' -ForEach 'Append', 'Overwrite' {
        $fault = { @() | Export-LakeData -DatabaseName empties -TableName none -CreateTable -Mode $_ -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.RowsMissing,*' -PassThru
        $fault.TargetObject | Should -Be empties.none
        $fault.CategoryInfo.Category | Should -Be InvalidData
        Get-GlueTable empties none -ErrorAction Ignore | Should -BeNullOrEmpty
        { @() | Export-LakeData -DatabaseName nowhere -TableName none -CreateTable -Mode $_ -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.DatabaseNotFound,*'
        @() | Export-LakeData -DatabaseName nowhere -TableName none -CreateTable -Mode $_ -WhatIf
    }
}

Describe 'Export-LakeData of what is no row' {
    It 'writes nothing of <what>' -ForEach @(
        @{ what = 'numbers'; rows = 5, 6 }
        @{ what = 'Boolean values'; rows = $true, $false }
        @{ what = 'texts'; rows = 'x', 'yy' }
        @{ what = 'texts with properties, as of Get-Content'; rows = @('x' | Add-Member Line 1 -PassThru) }
        @{ what = 'a date'; rows = @([datetime]::new(2026, 1, 2)) }
        @{ what = 'a duration'; rows = @([timespan]::FromHours(1)) }
        @{ what = 'a GUID'; rows = @([guid]::Empty) }
        @{ what = 'a word of an enum'; rows = @([System.DayOfWeek]::Monday) }
        @{ what = 'a list'; rows = @(, @(1, 2)) }
        @{ what = 'bytes'; rows = @(, [byte[]] (1, 2)) }
        @{ what = 'an object without properties'; rows = @([pscustomobject]@{}) }
        @{ what = 'an empty hashtable'; rows = @(@{}) }
        @{ what = 'a value after a row'; rows = @{ id = 1 }, 5 }
    ) {
        foreach ($uri in 's3://empty-tests/no/a.csv', 's3://empty-tests/no/a.json', 's3://empty-tests/no/a.parquet') {
            { $rows | Export-LakeData $uri -IgnoreExtra -ErrorAction Stop } | Should -Throw -ErrorId LakeTools.NotARow*
        }
        { $rows | Export-LakeData -DatabaseName empties -TableName none -CreateTable -ErrorAction Stop } | Should -Throw -ErrorId LakeTools.NotARow*
        Get-LakeObject s3://empty-tests/no/* -ErrorAction Ignore | Should -BeNullOrEmpty
        Get-GlueTable empties none -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'writes <what>' -ForEach @(
        @{ what = 'an object of .NET'; row = [version]'1.2'; expected = 1, 2; names = 'Major', 'Minor' }
        @{ what = 'a struct'; row = [System.Collections.Generic.KeyValuePair[string, int]]::new('a', 3); expected = 'a', 3; names = 'Key', 'Value' }
        @{ what = 'an element of XML'; row = ([xml] '<a b="1" c="2"/>').a; expected = '1', '2'; names = 'b', 'c' }
    ) {
        $row | Select-Object $names | Should -Not -BeNullOrEmpty
        , $row | Export-LakeData s3://empty-tests/yes.csv
        $read = Import-LakeData s3://empty-tests/yes.csv
        $names.ForEach({ $read.$_ }) | Should -Be $expected
    }
}
