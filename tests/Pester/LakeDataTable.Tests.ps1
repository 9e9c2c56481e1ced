BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $lake = Join-Path $TestDrive lake
    Connect-Lake -Local $lake
    $null = New-LakeBucket table-tests
    $null = New-GlueDatabase tables -LocationUri s3://table-tests/ -TableDefaultPermission None
    function New-Table($Name, $Text, $Column, $Options = @{}) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://table-tests/$Name/a.csv"
        $null = New-GlueTable tables $Name -Column $Column -Location "s3://table-tests/$Name/" @Options
    }
    function Read-Table($Name) {
        Import-LakeData -DatabaseName tables -TableName $Name -ErrorAction Stop | ForEach-Object { $_.psobject.Properties.ForEach{ "$($_.Name)=$($_.Value)" } -join ' ' }
    }
}

AfterAll { Disconnect-Lake }

# Athena user guide, skip.header.line.count: the lines are skipped. Delimited files are read by the order of the table's columns.
Describe 'The columns of a table of delimited text' {
    AfterEach {
        Connect-Lake -Local $lake
        Get-LakeLocation | Unregister-LakeLocation -Force
    }

    It 'are in the order of the table, whatever the header says, also in a registered location' {
        New-Table order "b,a`n1,2`n" a:int, b:int @{ Header = $true }
        Read-Table order | Should -Be 'a=1 b=2'
        Register-LakeLocation s3://table-tests/order/ -UseServiceLinkedRole
        Read-Table order | Should -Be 'a=1 b=2'
    }

    It 'are the first fields of a file that has more' {
        New-Table wider "b,a,c`n1,2,3`n" a:int, b:int @{ Header = $true }
        Read-Table wider | Should -Be 'a=1 b=2'
        New-Table headless "1,2,3`n" a:int, b:int
        Read-Table headless | Should -Be 'a=1 b=2'
    }

    It 'keep their places where others are hidden' {
        New-Table hidden "1,secret,2`n" a:string, b:string, c:string
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName tables -TableName hidden -ColumnName a, c
        Connect-Lake -Local $lake -As role/analyst
        Read-Table hidden | Should -Be 'a=1 c=2'
        Connect-Lake -Local $lake
        Register-LakeLocation s3://table-tests/hidden/ -UseServiceLinkedRole
        Connect-Lake -Local $lake -As role/analyst
        Read-Table hidden | Should -Be 'a=1 c=2'
    }
}

# Hive's LazyStruct and OpenCSVSerde: missing fields are null, and further ones are ignored.
Describe 'Lines of a table with other numbers of fields' {
    It 'have nulls for what they lack, and no more than the columns: <name>' -ForEach @(
        @{ name = 'ragged'; options = @{} }
        @{ name = 'ragged_quoted'; options = @{ QuoteCharacter = '"' } }
        @{ name = 'ragged_header'; options = @{ Header = $true } }
    ) {
        $header = if ($options.Header) { "b,a`n" } else { '' }
        New-Table $name "${header}1,x,2.5`n2`n3,y,3.5,more`n4,z`n5,w,5.5`n" id:int, name:string, n:double $options
        Read-Table $name | Should -Be 'id=1 name=x n=2.5', 'id=2 name= n=', 'id=3 name=y n=3.5', 'id=4 name=z n=', 'id=5 name=w n=5.5'
    }

    It 'are found in a query' {
        New-Table counted "1,x`n2`n3,y,more`n" id:int, name:string
        (Invoke-LakeQuery 'SELECT count(*) AS n FROM tables.counted').n | Should -Be 3
    }

    It 'are errors where columns are hidden: their values could be at the place of another column' {
        New-Table shifted "1,secret,2`n1,2,secret,3`n1,2`n" a:string, b:string, c:string
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName tables -TableName shifted -ColumnName a, c
        Register-LakeLocation s3://table-tests/shifted/ -UseServiceLinkedRole
        Connect-Lake -Local $lake -As role/analyst
        try {
            (Import-LakeData -DatabaseName tables -TableName shifted -ErrorAction SilentlyContinue -ErrorVariable bad).c | Should -Be 2
            $bad.FullyQualifiedErrorId | Should -Be (, 'LakeTools.BadRow,LakeTools.Cmdlets.Data.ImportLakeDataCommand' * 2)
        } finally {
            Connect-Lake -Local $lake
            Unregister-LakeLocation s3://table-tests/shifted/ -Force
        }
    }

    It 'are errors where rows are filtered' {
        New-Table filtered "DE,1`nUS,DE,2`n" country:string, id:string
        $null = New-LakeDataFilter tables filtered de -RowFilter "country = 'DE'"
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName tables -TableName filtered -FilterName de
        Register-LakeLocation s3://table-tests/filtered/ -UseServiceLinkedRole
        Connect-Lake -Local $lake -As role/analyst
        try {
            (Import-LakeData -DatabaseName tables -TableName filtered -ErrorAction SilentlyContinue -ErrorVariable bad).id | Should -Be 1
            $bad.FullyQualifiedErrorId | Should -BeLike 'LakeTools.RowsNotJudged,*'
        } finally {
            Connect-Lake -Local $lake
            Unregister-LakeLocation s3://table-tests/filtered/ -Force
        }
    }

    It 'are errors by address' {
        New-Table address "id,name`n1,x`n2`n3,y,more`n" id:int, name:string
        (Import-LakeData s3://table-tests/address/a.csv -ErrorAction SilentlyContinue -ErrorVariable bad).id | Should -Be 1
        $bad.TargetObject.Line | Should -Be 3, 4
    }

    It 'end a query only if they are no values, and no row is skipped then' {
        New-Table wrong "1`nx`n" id:int
        $query = Start-LakeQuery 'SELECT * FROM tables.wrong'
        { $query | Receive-LakeQuery -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.QueryFailed,*'
        (Get-LakeQuery $query.Id).ErrorMessage | Should -Match '^HIVE_BAD_DATA: s3://table-tests/wrong/a.csv, line 2, column id: (?!.*skipped)'
    }
}

Describe 'Escapes of a table' {
    BeforeAll {
        function Read-Text($Name) {
            Get-LakeObject "s3://table-tests/$Name/" | Receive-LakeObject -Destination (Join-Path $TestDrive "$Name.text")
            [System.IO.File]::ReadAllText((Join-Path $TestDrive "$Name.text"))
        }
        $escape = @{ SerdeParameter = @{ 'field.delim' = ','; 'escape.delim' = '\' } }
        $crlf = @{ SerdeParameter = $escape.SerdeParameter + @{ 'serialization.escape.crlf' = 'true' } }
    }

    # Hive's LazyUtils reads them always, and writes them with serialization.escape.crlf.
    It 'are line breaks in LazySimpleSerDe, which writes them only if it is said' {
        New-Table breaks "a\nb,c\r\n\,\\`n" a:string, b:string $escape
        (Import-LakeData -DatabaseName tables -TableName breaks).psobject.Properties.Value | Should -BeExactly "a`nb", "c`r`n,\"
        $null = New-GlueTable tables breaks_written -Column a:string -Location s3://table-tests/breaks_written/ @crlf
        [pscustomobject]@{ a = "x`r`ny" } | Export-LakeData -DatabaseName tables -TableName breaks_written
        Read-Text breaks_written | Should -BeExactly "x\r\ny`n"
        (Import-LakeData -DatabaseName tables -TableName breaks_written).a | Should -BeExactly "x`r`ny"
        $null = New-GlueTable tables breaks_refused -Column a:string -Location s3://table-tests/breaks_refused/ @escape
        { [pscustomobject]@{ a = "x`ny" } | Export-LakeData -DatabaseName tables -TableName breaks_refused } | Should -Throw -ErrorId 'LakeTools.CellNotWritable,*'
        Get-LakeObject s3://table-tests/breaks_refused/ | Should -BeNullOrEmpty
    }

    It 'are left out of OpenCSVSerde' {
        New-Table dropped "1,C:\temp`n2,""C:\temp""`n" id:int, path:string @{ QuoteCharacter = '"' }
        (Import-LakeData -DatabaseName tables -TableName dropped).path | Should -Be 'C:temp', 'C:temp'
    }
}

# Athena user guide, 'Open CSV SerDe for processing CSV': no embedded line breaks, and no empty fields in numeric columns.
Describe 'Exports to OpenCSVSerde' {
    It 'are errors for what Athena does not read: <name>' -ForEach @(
        @{ name = 'open_break'; row = @{ id = 1; day = [datetime] '2024-01-01'; t = "a`nb" } }
        @{ name = 'open_int'; row = @{ id = $null; day = [datetime] '2024-01-01'; t = 'a' } }
        @{ name = 'open_date'; row = @{ id = 1; day = $null; t = 'a' } }
    ) {
        $null = New-GlueTable tables $name -Column id:int, day:date, t:string -QuoteCharacter '"' -Location "s3://table-tests/$name/"
        { [pscustomobject]$row | Export-LakeData -DatabaseName tables -TableName $name } | Should -Throw -ErrorId 'LakeTools.CellNotWritable,*'
        Get-LakeObject "s3://table-tests/$name/" | Should -BeNullOrEmpty
        [pscustomobject]@{ id = 1; day = [datetime] '2024-01-01'; t = $null } | Export-LakeData -DatabaseName tables -TableName $name
        (Import-LakeData -DatabaseName tables -TableName $name).id | Should -Be 1
    }
}

# Athena reads items by collection.delim and mapkey.delim of LazySimpleSerDe, and JSON as text.
Describe 'Nested types in delimited text' {
    It 'are text in a table that -CreateTable makes' {
        [pscustomobject]@{ id = 1; items = 1, 2; more = @{ a = 1 } } | Export-LakeData -DatabaseName tables -TableName created -CreateTable
        (Get-GlueTable tables created).Column.Type | Should -Be int, string, string
        $row = Import-LakeData -DatabaseName tables -TableName created
        $row.items, $row.more | Should -Be '[1,2]', '{"a":1}'
        (Invoke-LakeQuery 'SELECT items FROM tables.created').items | Should -Be '[1,2]'
    }

    It 'are errors in others, unless the column is not read' {
        New-Table nested "1,a$([char]2)b`n" id:int, 'items:array<string>' @{ Delimiter = ',' }
        { Import-LakeData -DatabaseName tables -TableName nested -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
        (Import-LakeData -DatabaseName tables -TableName nested -ColumnName id).id | Should -Be 1
        { Invoke-LakeQuery 'SELECT items FROM tables.nested' -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.QueryFailed,*'
        (Invoke-LakeQuery 'SELECT id FROM tables.nested').id | Should -Be 1
        { [pscustomobject]@{ id = 2; items = 'x', 'y' } | Export-LakeData -DatabaseName tables -TableName nested -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.FormatNotSupported,*'
        @(Get-LakeObject s3://table-tests/nested/).Count | Should -Be 1
    }
}

Describe 'Texts that come back' {
    It 'keep single quotes by address' {
        [pscustomobject]@{ a = "'x'"; b = "it's" }, [pscustomobject]@{ a = "'y'"; b = 'z' } | Export-LakeData s3://table-tests/quotes.csv
        $rows = Import-LakeData s3://table-tests/quotes.csv
        $rows.a | Should -Be "'x'", "'y'"
        $rows.b | Should -Be "it's", 'z'
    }
}

Describe 'JSON that is no row' {
    It 'is an array of a table' {
        New-Table array "[{""a"":1},`n{""a"":2}]`n" a:int @{ Format = 'Json' }
        Import-LakeData -DatabaseName tables -TableName array -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty
        $bad.FullyQualifiedErrorId | Should -Be 'LakeTools.BadRow,LakeTools.Cmdlets.Data.ImportLakeDataCommand'
        (Import-LakeData s3://table-tests/array/a.csv -Format Json).a | Should -Be 1, 2
        { New-GlueTable tables array_like -Like s3://table-tests/array/ -Format Json -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DialectNotReadable,*'
    }

    It 'has its reason: <reason>' -ForEach @(
        @{ reason = 'surrogate'; text = '{"a":"\ud800"}' }
        @{ reason = '64 levels'; text = '{"a":' + '[' * 64 + ']' * 64 + '}' }
        @{ reason = 'not valid JSON'; text = '{"a":[}' }
    ) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), "$text`n{""a"":""b""}`n")
        Send-LakeObject (Join-Path $TestDrive text) s3://table-tests/reason.json
        (Import-LakeData s3://table-tests/reason.json -ErrorAction SilentlyContinue -ErrorVariable bad).a | Should -Be b
        $bad[0].TargetObject.Reason | Should -Match $reason
    }
}
