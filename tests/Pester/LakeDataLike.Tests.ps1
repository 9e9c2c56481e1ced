BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket like-tests
    $null = New-GlueDatabase likes -LocationUri s3://like-tests/
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://like-tests/$Key"
    }
    function Read-Table($Name) {
        Import-LakeData -DatabaseName likes -TableName $Name -ErrorAction Stop -WarningVariable told -WarningAction SilentlyContinue
        $script:told = $told
    }
    $odd = '{"user-id":1,"Order Date":"x","a.b":true,"Plain":2}'
}

AfterAll { Disconnect-Lake }

# Athena user guide: columns of JSON and Parquet are found by their names, ignoring case; 'OpenX JSON SerDe', mapping.
Describe 'New-GlueTable -Like of fields whose names no column can have' {
    It 'maps the columns to the properties in JSON' {
        Send-Text "$odd`n" json/a.json
        $table = New-GlueTable likes json -Like s3://like-tests/json/ -Location s3://like-tests/json/ -ErrorAction Stop
        $table.Column.Name | Should -Be user_id, order_date, a_b, plain
        $table.SerdeParameter.Keys | Where-Object { $_ -like 'mapping.*' } | Sort-Object | Should -Be mapping.a_b, mapping.order_date, mapping.user_id
        $table.SerdeParameter['mapping.order_date'] | Should -BeExactly 'Order Date'
        $row = Read-Table json
        $row.psobject.Properties.Value | Should -Be 1, x, $true, 2
        $told | Should -BeNullOrEmpty
        [pscustomobject]@{ user_id = 2; order_date = 'y'; a_b = $false; plain = 3 } | Export-LakeData -DatabaseName likes -TableName json
        (Get-LakeObject s3://like-tests/json/ | Import-LakeData).'user-id' | Should -Be 1, 2
        (Read-Table json).user_id | Should -Be 1, 2
    }

    It 'warns of them in Parquet, whose columns Athena does not find' {
        $odd | ConvertFrom-Json | Export-LakeData s3://like-tests/parquet/a.parquet
        $null = New-GlueTable likes parquet -Like s3://like-tests/parquet/ -Location s3://like-tests/parquet/ -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
        $row = Read-Table parquet
        $row.plain | Should -Be 2
        $row.user_id, $row.order_date, $row.a_b | Should -Be $null, $null, $null
        $told.Count | Should -Be 3
        (Import-LakeData s3://like-tests/parquet/).'user-id' | Should -Be 1
    }

    It 'has no warning for a table of Iceberg, which has its own files' {
        $null = New-GlueTable likes iceberg -Like s3://like-tests/parquet/ -Format Iceberg -Location s3://like-tests/iceberg/ -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'maps the columns of all files of a crawler' {
        Send-Text "{""user-id"":1}`n" crawled/t/a.json
        Send-Text "{""Order Date"":""x""}`n" crawled/t/b.json
        Grant-LakePermission -Principal role/Crawler -DatabaseName likes -Permission CREATE_TABLE, DESCRIBE
        $null = New-LakeGlueCrawler c -Role role/Crawler -DatabaseName likes -Path s3://like-tests/crawled/
        $null = Start-LakeGlueCrawler c -Wait -ErrorAction Stop
        (Get-GlueTable likes t).SerdeParameter['mapping.user_id', 'mapping.order_date'] | Should -Be user-id, 'Order Date'
        (Read-Table t).order_date | Should -Be $null, x
        Send-Text "{""a.b"":2}`n" crawled/t/c.json
        $null = Start-LakeGlueCrawler c -Wait -ErrorAction Stop
        (Read-Table t).a_b | Should -Be $null, $null, 2
    }
}

Describe 'A table whose columns are almost named as the fields of its files' {
    It 'has nulls, as in Athena, and a warning' {
        Send-Text "$odd`n$odd`n" almost/a.json
        $null = New-GlueTable likes almost -Column user_id:int, PLAIN:int -Format Json -Location s3://like-tests/almost/
        $rows = Read-Table almost
        $rows.user_id | Should -Be $null, $null
        $rows.plain | Should -Be 2, 2
        $told.Count | Should -Be 1
        (Invoke-LakeQuery 'SELECT count(user_id) AS n FROM likes.almost' -WarningVariable warned -WarningAction SilentlyContinue).n | Should -Be 0
        $warned.Count | Should -Be 1
    }

    It 'is no matter of rows that are read by S3 URI' {
        (Import-LakeData s3://like-tests/almost/ -Column user_id:int).user_id | Should -Be 1, 1
    }
}
