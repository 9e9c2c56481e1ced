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

Describe 'A value that its type cannot represent' {
    It 'ends the export: <value> as <type>' -ForEach @(
        @{ type = 'double'; value = '9007199254740993' }
        @{ type = 'double'; value = 9007199254740993 }
        @{ type = 'double'; value = 9007199254740993d }
        @{ type = 'double'; value = [bigint]::Parse('9007199254740993') }
        @{ type = 'double'; value = 0.12345678901234567890d }
        @{ type = 'double'; value = '1e400' }
        @{ type = 'double'; value = '1e-400' }
        @{ type = 'float'; value = 1e300 }
        @{ type = 'float'; value = 16777217 }
        @{ type = 'float'; value = '0.123456789012' }
        @{ type = 'int'; value = 1.5 }
        @{ type = 'bigint'; value = [ulong]::MaxValue }
        @{ type = 'smallint'; value = 32768 }
        @{ type = 'decimal(5,2)'; value = '12345678901234567890123456789012' }
        @{ type = 'decimal(5,2)'; value = '1.00000000000000000000000000000001' }
        @{ type = 'decimal(5,2)'; value = 99.995d }
        @{ type = 'decimal(5,2)'; value = 1e-30 }
        @{ type = 'decimal(38,10)'; value = '0.123456789012345678901234567890' }
        @{ type = 'decimal(38,10)'; value = '0.00000000000000000000000000000123' }
        @{ type = 'decimal(38,20)'; value = [bigint]::Parse('1234567890123456789') }
        @{ type = 'timestamp'; value = '2024-05-06 10:20:30.12345678' }
        @{ type = 'timestamp'; value = '2024-05-06T10:20:30.123456789Z' }
        @{ type = 'date'; value = [datetimeoffset] '2024-05-06T00:00:00+09:00' }
        @{ type = 'date'; value = [datetime] '2024-05-06 10:00' }
        @{ type = 'array<decimal(5,2)>'; value = @(1d, 1.239d) }
        @{ type = 'array<int>'; value = @(1, '') }
        @{ type = 'struct<x:double>'; value = @{ x = 9007199254740993 } }
        @{ type = 'struct<x:array<float>>'; value = @{ x = @(1e300) } }
        @{ type = 'map<string,decimal(38,10)>'; value = @{ a = '0.123456789012345678901234567890' } }
        @{ type = 'map<double,string>'; value = @{ '9007199254740993' = 'a' } }
        @{ type = 'array<timestamp>'; value = @('2024-05-06 10:20:30.123456789') }
        @{ type = 'array<date>'; value = @([datetimeoffset] '2024-05-06T00:00:00+09:00') }
        @{ type = 'struct<x:int>'; value = '{ "x": 1, "X": 2 }' | ConvertFrom-Json -AsHashtable }
    ) {
        $name = New-Table "v:$type" -Format Parquet
        { @{ v = $value } | Export-LakeData -DatabaseName exact_tests -TableName $name } | Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        Get-LakeObject "s3://exact-tests/tables/$name/" -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'is none if only its form differs: <value> as <type>' -ForEach @(
        @{ type = 'double'; value = '0.30000000000000004'; read = 0.30000000000000004 }
        @{ type = 'double'; value = '0.10000000000000001'; read = 0.1 } # as C writes a double, with 17 digits
        @{ type = 'double'; value = 1.10d; read = 1.1 }
        @{ type = 'double'; value = [long]::MinValue; read = -9223372036854775808.0 }
        @{ type = 'double'; value = '000.00'; read = 0.0 }
        @{ type = 'double'; value = '4.9406564584124654E-324'; read = 4.9406564584124654E-324 }
        @{ type = 'double'; value = [double]::PositiveInfinity; read = [double]::PositiveInfinity }
        @{ type = 'float'; value = 0.1; read = [float] 0.1 }
        @{ type = 'float'; value = [double] [float] 0.1; read = [float] 0.1 }
        @{ type = 'float'; value = 16777216; read = [float] 16777216 }
        @{ type = 'float'; value = [double]::NaN; read = [float]::NaN }
        @{ type = 'int'; value = '007'; read = 7 }
        @{ type = 'decimal(5,2)'; value = '1.50000000000000000000000000000000'; read = 1.5d }
        @{ type = 'decimal(5,2)'; value = 1.1; read = 1.1d }
        @{ type = 'decimal(5,2)'; value = '0123.45'; read = 123.45d }
        @{ type = 'decimal(38,0)'; value = 1e22; read = 10000000000000000000000d }
        @{ type = 'decimal(38,35)'; value = '1.23e-33'; read = '0.00000000000000000000000000000000123' }
        @{ type = 'timestamp'; value = '2024-05-06 10:20:30.123456700'; read = ([datetime] '2024-05-06T10:20:30').AddTicks(1234567) }
        @{ type = 'date'; value = [datetimeoffset] '2024-05-06T09:00:00+09:00'; read = [datetime] '2024-05-06' }
        @{ type = 'string'; value = [timeonly] '10:20:33.0000001'; read = '10:20:33.0000001' }
        @{ type = 'string'; value = [bigint]::Pow(10, 60) + 1; read = '1' + '0' * 59 + '1' }
    ) {
        $name = New-Table "v:$type" -Format Parquet
        @{ v = $value } | Export-LakeData -DatabaseName exact_tests -TableName $name
        $found = (Import-LakeData -DatabaseName exact_tests -TableName $name).v
        $found | Should -BeOfType $read.GetType()
        if ("$read" -eq 'NaN') { "$found" | Should -Be NaN } else { $found | Should -BeExactly $read }
    }
}

Describe 'Text without types, as Parquet' {
    It 'ends the export if a later value does not fit the first 1,000: <last> after <first>' -ForEach @(
        @{ first = '7'; last = '0007' }
        @{ first = '7'; last = '+7' }
        @{ first = '1.5'; last = '0012.5' }
        @{ first = '1.5'; last = '0.12345678901234567890' }
        @{ first = '1.5'; last = 'NaN' }
        @{ first = '2024-05-06 10:00'; last = '2024-05-06 10:00:00.123456789' }
    ) {
        $uri = Send-Text late.csv ("v`n" + "$first`n" * 1000 + "$last`n")
        { Import-LakeData $uri -NoHeader:$false | Export-LakeData s3://exact-tests/late.parquet } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        { Import-LakeData $uri -NoHeader:$false -Raw | Export-LakeData s3://exact-tests/late.parquet } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        { Import-LakeData $uri -NoHeader:$false | Export-LakeData -DatabaseName exact_tests -TableName late -CreateTable } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        Get-GlueTable exact_tests late* | Should -BeNullOrEmpty
    }

    It 'is text where its times are too precise' {
        $uri = Send-Text fine.csv "t`n2024-05-06 10:20:30.123456789`n2024-05-06 10:20:30`n"
        Import-LakeData $uri -NoHeader:$false | Export-LakeData s3://exact-tests/fine.parquet
        (Import-LakeData s3://exact-tests/fine.parquet).t | Should -BeExactly '2024-05-06 10:20:30.123456789', '2024-05-06 10:20:30'
    }
}

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

Describe 'JSON numbers with an exponent' {
    It 'are exact: <text>' -ForEach @(
        @{ text = '1.5e3'; value = 1500.0 }
        @{ text = '0e0'; value = 0.0 }
        @{ text = '1.2345678901234567891e5'; value = 123456.78901234567891d }
        @{ text = '1.234567890123456789012345678901e2'; value = '1.234567890123456789012345678901e2' }
        @{ text = '1e400'; value = '1e400' }
        @{ text = '1.5e-330'; value = '1.5e-330' }
    ) {
        $uri = Send-Text exponent.json "{`"v`":$text}"
        $read = (Import-LakeData $uri).v
        $read | Should -BeOfType $value.GetType()
        $read | Should -BeExactly $value
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

    It 'are truncated with a warning in text of Parquet' {
        @{ t = '2024-05-06 10:20:30.123456789' } | Export-LakeData s3://exact-tests/fine-text.parquet
        $row = Import-LakeData s3://exact-tests/fine-text.parquet -Column t:timestamp -WarningVariable warned -WarningAction SilentlyContinue
        $row.t.Ticks % 10000000 | Should -Be 1234567
        @($warned).Count | Should -Be 1
    }
}

Describe 'Parquet of another type than the table' {
    It 'is a bad row if the type of the table cannot represent the value: <value> as <type>' -ForEach @(
        @{ value = 9007199254740993; type = 'double' }
        @{ value = 16777217; type = 'float' }
        @{ value = 1e300; type = 'float' }
    ) {
        $value, 1 | ForEach-Object { @{ v = $_ } } | Export-LakeData s3://exact-tests/wide.parquet
        $rows = Import-LakeData s3://exact-tests/wide.parquet -Column "v:$type" -ErrorVariable bad -ErrorAction SilentlyContinue
        $rows.v | Should -Be 1
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
    }
}

Describe 'JSON with equal names inside a value' {
    It 'is a bad row, because one of the values would be lost: <json>' -ForEach @(
        @{ json = '{"a":1,"A":2}'; type = 'struct<a:int>' }
        @{ json = '{"a":1,"a":2}'; type = 'map<string,int>' }
        @{ json = '{"1":1,"01":2}'; type = 'map<int,int>' }
    ) {
        $uri = Send-Text twice.json "{`"v`":$json}`n{`"v`":{}}`n"
        $rows = @(Import-LakeData $uri -Column "v:$type" -ErrorVariable bad -ErrorAction SilentlyContinue)
        $rows.Count | Should -Be 1
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
        $bad[0].TargetObject.Line | Should -Be 1
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

Describe 'A text that is longer than its column' {
    It 'ends the export: <type>' -ForEach @(
        @{ type = 'varchar(3)'; good = 'abc'; bad = 'abcd' }
        @{ type = 'char(3)'; good = 'abc'; bad = 'abcd' }
        @{ type = 'varchar(2)'; good = "$([char]::ConvertFromUtf32(0x1F600))x"; bad = "$([char]::ConvertFromUtf32(0x1F600))xy" }
        @{ type = 'array<varchar(3)>'; good = @(, 'abc'); bad = @('abc', 'abcd') }
    ) {
        foreach ($format in @('Json', 'Parquet') + @(if ($type -notlike 'array*') { 'Csv' })) {
            $table = New-Table "v:$type" $format
            [pscustomobject]@{ v = $good } | Export-LakeData -DatabaseName exact_tests -TableName $table -ErrorAction Stop
            $fault = { [pscustomobject]@{ v = $bad } | Export-LakeData -DatabaseName exact_tests -TableName $table -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*' -PassThru
            $fault.TargetObject.v | Should -Be $bad
            @(Import-LakeData -DatabaseName exact_tests -TableName $table).Count | Should -Be 1
        }
    }

    It 'ends the export of batches and of partition keys' {
        $uri = Send-Text long.csv "v`nabcd`n"
        $table = New-Table 'v:varchar(3)'
        { Import-LakeData $uri -NoHeader:$false -Raw | Export-LakeData -DatabaseName exact_tests -TableName $table -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
        $table = New-Table 'v:int' -PartitionKey 'k:varchar(3)'
        { [pscustomobject]@{ v = 1; k = 'abcd' } | Export-LakeData -DatabaseName exact_tests -TableName $table -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ValueNotOfType,*'
    }
}

Describe 'The sign of zero' {
    It 'is kept in JSON' {
        $uri = Send-Text zero.json '{"a":-0,"b":0,"c":-0.0,"d":[-0]}'
        $row = Import-LakeData $uri
        $row.a, $row.c, $row.d[0] | ForEach-Object { $_ | Should -BeOfType ([double]); [double]::IsNegative($_) | Should -BeTrue }
        $row.b | Should -BeOfType ([long])
        Import-LakeData $uri | Export-LakeData s3://exact-tests/zero2.json
        Get-Text s3://exact-tests/zero2.json | Should -Be "{""a"":-0,""b"":0,""c"":-0,""d"":[-0]}`n"
    }
}

Describe 'A folder whose value is more precise than the type of its key' {
    It 'is not read as another value' {
        $uri = Send-Text precise.json '{"v":1}'
        Copy-LakeObject $uri s3://exact-tests/precise/k=1.239/a.json
        { Import-LakeData s3://exact-tests/precise/ -Column v, 'k:decimal(10,2)' -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PartitionValueInvalid,*'
        (Import-LakeData s3://exact-tests/precise/ -Column v, 'k:decimal(10,3)').k | Should -Be 1.239
    }
}
