BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket folder-tests
    $null = New-GlueDatabase folders -LocationUri s3://folder-tests/
    function Send-Text($Text, $Key) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://folder-tests/$Key"
    }
    function Read-Folder($Name, [string[]] $Text) {
        for ($i = 0; $i -lt $Text.Count; $i++) { Send-Text $Text[$i] "$Name/part-$i.csv" }
        @(Import-LakeData "s3://folder-tests/$Name/" -ErrorAction Stop -WarningVariable warned -WarningAction SilentlyContinue)
        $script:warned = $warned
    }
    function Get-Value($Row) { $Row.foreach({ $_.psobject.Properties.Value -join ' ' }) }
}

AfterAll { Disconnect-Lake }

Describe 'The header of the files of a folder' {
    It 'is decided by all of them: <name>' -ForEach @(
        @{ name = 'short'; text = "Anna,Berlin`nBert,Bonn`nAnna,Bonn`n", "Carl,Cairo`n"; values = 'Anna Berlin', 'Bert Bonn', 'Anna Bonn', 'Carl Cairo' }
        @{ name = 'shortfirst'; text = "Carl,Cairo`n", "Anna,Berlin`nBert,Bonn`nAnna,Bonn`n"; values = 'Carl Cairo', 'Anna Berlin', 'Bert Bonn', 'Anna Bonn' }
        @{ name = 'numbers'; text = "Anna,x`nBert,y`n", "Carl,1`nDora,2`n"; values = 'Anna x', 'Bert y', 'Carl 1', 'Dora 2' }
        @{ name = 'named'; text = "name,city`nAnna,Berlin`n", "Name, City`n", "name,city`nBert,Bonn`n"; values = 'Anna Berlin', 'Bert Bonn' }
        @{ name = 'typed'; text = "name,age`n", "name,age`nAnna,1`nBert,2`n"; values = 'Anna 1', 'Bert 2' }
    ) {
        $rows = Read-Folder $name $text
        Get-Value $rows | Should -Be $values
        $warned | Should -BeNullOrEmpty
    }

    It 'is that of each file where the files have other widths' {
        $rows = Read-Folder widths "name,city`nAnna,Berlin`n", "1,2,3`n4,5,6`n"
        $rows.Count | Should -Be 3
        $rows[0].name | Should -Be Anna
    }

    It 'is warned of where a file has one line only' {
        Read-Folder only "name,city`n" | Should -BeNullOrEmpty
        $warned.Count | Should -Be 1
        Get-Value (Read-Folder onlyfirst "Carl,Cairo`n", "name,age`nAnna,1`n") | Should -Be 'Anna 1'
        $warned.Count | Should -Be 1
        Import-LakeData s3://folder-tests/only/ -NoHeader:$false -WarningVariable known | Should -BeNullOrEmpty
        $known | Should -BeNullOrEmpty
    }

    It 'is warned of where the first lines of texts differ' {
        Read-Folder differ "Anna,Berlin`nBert,Bonn`n", "Carl,Cairo`nDora,Dakar`n" | Should -HaveCount 2
        $warned.Count | Should -Be 1
        @(Import-LakeData s3://folder-tests/differ/ -NoHeader -WarningVariable known).Count | Should -Be 4
        $known | Should -BeNullOrEmpty
    }

    It 'is inferred for -Like so' {
        Send-Text "Carl,Cairo`n" like/a.csv
        Send-Text "Anna,Berlin`nBert,Bonn`nAnna,Bonn`n" like/b.csv
        $table = New-GlueTable folders like -Like s3://folder-tests/like/ -Location s3://folder-tests/like/
        $table.Header | Should -BeFalse
        @(Import-LakeData -DatabaseName folders -TableName like).Count | Should -Be 4
        $null = New-GlueTable folders alone -Like s3://folder-tests/only/ -Location s3://folder-tests/only/ -WarningVariable told -WarningAction SilentlyContinue
        $told.Count | Should -Be 1
    }
}

Describe 'Names of columns' {
    It 'may be <name>' -ForEach @(
        @{ name = 'with @'; header = '@id', 'e@mail' }
        @{ name = 'long'; header = ('How satisfied are you with the service of our branch in your town? ' * 2).Trim(), 'b' }
        @{ name = 'with line breaks'; header = "Total`n(EUR)", 'b' }
        @{ name = 'with quotes'; header = '5" disk', 'b' }
    ) {
        $line = $header.foreach({ '"' + $_.Replace('"', '""') + '"' }) -join ','
        Send-Text "$line`nx,y`nz,w`n" names.csv
        $rows = @(Import-LakeData s3://folder-tests/names.csv)
        $rows.Count | Should -Be 2
        $rows[0].psobject.Properties.Name | Should -Be $header
    }

    It 'are inferred for -Like' {
        $long = 'How satisfied are you with the service of our branch in your town'
        Send-Text "@id,$long`nx,y`n" likenames/a.csv
        $table = New-GlueTable folders likenames -Like s3://folder-tests/likenames/ -Location s3://folder-tests/likenames/
        $table.Header | Should -BeTrue
        @(Import-LakeData -DatabaseName folders -TableName likenames).Count | Should -Be 1
    }

    It 'are not values: <text>' -ForEach @(
        @{ text = "anna@example.com,Berlin`nbert@example.com,Bonn`n" }
        @{ text = "a,$('long text ' * 10)`nb,$('other text ' * 10)`n" }
        @{ text = "a,""two`nlines""`nb,""three`nlines""`n" }
    ) {
        Send-Text $text values.csv
        @(Import-LakeData s3://folder-tests/values.csv).Count | Should -Be 2
    }
}

Describe 'Times of -Like' {
    It 'are timestamps in the form that Athena reads: <_>' -ForEach '2026-01-31 10:20:30', '2026-01-31 10:20:30.5', '2026-01-31 10:20:30.123456789' {
        Send-Text "id,t`n1,$_`n2,$_`n" times/a.csv
        (New-GlueTable folders times -Like s3://folder-tests/times/).Column[1].Type | Should -Be timestamp
        Remove-GlueTable folders times -Confirm:$false
    }

    It 'are strings in another form: <_>' -ForEach '2026-01-31T10:20:30', '2026-01-31T10:20:30Z', '2026-01-31 10:20:30Z', '2026-01-31 10:20:30+01:00', '2026-01-31 10:20', '2026-01-31' {
        Send-Text "id,t`n1,2026-01-30 10:20:30`n2,$_`n" times/a.csv
        (New-GlueTable folders times -Like s3://folder-tests/times/).Column[1].Type | Should -Be string
        Remove-GlueTable folders times -Confirm:$false
    }
}
