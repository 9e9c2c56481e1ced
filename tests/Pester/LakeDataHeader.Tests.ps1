BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket header-tests
    $null = New-GlueDatabase headers -LocationUri s3://header-tests/
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://header-tests/$Key"
    }
}

AfterAll { Disconnect-Lake }

Describe 'A header that cannot be read' {
    It 'is one error for the file: <text>' -ForEach @(
        @{ text = "`"a`"x,b`n1,2`n3,4`n" }
        @{ text = "`"a`" ,b`n1,2`n3,4`n" }
        @{ text = "a,`"b`"x`n1,2`n3,4`n" }
        @{ text = "name;`"size`" (mm);note`nfoo;1;x`nbar;2;y`n" }
        @{ text = "`"never closed,b`n1,2`n" }
    ) {
        Send-Text $text bad.csv
        foreach ($options in @{}, @{ NoHeader = $false }) {
            Import-LakeData s3://header-tests/bad.csv @options -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed.Count | Should -Be 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.DataFileInvalid,*'
        }
        { New-GlueTable headers bad -Like s3://header-tests/bad.csv -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DataFileInvalid,*'
    }

    It 'is a bad row with -NoHeader' {
        Send-Text "`"a`"x,b`n1,2`n3,4`n" row.csv
        $rows = Import-LakeData s3://header-tests/row.csv -NoHeader -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.col2 | Should -Be 2, 4
        $failed.FullyQualifiedErrorId | Should -BeLike 'LakeTools.BadRow,*'
        $failed.TargetObject.Line | Should -Be 1
    }

    It 'does not matter for a table' {
        $null = New-GlueTable headers named -Column a:int, b:int -Format Csv -QuoteCharacter '"' -Parameter @{ 'skip.header.line.count' = '1' } -Location s3://header-tests/named/
        Send-Text "`"a`"x,b`n1,2`n3,4`n" named/a.csv
        (Import-LakeData -DatabaseName headers -TableName named -ErrorAction Stop).b | Should -Be 2, 4
    }

    It 'is not found in a file that a wrong delimiter would break' {
        Send-Text "`"l`nf`",`"`"`"q`"`"`"`na|b|c,|`n`"nl`nx`",xxx`n" good.csv
        $rows = Import-LakeData s3://header-tests/good.csv -NoHeader:$false -ErrorAction Stop
        $rows.'"q"' | Should -Be '|', xxx
    }
}

Describe 'Names of columns' {
    It 'come back: <name>' -ForEach @(@{ name = 'sep=;' }, @{ name = ' lead' }, @{ name = 'trail ' }, @{ name = 'a|b' }, @{ name = 'a;b' }) {
        [pscustomobject]@{ $name = 'x' }, [pscustomobject]@{ $name = 'y' } | Export-LakeData s3://header-tests/names.csv
        $rows = Import-LakeData s3://header-tests/names.csv -NoHeader:$false -ErrorAction Stop
        $rows.Count | Should -Be 2
        $rows[0].psobject.Properties.Name | Should -Be $name
        $rows[1].$name | Should -Be y
    }

    It 'are read without blanks where they have no quotes' {
        Send-Text "a, b`n1,2`n" blanks.csv
        (Import-LakeData s3://header-tests/blanks.csv).psobject.Properties.Name | Should -Be a, b
    }
}

Describe 'A null in a CSV file of one column' {
    It 'is an error, because an empty line is not read' {
        { [pscustomobject]@{ a = 'x' }, [pscustomobject]@{ a = $null } | Export-LakeData s3://header-tests/one.csv } |
            Should -Throw -ErrorId 'LakeTools.CellNotWritable,*'
        [pscustomobject]@{ a = 'x' }, [pscustomobject]@{ a = '' } | Export-LakeData s3://header-tests/one.csv
        (Import-LakeData s3://header-tests/one.csv -NoHeader:$false).a | Should -Be x, ''
        [pscustomobject]@{ a = $null; b = 1 }, [pscustomobject]@{ a = ''; b = $null } | Export-LakeData s3://header-tests/two.csv
        (Import-LakeData s3://header-tests/two.csv -NoHeader:$false)[0].a | Should -BeNullOrEmpty
    }
}

Describe 'Objects in values' {
    BeforeAll {
        class Part { [int] $x = 1; [string] $name = 'n' }
        class Whole { [object] $self }
        function Get-Written($Value) {
            $null = [pscustomobject]@{ v = $Value } | Export-LakeData s3://header-tests/object.json -Mode Overwrite
            $null = Receive-LakeObject s3://header-tests/object.json (Join-Path $TestDrive object.json)
            [System.IO.File]::ReadAllText((Join-Path $TestDrive object.json)).Trim()
        }
    }

    It 'are their properties, where they have no text' {
        $table = [System.Data.DataTable]::new('t')
        $null = $table.Columns.Add('a')
        $null = $table.Rows.Add('1')
        Get-Written ([Part]::new()) | Should -Be '{"v":{"x":1,"name":"n"}}'
        Get-Written @([Part]::new(), 2) | Should -Be '{"v":[{"x":1,"name":"n"},2]}'
        Get-Written $table.Rows[0] | Should -Be '{"v":{"a":"1"}}'
        Get-Written $table.DefaultView[0] | Should -Be '{"v":{"a":"1"}}'
        Get-Written ([object] $table) | Should -Be '{"v":[{"a":"1"}]}'
        Get-Written ([xml] '<a><b>1</b></a>') | Should -Be '{"v":"<a><b>1</b></a>"}'
        Get-Written ([version] '1.2') | Should -Be '{"v":"1.2"}'
        [pscustomobject]@{ id = 1; v = [Part]::new() } | Export-LakeData s3://header-tests/object.csv
        (Import-LakeData s3://header-tests/object.csv).v | Should -Be '{"x":1,"name":"n"}'
        [pscustomobject]@{ id = 1; v = [Part]::new() } | Export-LakeData s3://header-tests/object.parquet
        (Import-LakeData s3://header-tests/object.parquet).v.name | Should -Be n
    }

    It 'are errors if they are secrets or contain themselves' {
        $secret = ConvertTo-SecureString abc -AsPlainText -Force
        $loop = [Whole]::new()
        $loop.self = @{ a = @($loop) }
        foreach ($value in $secret, [pscredential]::new('u', $secret), $loop) {
            { [pscustomobject]@{ v = $value } | Export-LakeData s3://header-tests/secret.json } | Should -Throw -ErrorId 'LakeTools.CellNotWritable,*'
        }
    }
}
