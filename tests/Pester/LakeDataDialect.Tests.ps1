BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket dialect-tests
    $null = New-GlueDatabase dialects -LocationUri s3://dialect-tests/
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://dialect-tests/$Key"
    }
    function Read-Like($Name, $Text, $Extension = 'csv') {
        Send-Text $Text "$Name/a.$Extension"
        $script:table = New-GlueTable dialects $Name -Like "s3://dialect-tests/$Name/" -Location "s3://dialect-tests/$Name/" -ErrorAction Stop
        Import-LakeData -DatabaseName dialects -TableName $Name -ErrorAction Stop
    }
}

AfterAll { Disconnect-Lake }

Describe 'New-GlueTable -Like of delimited text' {
    It 'takes OpenCSV where quotes are needed' {
        $rows = Read-Like quoted "id,name,amt`n1,""a,b"",1.5`n2,""x"",2.5`n"
        $table.SerdeLibrary | Should -BeLike '*OpenCSVSerde'
        $table.QuoteCharacter | Should -Be '"'
        $rows.name | Should -Be 'a,b', 'x'
        $rows.amt | Should -Be 1.5, 2.5
    }

    It 'takes LazySimple where none are' {
        $rows = Read-Like plain "id,name`n1,a`n2,`n"
        $table.SerdeLibrary | Should -BeLike '*LazySimpleSerDe'
        $rows.name | Should -Be a, $null
    }

    It 'finds a header with an empty name, and one behind sep=;' {
        $rows = Read-Like trailing "id,n,`n1,a,`n2,b,`n"
        $rows.Count | Should -Be 2
        $rows[0].psobject.Properties.Name | Should -Be id, n, col3
        $rows = Read-Like excel "sep=;`r`nid;n`r`n1;a`r`n"
        $rows.id | Should -Be 1
        $rows.n | Should -Be a
        $table.Delimiter | Should -Be ';'
    }

    It 'finds single quotes' {
        $text = "id,name`n1,'Smith, J'`n2,'O''Brien'`n"
        $rows = Read-Like single $text
        $table.QuoteCharacter | Should -Be "'"
        $rows.name | Should -Be 'Smith, J', "O'Brien"
        (Import-LakeData s3://dialect-tests/single/a.csv).name | Should -Be 'Smith, J', "O'Brien"
        Send-Text "id,name`n1,'x'`n2,y`n" odd.csv
        (Import-LakeData s3://dialect-tests/odd.csv).name | Should -Be "'x'", 'y'
        (Import-LakeData s3://dialect-tests/odd.csv -QuoteCharacter "'").name | Should -Be 'x', 'y'
        (Import-LakeData s3://dialect-tests/single/a.csv -QuoteCharacter '"' -ErrorAction SilentlyContinue).name | Should -Be "'O''Brien'"
    }

    It 'finds the delimiter by address as well' {
        $rows = Read-Like semicolons "id;name`n1;a,b`n2;c`n"
        $rows.name | Should -Be 'a,b', 'c'
        (Import-LakeData s3://dialect-tests/semicolons/a.csv).name | Should -Be 'a,b', 'c'
    }

    It 'warns where the table takes for null what by address is text' {
        Send-Text "id,n`n1,5`n2,\N`n" nulls/a.csv
        $null = New-GlueTable dialects nulls -Like s3://dialect-tests/nulls/ -Location s3://dialect-tests/nulls/ -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
        (Import-LakeData -DatabaseName dialects -TableName nulls).n | Should -Be 5, $null
        (Import-LakeData s3://dialect-tests/nulls/a.csv).n | Should -Be '5', '\N'
    }

    It 'says where no SerDe reads it' {
        { Read-Like breaks "id,n`n1,""a`nb""`n" } | Should -Throw -ErrorId 'LakeTools.DialectNotReadable,*'
        (Import-LakeData s3://dialect-tests/breaks/a.csv).n | Should -Be "a`nb"
        { Get-GlueTable dialects breaks -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
    }
}

Describe 'The header by address' {
    It 'is judged as -Like does: <text>' -ForEach @(
        @{ text = "1,a`n2,b`n"; names = 'col1', 'col2'; count = 2 }
        @{ text = "id,n,`n1,a,`n"; names = 'id', 'n', 'col3'; count = 1 }
        @{ text = "a,a`n1,2`n"; names = 'a', 'a_2'; count = 1 }
        @{ text = "land,2019`nAT,1.5`n"; names = 'land', '2019'; count = 1 }
        @{ text = "sep=;`nid;n`n1;2`n"; names = 'id', 'n'; count = 1 }
        @{ text = "$([char]0xFEFF)id,n`n1,2`n"; names = 'id', 'n'; count = 1 }
    ) {
        Send-Text $text header.csv
        $rows = @(Import-LakeData s3://dialect-tests/header.csv)
        $rows.Count | Should -Be $count
        $rows[0].psobject.Properties.Name | Should -Be $names
    }

    It 'is what -NoHeader says' {
        Send-Text "1,a`n2,b`n" header.csv
        @(Import-LakeData s3://dialect-tests/header.csv -NoHeader:$false)[0].psobject.Properties.Name | Should -Be 1, a
        Send-Text "id,n`n1,2`n" header.csv
        @(Import-LakeData s3://dialect-tests/header.csv -NoHeader).col1 | Should -Be id, 1
    }
}

Describe 'OpenCSV' {
    # Athena user guide, Open CSV SerDe: dates are days, timestamps milliseconds since 1970.
    It 'has dates as days and timestamps as milliseconds' {
        Send-Text """1"",""18262"",""1579059880000""`n""2"",,`n""3"",""-1"",""-1""`n" epoch/a.csv
        $null = New-GlueTable dialects epoch -Column id:int, d:date, t:timestamp -Format Csv -QuoteCharacter '"' -Location s3://dialect-tests/epoch/
        $rows = @(Import-LakeData -DatabaseName dialects -TableName epoch -ErrorAction Stop)
        $rows[1].d, $rows[1].t | Should -Be $null, $null
        $rows[0].d | Should -Be ([datetime] '2020-01-01')
        $rows[0].t | Should -Be ([datetime] '2020-01-15 03:44:40')
        $rows[-1].d | Should -Be ([datetime] '1969-12-31')
        $rows[-1].t | Should -Be ([datetime] '1969-12-31 23:59:59.999')
    }

    It 'writes them so' {
        $null = New-GlueTable dialects written -Column id:int, d:date, t:timestamp -Format Csv -QuoteCharacter '"' -Location s3://dialect-tests/written/
        [pscustomobject]@{ id = 1; d = [datetime] '2020-01-01'; t = [datetime] '2020-01-15 03:44:40' } | Export-LakeData -DatabaseName dialects -TableName written
        Get-LakeObject s3://dialect-tests/written/ | Receive-LakeObject -Destination (Join-Path $TestDrive written)
        [System.IO.File]::ReadAllText((Join-Path $TestDrive written)) | Should -Be "1,18262,1579059880000`n"
        { [pscustomobject]@{ id = 1; d = [datetime] '2020-01-01'; t = [datetime]::new(637000000000000001) } | Export-LakeData -DatabaseName dialects -TableName written } |
            Should -Throw -ErrorId 'LakeTools.TimeNotWritable,*'
    }

    It 'has no dates as text' {
        Send-Text """1"",""2020-01-01"",""1""`n" text/a.csv
        $null = New-GlueTable dialects text -Column id:int, d:date, t:timestamp -Format Csv -QuoteCharacter '"' -Location s3://dialect-tests/text/
        Import-LakeData -DatabaseName dialects -TableName text -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].TargetObject.Column | Should -Be d
    }
}

Describe 'JSON of other writers' {
    It 'is read pretty-printed and without line breaks by address, and by table it is said why not' {
        Send-Text "{`n  ""id"": 1,`n  ""tags"": [`n    {""k"": 1},`n    {""k"": 2}`n  ]`n}`n" pretty/a.json
        $row = Import-LakeData s3://dialect-tests/pretty/a.json
        $row.id | Should -Be 1
        $row.tags.k | Should -Be 1, 2
        Send-Text '{"id":1}{"id":2}{"id":3}' firehose/a.json
        (Import-LakeData s3://dialect-tests/firehose/a.json).id | Should -Be 1, 2, 3
        foreach ($name in 'pretty', 'firehose') {
            { New-GlueTable dialects $name -Like "s3://dialect-tests/$name/" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DialectNotReadable,*'
            $null = New-GlueTable dialects $name -Column id:int -Format Json -Location "s3://dialect-tests/$name/"
            $rows = @(Import-LakeData -DatabaseName dialects -TableName $name -ErrorAction SilentlyContinue -ErrorVariable failed)
            $failed.Count | Should -Be 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
            $rows.Count | Should -Be ([int]($name -eq 'firehose'))
        }
    }

    It 'has whole numbers that are doubles' {
        $rows = Read-Like doubles "{""price"":10.0}`n{""price"":2e1}`n" json
        $table.Column.Type | Should -Be double
        $rows.price | Should -Be 10, 20
    }

    It 'keeps names that are equal, but for case or not' {
        Send-Text '{"a":1,"A":2,"a":3}' case/a.json
        $row = Import-LakeData s3://dialect-tests/case/a.json
        $row.psobject.Properties.Name | Should -BeExactly a, A_2, a_3
        $row.psobject.Properties.Value | Should -Be 1, 2, 3
        Import-LakeData s3://dialect-tests/case/a.json -Raw | Export-LakeData s3://dialect-tests/case/b.csv
        (Import-LakeData s3://dialect-tests/case/b.csv).psobject.Properties.Value | Should -Be 1, 2, 3
    }
}

Describe 'Hidden files by address' {
    BeforeAll {
        Send-Text "v`nseen`n" hidden/a.csv
        Send-Text "v`nhalf`n" hidden/_temporary/0/a.csv
        Send-Text "v`nsum`n" hidden/.a.csv
    }

    It 'are left out of a folder and of wildcards, with a warning' {
        foreach ($address in 's3://dialect-tests/hidden/', 's3://dialect-tests/hidden/*.csv') {
            (Import-LakeData $address -WarningVariable warned -WarningAction SilentlyContinue).v | Should -Be seen
            $warned.Count | Should -Be 1
        }
    }

    It 'are read where they are named' {
        (Import-LakeData s3://dialect-tests/hidden/.a.csv).v | Should -Be sum
        (Import-LakeData s3://dialect-tests/hidden/_temporary/).v | Should -Be half
        (Import-LakeData s3://dialect-tests/hidden/.a*).v | Should -Be sum
        (Get-LakeObject s3://dialect-tests/hidden/.a.csv | Import-LakeData).v | Should -Be sum
    }
}
