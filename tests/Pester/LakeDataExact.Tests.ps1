BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    . "$PSScriptRoot/_samples/Pwsh.ps1"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket exact-tests
    $null = New-GlueDatabase exact_tests -LocationUri s3://exact-tests/tables/
    $script:number = 0

    function New-Table([string[]] $Column, $Format = 'Json', [string[]] $PartitionKey = @()) {
        $name = "t$(($script:number++))"
        $null = New-GlueTable exact_tests $name -Column $Column -PartitionKey $PartitionKey -Format $Format -Location "s3://exact-tests/tables/$name/"
        $name
    }

    function Send-Text($Name, $Text) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive $Name), $Text)
        Send-LakeObject (Join-Path $TestDrive $Name) s3://exact-tests/
        "s3://exact-tests/$Name"
    }

    function Get-Text($Uri) {
        $file = Join-Path $TestDrive "received$(($script:number++))"
        $null = Receive-LakeObject $Uri $file
        [System.IO.File]::ReadAllText($file)
    }
}

AfterAll { Disconnect-Lake }

Describe 'Long decimals' {
    It 'are read exactly, with more than 28 digits behind the point: <text>' -ForEach @(
        @{ text = '0.00000000000000000000000000000123'; exact = '0.00000000000000000000000000000123' }
        @{ text = '1.23e-30'; exact = '0.00000000000000000000000000000123' }
        @{ text = '-123.00000000000000000000000000000123456'; exact = '-123.00000000000000000000000000000123456' }
    ) {
        $uri = Send-Text long.csv "v`n$text`n"
        (Import-LakeData $uri -NoHeader:$false -Column 'v:decimal(38,35)').v | Should -BeExactly $exact
        $json = Send-Text long.json "{`"v`":$text}"
        (Import-LakeData $json -Column 'v:decimal(38,35)').v | Should -BeExactly $exact
    }

    It 'stay the same through all formats' {
        $texts = '0.00000000000000000000000000000123456', '-123.00000000000000000000000000000123456', '1.5'
        $name = New-Table 'v:decimal(38,35)' -Format Parquet
        $texts | ForEach-Object { @{ v = $_ } } | Export-LakeData -DatabaseName exact_tests -TableName $name
        $uri = "s3://exact-tests/tables/$name/"
        Import-LakeData $uri | Export-LakeData s3://exact-tests/copy.parquet
        foreach ($format in 'parquet', 'csv', 'json') {
            Import-LakeData s3://exact-tests/copy.parquet | Export-LakeData "s3://exact-tests/again.$format"
            $read = Import-LakeData "s3://exact-tests/again.$format" -Column 'v:decimal(38,35)'
            $read.v[0..1] | Should -BeExactly $texts[0..1] -Because $format
            $read.v[2] | Should -Be 1.5 -Because $format
        }
    }

    It 'that are too large are bad rows' {
        $uri = Send-Text large.csv "v`n12345678901234567890123456789012`n1`n"
        $rows = Import-LakeData $uri -NoHeader:$false -Column 'v:decimal(5,2)' -ErrorVariable bad -ErrorAction SilentlyContinue
        $rows.v | Should -Be 1
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
        $bad[0].TargetObject.Line | Should -Be 2
    }
}

Describe 'Instants' {
    BeforeAll {
        $offset = [datetimeoffset] '2024-05-06T00:00:00+09:00'
    }

    It 'at a midnight that is not one in UTC are timestamps in UTC, in <_>' -ForEach parquet, csv, json {
        $uri = "s3://exact-tests/instant.$_"
        [pscustomobject]@{ n = 1; d = $offset; a = @($offset) } | Export-LakeData $uri
        (Import-LakeData $uri -Column d:timestamp).d | Should -Be ([datetime] '2024-05-05T15:00:00')
    }

    It 'of kind Local at midnight are moved to UTC as all others, in <_>' -ForEach csv, json {
        # In another process, because .NET reads the time zone once.
        $script = {
            Import-Module $args[0]
            Connect-Lake -Local $args[1]
            $day = [datetime]::new(2024, 5, 6, 0, 0, 0, [DateTimeKind]::Local)
            $rows = $day, $day.AddHours(9), $day.AddHours(1) | ForEach-Object { [pscustomobject]@{ n = 1; d = $_; o = @{ d = $_ } } }
            $rows | Export-LakeData "s3://exact-tests/local.$($args[2])"
            $rows | Export-LakeData "s3://exact-tests/local-$($args[2])/" -Format $args[2] -PartitionBy d
        }
        $pwsh = Get-Pwsh
        $env:TZ = 'Asia/Tokyo'
        try {
            $arguments = "$PSScriptRoot/../../out/LakeTools", (Join-Path $TestDrive lake), $_
            & $pwsh[0] @($pwsh | Select-Object -Skip 1) -NoProfile -Command $script -args $arguments
        }
        finally { $env:TZ = $null }
        $uri = "s3://exact-tests/local.$_"
        $expected = '2024-05-05 15:00:00', '2024-05-06', '2024-05-05 16:00:00'
        (Import-LakeData $uri).d | Should -BeExactly $expected
        ([regex] '2024[-0-9: ]+').Matches((Get-Text $uri)).Value | Should -BeExactly ($expected | ForEach-Object { $_, $_ })
        (Import-LakeData "s3://exact-tests/local-$_/").d | Sort-Object | Should -BeExactly ($expected | Sort-Object)
    }
}

Describe 'Times of day' {
    It 'keep their seconds, in <_>' -ForEach parquet, csv, json {
        $uri = "s3://exact-tests/time.$_"
        [pscustomobject]@{ n = 1; t = [timeonly] '10:20:33' } | Export-LakeData $uri
        (Import-LakeData $uri).t | Should -BeExactly '10:20:33'
    }
}

Describe 'Times that are more precise than 100 nanoseconds' {
    It 'are truncated with one warning for each column' {
        $csv = Send-Text fine.csv ("t,u,v`n" + "2024-05-06 10:20:30.123456789,2024-05-06 10:20:30.123456700,2024-05-06 10:20:30.00000001Z`n" * 3)
        $rows = Import-LakeData $csv -NoHeader:$false -Column t:timestamp, u:timestamp, v:timestamp -WarningVariable warned -WarningAction SilentlyContinue
        $rows[2].t.Ticks % 10000000 | Should -Be 1234567
        @($warned).Count | Should -Be 2
        $json = Send-Text fine.json ('{"t":["2024-05-06 10:20:30.123456789"],"u":"2024-05-06 10:20:30.123456700","m":{"2024-05-06 10:20:30.123456789":1}}' + "`n")
        $row = Import-LakeData $json -Column 't:array<timestamp>', u:timestamp, 'm:map<timestamp,int>' -WarningVariable warned -WarningAction SilentlyContinue
        $row.t[0].Ticks % 10000000 | Should -Be 1234567
        @($warned).Count | Should -Be 2
    }
}

Describe 'A decimal type that is none' {
    It 'is rejected before any call: <_>' -ForEach 'decimal(10,2', 'decimal128', 'decimals(9,2)', 'decimal(10,x)', 'decimal(50,2)', 'decimal(5,7)', 'decimal()', 'numeric(50,2)' {
        $uri = Send-Text one.csv "v`n12.34`n"
        { Import-LakeData $uri -NoHeader:$false -Column "v:$_" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,*'
        { New-GlueTable exact_tests wrong -Column "v:$_" -Location s3://exact-tests/wrong/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,*'
    }

    It 'is one with blanks and without arguments: <_>' -ForEach 'decimal (10, 2)', ' Decimal(10,2) ', 'numeric(10,2)' {
        $uri = Send-Text one.csv "v`n12.34`n"
        (Import-LakeData $uri -NoHeader:$false -Column "v:$_").v | Should -Be 12.34
    }
}
