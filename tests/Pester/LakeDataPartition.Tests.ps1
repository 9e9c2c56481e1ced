BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $lake = Join-Path $TestDrive lake
    Connect-Lake -Local $lake
    $null = New-LakeBucket partition-tests
    $null = New-GlueDatabase parts -LocationUri s3://partition-tests/
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://partition-tests/$Key"
    }
    function Read-Text($Uri) {
        $path = Join-Path $TestDrive ([System.IO.Path]::GetRandomFileName())
        $null = Receive-LakeObject $Uri $path
        [System.IO.File]::ReadAllText($path)
    }
}

AfterAll { Disconnect-Lake }

Describe 'Partitions whose values are written in another way than rows have them' {
    BeforeAll {
        # The rows of one partition, which the catalog has with the text.
        function New-Rows($Name, $Type, $Text) {
            $null = New-GlueTable parts $Name -Column v:int -PartitionKey "k:$Type" -Format Json -Location "s3://partition-tests/$Name/"
            $partition = New-GluePartition parts $Name -Value $Text
            Send-Text '{"v":1}' ($partition.Location.Replace('s3://partition-tests/', '').TrimEnd('/') + '/a.json')
            Import-LakeData -DatabaseName parts -TableName $Name
        }
        $texts = @(
            @{ Type = 'int'; Text = '01' }
            @{ Type = 'bigint'; Text = '+7' }
            @{ Type = 'decimal(5,2)'; Text = '1.50' }
            @{ Type = 'decimal(38,2)'; Text = '0123456789012345678901234567890123456.10' }
            @{ Type = 'double'; Text = '1.0' }
            @{ Type = 'boolean'; Text = 'TRUE' }
            @{ Type = 'timestamp'; Text = '2026-01-02 03:04:05.000' }
        )
    }

    It 'are replaced by -Mode <_>, and not doubled' -ForEach 'OverwritePartitions', 'Overwrite' {
        foreach ($case in $texts) {
            $name = "$_$($texts.IndexOf($case))".ToLowerInvariant()
            $rows = New-Rows $name $case.Type $case.Text
            $rows | Export-LakeData -DatabaseName parts -TableName $name -Mode $_
            @(Get-GluePartition parts $name).Value | Should -BeExactly $case.Text -Because $case.Type
            @(Import-LakeData -DatabaseName parts -TableName $name).v | Should -Be 1 -Because $case.Type
        }
    }

    It 'get the rows that are appended' {
        foreach ($case in $texts) {
            $name = "append$($texts.IndexOf($case))"
            $rows = New-Rows $name $case.Type $case.Text
            $rows | Export-LakeData -DatabaseName parts -TableName $name
            @(Get-GluePartition parts $name).Value | Should -BeExactly $case.Text -Because $case.Type
            @(Import-LakeData -DatabaseName parts -TableName $name).v | Should -Be 1, 1 -Because $case.Type
        }
    }

    It 'are new partitions if the key is text' {
        $null = New-Rows text string '01'
        [pscustomobject]@{ v = 2; k = '1' } | Export-LakeData -DatabaseName parts -TableName text -Mode OverwritePartitions
        (Get-GluePartition parts text).Value | Sort-Object | Should -BeExactly '01', '1'
        (Import-LakeData -DatabaseName parts -TableName text).v | Sort-Object | Should -Be 1, 2
    }

    It 'are replaced together if one value has several' {
        $null = New-Rows several int '01'
        Send-Text '{"v":2}' several/k=1/a.json
        Send-Text '{"v":3}' several/k=2/a.json
        $null = New-GluePartition parts several -Value 1
        $null = New-GluePartition parts several -Value 2
        [pscustomobject]@{ v = 4; k = 1 } | Export-LakeData -DatabaseName parts -TableName several
        (Import-LakeData -DatabaseName parts -TableName several -PartitionFilter "k = '1'").v | Sort-Object | Should -Be 1, 2, 4
        [pscustomobject]@{ v = 5; k = 1 } | Export-LakeData -DatabaseName parts -TableName several -Mode OverwritePartitions
        (Import-LakeData -DatabaseName parts -TableName several).v | Sort-Object | Should -Be 3, 5
    }

    It 'are one partition for rows that have a decimal with and without zeros' {
        $null = New-GlueTable parts zeros -Column v:int -PartitionKey 'k:decimal(5,2)' -Format Json -Location s3://partition-tests/zeros/
        @{ v = 1; k = 1.5d }, @{ v = 2; k = 1.50d } | Export-LakeData -DatabaseName parts -TableName zeros
        @(Get-GluePartition parts zeros).Count | Should -Be 1
        (Import-LakeData -DatabaseName parts -TableName zeros).v | Sort-Object | Should -Be 1, 2
    }
}

Describe 'Partitions with another format than their table' {
    BeforeAll {
        function New-Pair($Name) {
            $null = New-GlueTable parts $Name -Column a:string, b:string -PartitionKey k:string -Delimiter ',' -Location "s3://partition-tests/$Name/"
            [pscustomobject]@{ a = 'x'; b = 'y'; k = '1' } | Export-LakeData -DatabaseName parts -TableName $Name
            Set-GlueTable parts $Name -Delimiter '|'
        }
        function Get-Cell($Name) {
            Import-LakeData -DatabaseName parts -TableName $Name -ErrorAction Stop | Sort-Object k, a | ForEach-Object { "$($_.a) $($_.b) $($_.k)" }
        }
    }

    It 'are read with their own delimiter, by Import-LakeData and by queries' {
        New-Pair own
        [pscustomobject]@{ a = 'p'; b = 'q'; k = '2' } | Export-LakeData -DatabaseName parts -TableName own
        Get-Cell own | Should -BeExactly 'x y 1', 'p q 2'
        (Invoke-LakeQuery 'SELECT b FROM own ORDER BY k' -DatabaseName parts).b | Should -BeExactly y, q
    }

    It 'are written with their own delimiter, with -Mode <_>' -ForEach 'Append', 'OverwritePartitions' {
        $name = "own_$_".ToLowerInvariant()
        New-Pair $name
        [pscustomobject]@{ a = 'p'; b = 'q'; k = '1' }, [pscustomobject]@{ a = 'r'; b = 's'; k = '2' } |
            Export-LakeData -DatabaseName parts -TableName $name -Mode $_
        $expected = if ($_ -eq 'Append') { 'p q 1', 'x y 1', 'r s 2' } else { 'p q 1', 'r s 2' }
        Get-Cell $name | Should -BeExactly $expected
        foreach ($file in Get-LakeObject "s3://partition-tests/$name/k=1/") { Read-Text $file.Uri | Should -BeLike '?,?*' }
        foreach ($file in Get-LakeObject "s3://partition-tests/$name/k=2/") { Read-Text $file.Uri | Should -BeLike 'r|s*' }
    }

    Context 'of another kind' {
        BeforeAll {
            # A table whose partition 1 is older than the format of the table.
            function New-Aged($Name, $Old, $New, $Column = @('a:string', 'b:int')) {
                $null = New-GlueTable parts $Name -Column $Column -PartitionKey k:string -Location "s3://partition-tests/$Name/" @Old
                $null = New-GluePartition parts $Name -Value 1
                Set-GlueTable parts $Name @New
            }
        }

        It 'are read and written in their format' {
            New-Aged kinds @{ Format = 'Json' } @{ Format = 'Parquet' }
            Send-Text '{"a":"x","b":1}' kinds/k=1/a.json
            @{ a = 'y'; b = 2; k = '1' }, @{ a = 'z'; b = 3; k = '2' } | Export-LakeData -DatabaseName parts -TableName kinds
            Get-Cell kinds | Should -BeExactly 'x 1 1', 'y 2 1', 'z 3 2'
            (Get-LakeObject s3://partition-tests/kinds/k=1/).Uri | Should -BeLike '*.json*'
            (Get-LakeObject s3://partition-tests/kinds/k=2/).Uri | Should -BeLike '*.parquet'
        }

        It 'are an error where the format is not known, unless a filter leaves them out' {
            New-Aged orc @{ SerdeLibrary = 'org.apache.hadoop.hive.ql.io.orc.OrcSerde' } @{ Format = 'Json' }
            $fault = { Get-Cell orc } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*' -PassThru
            $fault.TargetObject | Should -Be s3://partition-tests/orc/k=1/
            { Import-LakeData -DatabaseName parts -TableName orc -PartitionFilter "k = '2'" -ErrorAction Stop } | Should -Not -Throw
            { @{ a = 'x'; b = 1; k = '1' } | Export-LakeData -DatabaseName parts -TableName orc } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
            @(Get-LakeObject s3://partition-tests/orc/* -ErrorAction Ignore).Count | Should -Be 0
        }

        It 'are an error where the command names a format or compression that they cannot have' {
            New-Aged asked @{ Format = 'Json' } @{ Format = 'Parquet' }
            $row = @{ a = 'x'; b = 1; k = '1' }
            { $row | Export-LakeData -DatabaseName parts -TableName asked -Format Parquet } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
            { $row | Export-LakeData -DatabaseName parts -TableName asked -Compression Snappy } | Should -Throw -ErrorId 'LakeTools.CompressionNotSupported,*'
            @(Get-LakeObject s3://partition-tests/asked/* -ErrorAction Ignore).Count | Should -Be 0
        }

        It 'are an error where their encoding has no such character' {
            New-Aged letters @{ Delimiter = ','; SerdeParameter = @{ 'serialization.encoding' = 'windows-1252' } } @{ SerdeParameter = @{ 'serialization.encoding' = $null } } a:string
            { @{ a = '山'; k = '1' } | Export-LakeData -DatabaseName parts -TableName letters } | Should -Throw -ErrorId 'LakeTools.TextNotWritable,*'
            @{ a = 'ä'; k = '1' }, @{ a = '山'; k = '2' } | Export-LakeData -DatabaseName parts -TableName letters
            (Import-LakeData -DatabaseName parts -TableName letters | Sort-Object k).a | Should -BeExactly 'ä', '山'
        }

        It 'are an error without a location' {
            $null = New-GlueDatabase nowhere
            $null = New-GlueTable nowhere t -Column a:string -PartitionKey k:string -Format Json
            $null = New-GluePartition nowhere t -Value 1
            Set-GlueTable nowhere t -Location s3://partition-tests/nowhere/
            { Import-LakeData -DatabaseName nowhere -TableName t -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PartitionWithoutLocation,*'
            { @{ a = 'x'; k = '1' } | Export-LakeData -DatabaseName nowhere -TableName t } | Should -Throw -ErrorId 'LakeTools.PartitionWithoutLocation,*'
        }
    }
}
