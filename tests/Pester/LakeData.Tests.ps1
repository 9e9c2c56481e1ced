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

    It 'stops when the pipeline has enough' {
        @(Import-LakeData s3://data-tests/raw/weather.csv | Select-Object -First 3).Count | Should -Be 3
    }

    It 'says what is wrong: <id>' -ForEach @(
        @{ uri = 's3://data-tests/nothing.csv'; id = 'ObjectNotFound'; more = @{} }
        @{ uri = 's3://data-tests/raw/weather.csv'; id = 'FormatNotSupported'; more = @{ Format = 'Parquet' } }
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

    It 'says what is wrong: <id>' -ForEach @(
        @{ uri = 's3://data-tests/x.parquet'; id = 'FormatNotSupported'; more = @{} }
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

    It 'keep what they hold where a value is of another type' {
        { @{ n = 1 }, @{ n = 'x' } | Export-LakeData -DatabaseName data_tests -TableName made -Mode Overwrite } | Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        (Import-LakeData -DatabaseName data_tests -TableName made).n | Should -Be 7
    }

    It 'that are not there are an error' {
        { Import-LakeData -DatabaseName data_tests -TableName nothing -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }
}
