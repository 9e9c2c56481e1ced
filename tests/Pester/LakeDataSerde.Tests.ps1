BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket serde-tests
    $null = New-GlueDatabase serdes -LocationUri s3://serde-tests/
    function New-Table($Name, $Text, $Column, $Options = @{}) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://serde-tests/$Name/a"
        $null = New-GlueTable serdes $Name -Column $Column -Location "s3://serde-tests/$Name/" @Options
    }
    function Read-Table($Name) { Import-LakeData -DatabaseName serdes -TableName $Name -ErrorAction Stop }
}

AfterAll { Disconnect-Lake }

# Athena user guide, 'OpenX JSON SerDe': mapping, ignore.malformed.json. Trino, OpenXJsonDeserializer: mappings hold for structs too, and a
# line that is not valid JSON is a row of nulls.
Describe 'Properties of the SerDe for JSON' {
    It 'map columns to properties, in reading, queries and exports' {
        New-Table mapped "{""ts"":1,""time"":2,""o"":{""ts"":3}}`n" time:int, o:'struct<time:int>', again:int @{
            Format = 'Json'; SerdeParameter = @{ 'mapping.time' = 'ts'; 'mapping.again' = 'TS' }
        }
        $row = Read-Table mapped
        $row.time, $row.o.time, $row.again | Should -Be 1, 3, 1
        (Invoke-LakeQuery 'SELECT time FROM serdes.mapped').time | Should -Be 1
        $null = New-GlueTable serdes written -Column time:int -Format Json -SerdeParameter @{ 'mapping.time' = 'ts' } -Location s3://serde-tests/written/
        [pscustomobject]@{ time = 5 } | Export-LakeData -DatabaseName serdes -TableName written
        (Get-LakeObject s3://serde-tests/written/ | Import-LakeData -Format Json).ts | Should -Be 5
        { [pscustomobject]@{ time = 5; o = @{ time = 1 }; again = 5 } | Export-LakeData -DatabaseName serdes -TableName mapped -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
    }

    It 'make rows of nulls of lines that are not valid JSON' {
        New-Table malformed "{""a"":1}`n{""a"":1,}`n{""a"":2}`nno object`n{""a"":""x""}`n" a:int @{ Format = 'Json'; SerdeParameter = @{ 'ignore.malformed.json' = 'TRUE' } }
        $rows = @(Import-LakeData -DatabaseName serdes -TableName malformed -ErrorAction SilentlyContinue -ErrorVariable bad)
        $rows.a | Should -Be 1, $null, 2, $null
        $bad.TargetObject.Line | Should -Be 5
    }
}

Describe 'Properties that are not carried out' {
    It 'are errors before anything is read or written: <format> <key>' -ForEach @(
        @{ format = 'Json'; key = 'dots.in.keys'; value = 'true' }
        @{ format = 'Json'; key = 'case.insensitive'; value = 'false' }
        @{ format = 'Json'; key = 'timestamp.formats'; value = 'yyyy-MM-dd' }
        @{ format = 'Json'; key = 'serialization.encoding'; value = 'windows-1252' }
        @{ format = 'Json'; key = 'skip.header.line.count'; value = '1' }
        @{ format = 'Csv'; key = 'timestamp.formats'; value = 'yyyy-MM-dd' }
        @{ format = 'Csv'; key = 'skip.footer.line.count'; value = '1' }
        @{ format = 'Csv'; key = 'serialization.last.column.takes.rest'; value = 'true' }
        @{ format = 'Csv'; key = 'line.delim'; value = ';' }
        @{ format = 'Parquet'; key = 'parquet.column.index.access'; value = 'true' }
    ) {
        $name = "no_$format$key".Replace('.', '_').ToLowerInvariant()
        $given = if ($key -like 'skip.*') { @{ Parameter = @{ $key = $value } } } else { @{ SerdeParameter = @{ $key = $value } } }
        New-Table $name "1`n" a:int (@{ Format = $format } + $given)
        { Read-Table $name } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
        { [pscustomobject]@{ a = 1 } | Export-LakeData -DatabaseName serdes -TableName $name -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
        { Invoke-LakeQuery "SELECT * FROM serdes.$name" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.QueryFailed,*'
        @(Get-LakeObject "s3://serde-tests/$name/").Count | Should -Be 1
    }

    It 'are no errors with the value that is carried out anyway: <format> <key>' -ForEach @(
        @{ format = 'Json'; key = 'dots.in.keys'; value = 'FALSE' }
        @{ format = 'Json'; key = 'case.insensitive'; value = 'TRUE' }
        @{ format = 'Json'; key = 'serialization.encoding'; value = 'UTF8' }
        @{ format = 'Csv'; key = 'skip.footer.line.count'; value = '0' }
        @{ format = 'Csv'; key = 'line.delim'; value = "`n" }
    ) {
        $name = "yes_$format$key".Replace('.', '_').ToLowerInvariant()
        $given = if ($key -like 'skip.*') { @{ Parameter = @{ $key = $value } } } else { @{ SerdeParameter = @{ $key = $value } } }
        New-Table $name $(if ($format -eq 'Json') { '{"a":1}' } else { "1`n" }) a:int (@{ Format = $format } + $given)
        (Read-Table $name).a | Should -Be 1
    }
}
