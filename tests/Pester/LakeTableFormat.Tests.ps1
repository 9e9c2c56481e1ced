BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket format-tests
    $null = New-GlueDatabase formats -LocationUri s3://format-tests/
    [System.IO.File]::WriteAllText((Join-Path $TestDrive data), "1`n")

    # Each table with two files and what says which of them counts, as its writer leaves it.
    $log = @{
        iceberg = 'metadata/00001-a.metadata.json'; delta = '_delta_log/00000000000000000000.json'; spark_delta = '_delta_log/00000000000000000000.json'
        hudi = '.hoodie/hoodie.properties'; symlink = '_symlink_format_manifest/manifest'
    }
    $classes = @{
        hudi = @{ InputFormat = 'org.apache.hudi.hadoop.HoodieParquetInputFormat' }
        symlink = @{ InputFormat = 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat' }
    }
    $parameter = @{
        iceberg = @{ table_type = 'ICEBERG'; metadata_location = 's3://format-tests/iceberg/metadata/00001-a.metadata.json' }
        delta = @{ table_type = 'DELTA' }; spark_delta = @{ 'spark.sql.sources.provider' = 'delta' }
    }
    foreach ($name in $log.Keys) {
        foreach ($key in 'part-0', 'k=1/part-1', $log[$name]) { Send-LakeObject (Join-Path $TestDrive data) "s3://format-tests/$name/$key" }
        $more = @{}
        if ($classes[$name]) { $more += $classes[$name] }
        if ($parameter[$name]) { $more.Parameter = $parameter[$name] }
        $null = New-GlueTable formats $name -Column v:string -PartitionKey k:string -Format Parquet -Location "s3://format-tests/$name/" @more
    }
}

AfterAll { Disconnect-Lake }

Describe 'A table of the format <format>' -ForEach @(
    @{ name = 'iceberg'; format = 'Iceberg' }
    @{ name = 'delta'; format = 'Delta' }
    @{ name = 'spark_delta'; format = 'Delta' }
    @{ name = 'hudi'; format = 'Hudi' }
    @{ name = 'symlink'; format = 'Parquet' }
) {
    BeforeAll { $before = (Get-LakeObject "s3://format-tests/$name/").ETag }

    It 'says so' { (Get-GlueTable formats $name).Format | Should -Be $format }

    It 'is not read' {
        { Import-LakeData -DatabaseName formats -TableName $name -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
    }

    It 'is not written: <mode>' -ForEach @{ mode = 'Append' }, @{ mode = 'Overwrite' }, @{ mode = 'OverwritePartitions' } {
        { [pscustomobject]@{ v = 1; k = 1 } | Export-LakeData -DatabaseName formats -TableName $name -Mode $mode -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        (Get-LakeObject "s3://format-tests/$name/").ETag | Should -Be $before
    }

    It 'gets no partitions' {
        { Sync-GluePartition formats $name -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        Get-GluePartition formats $name | Should -BeNullOrEmpty
    }

    It 'does not become a table of all files' {
        { Set-GlueTable formats $name -Format Csv -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        Set-GlueTable formats $name -Description 'kept by an engine'
        (Get-GlueTable formats $name).Format | Should -Be $format
        (Get-GlueTable formats $name).Description | Should -Be 'kept by an engine'
    }
}

Describe 'Columns that the log or metadata has' {
    It 'are not changed in the catalog alone: <name>' -ForEach @{ name = 'iceberg' }, @{ name = 'delta' } {
        { Set-GlueTable formats $name -AddColumn w:int -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        (Get-GlueTable formats $name).Column.Name | Should -Be v
    }

    It 'are changed where the engine goes by the catalog' {
        (Set-GlueTable formats hudi -AddColumn w:int -PassThru).Column.Name | Should -Be v, w
    }
}

Describe 'A folder that holds a log or metadata' {
    It 'is not read as rows: <name>' -ForEach @{ name = 'iceberg' }, @{ name = 'delta' }, @{ name = 'hudi' } {
        { Import-LakeData "s3://format-tests/$name/" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        { Import-LakeData 's3://format-tests/' -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        (Import-LakeData "s3://format-tests/$name/part-0" -NoHeader).col1 | Should -Be 1
    }

    It 'is not overwritten: <name>' -ForEach @{ name = 'iceberg' }, @{ name = 'delta' }, @{ name = 'hudi' } {
        $null = New-GlueTable formats "plain_$name" -Column v:string -Location "s3://format-tests/$name/"
        $before = (Get-LakeObject "s3://format-tests/$name/").ETag
        { [pscustomobject]@{ v = 1 } | Export-LakeData "s3://format-tests/$name/" -Mode Overwrite -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        { [pscustomobject]@{ v = 1 } | Export-LakeData -DatabaseName formats -TableName "plain_$name" -Mode Overwrite -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        (Get-LakeObject "s3://format-tests/$name/").ETag | Should -Be $before
    }

    It 'may have a folder named metadata that is none' {
        Send-LakeObject (Join-Path $TestDrive data) s3://format-tests/free/data/metadata/readme
        [pscustomobject]@{ v = 7 } | Export-LakeData s3://format-tests/free/data/ -Mode Overwrite
        (Get-LakeObject s3://format-tests/free/data/).Count | Should -Be 1
    }
}
