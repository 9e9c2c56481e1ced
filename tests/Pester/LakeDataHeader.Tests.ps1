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
