BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket text-tests
    $null = New-GlueDatabase texts -LocationUri s3://text-tests/
    function Send-Bytes([byte[]] $Bytes, $Key) {
        [System.IO.File]::WriteAllBytes((Join-Path $TestDrive bytes), $Bytes)
        Send-LakeObject (Join-Path $TestDrive bytes) "s3://text-tests/$Key"
    }
    function Send-Encoded($Text, $CodePage, $Key) {
        [System.Text.Encoding]::RegisterProvider([System.Text.CodePagesEncodingProvider]::Instance)
        Send-Bytes ([System.Text.Encoding]::GetEncoding($CodePage).GetBytes($Text)) $Key
    }
}

AfterAll { Disconnect-Lake }

Describe 'Text that is not UTF-8' {
    BeforeAll {
        Send-Encoded "id,name`n1,ok`n2,M$([char]0xFC)ller`n3,x`n" 1252 cp1252.csv
        Send-Encoded "{""name"":""ok""}`n{""name"":""M$([char]0xFC)ller""}`n{""name"":""x""}`n" 1252 cp1252.json
    }

    It 'is an error at its line and column, behind the rows before it' {
        $rows = Import-LakeData s3://text-tests/cp1252.csv -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.name | Should -Be ok
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.TextEncodingInvalid,*'
        $failed[0].TargetObject.Line | Should -Be 3
        $failed[0].TargetObject.Column | Should -Be name
        $failed[0].TargetObject.Path | Should -Be 's3://text-tests/cp1252.csv'
    }

    It 'is no name of a column' {
        Send-Encoded "id,Stra$([char]0xDF)e`n1,a`n" 1252 header.csv
        Import-LakeData s3://text-tests/header.csv -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].TargetObject.Line | Should -Be 1
        $failed[0].TargetObject.Column | Should -Be 2
        { New-GlueTable texts header -Like s3://text-tests/header.csv -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TextEncodingInvalid,*'
    }

    It 'is a bad row of JSON' {
        $rows = Import-LakeData s3://text-tests/cp1252.json -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.name | Should -Be ok, x
        $failed[0].TargetObject.Line | Should -Be 2
    }

    It 'is read with -Encoding: <name>' -ForEach @(
        @{ name = 'windows-1252'; page = 1252; text = "M$([char]0xFC)ller" }
        @{ name = '1252'; page = 1252; text = "M$([char]0xFC)ller" }
        @{ name = 'Shift-JIS'; page = 932; text = "$([char]0x65E5)$([char]0x672C)" }
        @{ name = 'SJIS'; page = 932; text = "$([char]0x65E5)$([char]0x8868)" }
        @{ name = 'UTF-16'; page = 1200; text = "$([char]0x65E5)" }
        @{ name = 'unicode'; page = 1200; text = 'x' }
        @{ name = 'utf8BOM'; page = 65001; text = "$([char]0x65E5)" }
    ) {
        Send-Encoded "id,$text`n1,$text`n" $page encoded.csv
        $row = Import-LakeData s3://text-tests/encoded.csv -Encoding $name
        $row.$text | Should -BeExactly $text
        Send-Encoded "{""$text"":""$text""}`n" $page encoded.json
        (Import-LakeData s3://text-tests/encoded.json -Encoding $name).$text | Should -BeExactly $text
        $like = { New-GlueTable texts "t$([guid]::NewGuid().ToString('N'))" -Like s3://text-tests/encoded.json -Encoding $name -ErrorAction Stop }
        if ($page -eq 65001) { (& $like).Column.Name | Should -Be $text }
        else { $like | Should -Throw -ErrorId 'LakeTools.DialectNotReadable,*' }
    }

    It 'is read by its byte order mark: <page>' -ForEach @{ page = 1200 }, @{ page = 1201 }, @{ page = 12000 }, @{ page = 65001 } {
        $encoding = [System.Text.Encoding]::GetEncoding($page)
        foreach ($part in @{ key = 'bom.csv'; text = "n`n$([char]0xE9)`n" }, @{ key = 'bom.json'; text = "{""n"":""$([char]0xE9)""}" }) {
            Send-Bytes ($encoding.GetPreamble() + $encoding.GetBytes($part.text)) $part.key
            (Import-LakeData "s3://text-tests/$($part.key)").n | Should -BeExactly "$([char]0xE9)"
        }
    }

    It 'is not read in an encoding that is none, or that it is not of' {
        { Import-LakeData s3://text-tests/cp1252.csv -Encoding klingon -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.EncodingUnknown,*'
        { Import-LakeData s3://text-tests/cp1252.csv -Encoding us-ascii -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TextEncodingInvalid,*'
        { Import-LakeData s3://text-tests/cp1252.json -Encoding us-ascii -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TextEncodingInvalid,*'
    }

    It 'of a table is what its SerDe says, read and written' {
        Send-Encoded "1,M$([char]0xFC)ller`n" 1252 sjis/a.csv
        $null = New-GlueTable texts serde -Column id:int, name:string -Location s3://text-tests/sjis/ -SerdeParameter @{ 'serialization.encoding' = 'windows-1252' }
        (Import-LakeData -DatabaseName texts -TableName serde).name | Should -BeExactly "M$([char]0xFC)ller"
        @{ id = 2; name = "$([char]0xE4)" } | Export-LakeData -DatabaseName texts -TableName serde -Mode Overwrite
        (Import-LakeData -DatabaseName texts -TableName serde).name | Should -BeExactly "$([char]0xE4)"
        $file = Get-LakeObject s3://text-tests/sjis/
        $file | Receive-LakeObject -Destination (Join-Path $TestDrive written)
        [System.IO.File]::ReadAllBytes((Join-Path $TestDrive written)) | Should -Be @([byte[]][char[]]"2,", 0xE4, 10 | ForEach-Object { $_ })
        { @{ id = 3; name = "$([char]0x65E5)" } | Export-LakeData -DatabaseName texts -TableName serde } | Should -Throw -ErrorId 'LakeTools.TextNotWritable,*'
    }
}

Describe 'New-GlueTable -Like of text in another encoding' {
    It 'makes a table that reads it: <name>' -ForEach @{ name = 'windows-1252'; page = 1252 }, @{ name = 'Shift-JIS'; page = 932 } {
        $text = if ($page -eq 932) { "$([char]0x65E5)" } else { "$([char]0xFC)" }
        Send-Encoded "id,name`n1,$text`n" $page "like$page/a.csv"
        $null = New-GlueTable texts "like$page" -Like "s3://text-tests/like$page/" -Encoding $name -Location "s3://text-tests/like$page/"
        (Import-LakeData -DatabaseName texts -TableName "like$page").name | Should -BeExactly $text
    }

    It 'says where no SerDe reads it' {
        Send-Encoded "id,name`n1,x`n" 1200 like1200/a.csv
        { New-GlueTable texts like1200 -Like s3://text-tests/like1200/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DialectNotReadable,*'
    }
}

Describe 'A text that is not Unicode' {
    It 'is not exported as another: <name>' -ForEach @{ name = 'x.csv' }, @{ name = 'x.json' }, @{ name = 'x.parquet' } {
        foreach ($row in @{ t = "a$([char]0xD800)" }, @{ t = @(@{ deep = "$([char]0xDC00)" }) }, @{ "c$([char]0xD800)" = 1 }) {
            { [pscustomobject]$row | Export-LakeData "s3://text-tests/$name" } | Should -Throw -ErrorId 'LakeTools.TextNotWritable,*'
        }
        [pscustomobject]@{ t = [char]::ConvertFromUtf32(0x1F600) } | Export-LakeData "s3://text-tests/$name"
        (Import-LakeData "s3://text-tests/$name").t | Should -BeExactly ([char]::ConvertFromUtf32(0x1F600))
    }
}

Describe 'A packed file that is cut' {
    BeforeAll {
        $count = 5000
        1..$count | ForEach-Object { [pscustomobject]@{ id = $_; n = "name of $_" } } | Export-LakeData s3://text-tests/whole.csv.gz
        1..$count | ForEach-Object { [pscustomobject]@{ id = $_; n = "name of $_" } } | Export-LakeData s3://text-tests/whole.json.zst
    }

    It 'is an error, and shows no cut cell: <key> without <cut> bytes' -ForEach @(
        foreach ($key in 'csv.gz', 'json.zst') { foreach ($cut in 1, 4, 8, 9, 100, 5000) { @{ key = $key; cut = $cut } } }
    ) {
        Receive-LakeObject "s3://text-tests/whole.$key" (Join-Path $TestDrive whole)
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $TestDrive whole))
        Send-Bytes $bytes[0..($bytes.Length - $cut - 1)] "cut.$key"
        $rows = @(Import-LakeData "s3://text-tests/cut.$key" -ErrorAction SilentlyContinue -ErrorVariable failed)
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.DataFileInvalid,*'
        @($rows | Where-Object { $_.n -ne "name of $($_.id)" }).Count | Should -Be 0
        if ($cut -lt 10) { $rows.Count | Should -BeGreaterThan 4000 }
    }

    It 'makes no table' {
        Receive-LakeObject s3://text-tests/whole.csv.gz (Join-Path $TestDrive whole)
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $TestDrive whole))
        Send-Bytes $bytes[0..200] cut.csv.gz
        { New-GlueTable texts cut -Like s3://text-tests/cut.csv.gz -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DataFileInvalid,*'
    }

    It 'may be of several members' {
        Receive-LakeObject s3://text-tests/whole.csv.gz (Join-Path $TestDrive whole)
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $TestDrive whole))
        Send-Bytes ($bytes + $bytes) two.csv.gz
        @(Import-LakeData s3://text-tests/two.csv.gz).Count | Should -Be 10001
    }
}
