BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket column-tests
    $null = New-GlueDatabase columns -LocationUri s3://column-tests/tables/
    function Read-Text($Uri) {
        Receive-LakeObject $Uri (Join-Path $TestDrive received)
        [System.IO.File]::ReadAllText((Join-Path $TestDrive received))
    }
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://column-tests/$Key"
    }
}

AfterAll { Disconnect-Lake }

Describe 'Rows with other properties than the first' {
    It 'keep their own in JSON' {
        Send-Text "{""a"":1}`n{""a"":2,""b"":3}`n{""c"":{""d"":1}}`n{""A"":null}`n" het.json
        Import-LakeData s3://column-tests/het.json | Export-LakeData s3://column-tests/het2.json
        Read-Text s3://column-tests/het2.json | Should -BeExactly "{""a"":1}`n{""a"":2,""b"":3}`n{""c"":{""d"":1}}`n{""A"":null}`n"
        Import-LakeData s3://column-tests/het.json -Raw | Export-LakeData s3://column-tests/het3.json
        Read-Text s3://column-tests/het3.json | Should -BeExactly (Read-Text s3://column-tests/het2.json)
    }

    It 'widen <name>' -ForEach @{ name = 'wide.csv' }, @{ name = 'wide.parquet' } {
        [pscustomobject]@{ a = 1 }, @{ a = 2; b = 3 }, [pscustomobject]@{ c = 'x' } | Export-LakeData "s3://column-tests/$name"
        $rows = Import-LakeData "s3://column-tests/$name"
        $rows[0].psobject.Properties.Name | Should -Be a, b, c
        ($rows | ForEach-Object { $_.a, $_.b, $_.c -join ',' }) -join ' ' | Should -Be '1,, 2,3, ,,x'
    }

    It 'end the export behind the first 1,000, or are left out: <name>' -ForEach @{ name = 'late.csv' }, @{ name = 'late.parquet' } {
        $rows = @(1..1000 | ForEach-Object { [pscustomobject]@{ a = $_ } }) + [pscustomobject]@{ a = 1001; late = 5 }
        { $rows | Export-LakeData "s3://column-tests/$name" } | Should -Throw -ErrorId 'LakeTools.PropertyUnexpected,*'
        $Error[0].TargetObject.late | Should -Be 5
        { Get-LakeObject "s3://column-tests/$name" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ObjectNotFound,*'
        $rows | Export-LakeData "s3://column-tests/$name" -IgnoreExtra
        @(Import-LakeData "s3://column-tests/$name").Count | Should -Be 1001
    }

    It 'are no rows of a table, unless the extra is ignored' {
        $null = New-GlueTable columns t -Column a:int -Location s3://column-tests/tables/t/
        { [pscustomobject]@{ a = 1; b = 2 } | Export-LakeData -DatabaseName columns -TableName t } | Should -Throw -ErrorId 'LakeTools.PropertyUnexpected,*'
        { [pscustomobject]@{ a = 1 }, @{ b = 2 } | Export-LakeData -DatabaseName columns -TableName t } | Should -Throw -ErrorId 'LakeTools.PropertyUnexpected,*'
        Import-LakeData -DatabaseName columns -TableName t | Should -BeNullOrEmpty
        [pscustomobject]@{ a = 1; b = 2 } | Export-LakeData -DatabaseName columns -TableName t -IgnoreExtra
        (Import-LakeData -DatabaseName columns -TableName t).a | Should -Be 1
    }

    It 'are columns of a table that is made of them' {
        [pscustomobject]@{ a = 1 }, [pscustomobject]@{ a = 2; 'Temp (max)' = 2.5 } | Export-LakeData -DatabaseName columns -TableName made -CreateTable -Format Parquet
        $rows = Import-LakeData -DatabaseName columns -TableName made
        $rows.temp_max | Should -Be $null, 2.5
    }
}

Describe 'Folders named key=value' {
    BeforeAll {
        Send-Text "id`n1`n" 'folders/year=2024/m=01/a.csv'
        Send-Text "id`n2`n" 'folders/year=2025/m=__HIVE_DEFAULT_PARTITION__/a.csv'
        Send-Text '{"id":3}' 'jfolders/k=a%2Fb/a.json'
        [pscustomobject]@{ id = 4; year = 1999 } | Export-LakeData s3://column-tests/pfolders/year=2026/a.parquet
    }

    It 'give columns' {
        $rows = Import-LakeData s3://column-tests/folders/
        $rows.year | Should -Be 2024, 2025
        $rows.m | Should -Be '01', $null
        (Import-LakeData s3://column-tests/jfolders/).k | Should -Be a/b
        $row = Import-LakeData s3://column-tests/pfolders/
        $row.year | Should -Be 1999
        $row.year_2 | Should -Be 2026
        (Import-LakeData 's3://column-tests/folders/year=2024/').psobject.Properties.Name | Should -Be id, m
        (Import-LakeData s3://column-tests/folders/year=2024/m=01/a.csv).psobject.Properties.Name | Should -Be id
    }

    It 'are chosen and typed as columns are' {
        $rows = Import-LakeData s3://column-tests/folders/ -Column year:int, id
        $rows[0].psobject.Properties.Name | Should -Be year, id
        $rows[0].year | Should -BeOfType ([int])
        { Import-LakeData s3://column-tests/folders/ -Column m:date -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PartitionValueInvalid,*'
    }

    It 'are left with -NoPartition' {
        (Import-LakeData s3://column-tests/folders/ -NoPartition)[0].psobject.Properties.Name | Should -Be id
    }

    It 'are partition keys with -Like' {
        $table = New-GlueTable columns folders -Like s3://column-tests/folders/ -Location s3://column-tests/folders/
        $table.PartitionKey.Name | Should -Be year, m
        $table.Column.Name | Should -Be id
        $null = Sync-GluePartition columns folders
        $rows = Import-LakeData -DatabaseName columns -TableName folders | Sort-Object id
        $rows.year | Should -Be 2024, 2025
        $rows.m | Should -Be '01', $null
        (Import-LakeData -DatabaseName columns -TableName folders -PartitionFilter 'm is null').id | Should -Be 2
    }
}

Describe 'A partition whose value is none of its key''s type' {
    It 'is an error' {
        Send-Text "1`n" 'odd/d=no!/a.csv'
        $null = New-GlueTable columns odd -Column id:int -PartitionKey d:binary -Location s3://column-tests/odd/ # not a type that New-GluePartition checks
        $null = New-GluePartition columns odd -Value 'no!'
        { Import-LakeData -DatabaseName columns -TableName odd -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PartitionValueInvalid,*'
    }
}

Describe 'Partition projection' {
    BeforeAll {
        function New-Projected($Name, $Key, $Parameter, $Location = "s3://column-tests/$Name/") {
            $null = New-GlueTable columns $Name -Column id:int -PartitionKey $Key -Location $Location -Parameter (@{ 'projection.enabled' = 'true' } + $Parameter)
        }
        function Read-Id($Name, $Filter) {
            $more = if ($Filter) { @{ PartitionFilter = $Filter } } else { @{} }
            @(Import-LakeData -DatabaseName columns -TableName $Name -ErrorAction Stop @more).id | Sort-Object
        }
    }

    It 'has dates up to now' {
        $today = [datetime]::UtcNow.ToString('yyyy-MM-dd')
        Send-Text "1`n" 'pdate/day=2000-01-01/a.csv'
        Send-Text "2`n" 'pdate/day=1999-12-31/a.csv'
        Send-Text "3`n" "pdate/day=$today/a.csv"
        New-Projected pdate day:string @{ 'projection.day.type' = 'date'; 'projection.day.range' = '2000-01-01,NOW'; 'projection.day.format' = 'yyyy-MM-dd' }
        Read-Id pdate "day <= '2000-01-02'" | Should -Be 1
        Read-Id pdate "day > '2000-01-02' and day = '$today'" | Should -Be 3
        (Import-LakeData -DatabaseName columns -TableName pdate -PartitionFilter "day = '2000-01-01'").day | Should -Be 2000-01-01
    }

    It 'has integers with digits and enums, by a template' {
        Send-Text "1`n" 'pt/x/2024/01/02/eu/07/a.csv'
        Send-Text "2`n" 'pt/x/2024/01/02/us/08/a.csv'
        Send-Text "3`n" 'pt/x/2024/01/02/us/24/a.csv'
        New-Projected pt day:string, region:string, hour:int @{
            'projection.day.type' = 'date'; 'projection.day.range' = '2024/01/01,2024/01/03'; 'projection.day.format' = 'yyyy/MM/dd'
            'projection.region.type' = 'enum'; 'projection.region.values' = 'eu,us'; 'projection.hour.type' = 'integer'; 'projection.hour.range' = '0,23'
            'projection.hour.digits' = '2'; 'storage.location.template' = 's3://column-tests/pt/x/${day}/${region}/${hour}'
        }
        Read-Id pt | Should -Be 1, 2
        Read-Id pt "hour > 7" | Should -Be 2
        (Import-LakeData -DatabaseName columns -TableName pt -PartitionFilter "region = 'eu'").hour | Should -Be 7
        [pscustomobject]@{ id = 9; day = '2024/01/03'; region = 'eu'; hour = '05' } | Export-LakeData -DatabaseName columns -TableName pt
        Read-Id pt "day = '2024/01/03'" | Should -Be 9
        { [pscustomobject]@{ id = 9; day = '2025/01/03'; region = 'eu'; hour = '05' } | Export-LakeData -DatabaseName columns -TableName pt } |
            Should -Throw -ErrorId 'LakeTools.PartitionNotProjected,*'
        { [pscustomobject]@{ id = 9; day = '2024/01/03'; region = 'eu'; hour = '05' } | Export-LakeData -DatabaseName columns -TableName pt -Mode Overwrite -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ProjectionNotOverwritten,*'
        Get-GluePartition columns pt | Should -BeNullOrEmpty
    }

    It 'has injected keys by the filter' {
        Send-Text "1`n" 'pinj/user=ann/a.csv'
        New-Projected pinj user:string @{ 'projection.user.type' = 'injected' }
        Read-Id pinj "user = 'ann'" | Should -Be 1
        Read-Id pinj "user in ('ann', 'bob')" | Should -Be 1
        { Read-Id pinj } | Should -Throw -ErrorId 'LakeTools.ProjectionNeedsFilter,*'
        { Read-Id pinj "user > 'a'" } | Should -Throw -ErrorId 'LakeTools.ProjectionNeedsFilter,*'
    }

    It 'is never no rows for what it cannot carry out: <why>' -ForEach @(
        @{ why = 'a type'; id = 'ProjectionInvalid'; parameter = @{ 'projection.k.type' = 'random' } }
        @{ why = 'no type'; id = 'ProjectionInvalid'; parameter = @{} }
        @{ why = 'a format'; id = 'ProjectionInvalid'; parameter = @{ 'projection.k.type' = 'date'; 'projection.k.range' = '2024,2025'; 'projection.k.format' = 'EEE' } }
        @{ why = 'hours without an interval'; id = 'ProjectionInvalid'; parameter = @{ 'projection.k.type' = 'date'; 'projection.k.range' = '2024010100,NOW'; 'projection.k.format' = 'yyyyMMddHH' } }
        @{ why = 'a template without the key'; id = 'ProjectionInvalid'; parameter = @{ 'projection.k.type' = 'enum'; 'projection.k.values' = 'a'; 'storage.location.template' = 's3://column-tests/x/' } }
        @{ why = 'too many'; id = 'ProjectionTooWide'; parameter = @{ 'projection.k.type' = 'integer'; 'projection.k.range' = '0,9223372036854775807' } }
    ) {
        $name = "bad$([guid]::NewGuid().ToString('N'))"
        New-Projected $name k:string $parameter
        { Read-Id $name } | Should -Throw -ErrorId "LakeTools.$id,*"
    }
}
