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
