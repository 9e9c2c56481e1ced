Describe 'ConvertTo-Json and ConvertFrom-Json' {
    It 'writes <name> as <json>' -ForEach @(
        @{ name = 'null'; value = $null; json = 'null' }, @{ name = 'text'; value = "a`"b"; json = '"a\"b"' }, @{ name = 'a number'; value = 1.5; json = '1.5' }
        @{ name = 'a flag'; value = $true; json = 'true' }, @{ name = 'a list'; value = @(1, 'a'); json = '[1,"a"]' }, @{ name = 'an enum'; value = [DayOfWeek]::Monday; json = '1' }
        @{ name = 'a table'; value = [ordered]@{ a = 1; b = @{ c = 2 } }; json = '{"a":1,"b":{"c":2}}' }
    ) { ConvertTo-Json -InputObject $value -Compress | Should -BeExactly $json }

    It 'makes one list of what comes by the pipe' { 1, 2 | ConvertTo-Json -Compress | Should -Be '[1,2]' }
    It 'writes what is deeper as text' { @{ a = @{ b = @{ c = 1 } } } | ConvertTo-Json -Depth 1 -Compress -WarningAction SilentlyContinue | Should -BeLike '{"a":{"b":"System.Collections.Hashtable"}}' }
    It 'reads objects and lists' {
        $read = '{"a":[1,{"b":null}],"c":"x"}' | ConvertFrom-Json
        $read.a[0] | Should -Be 1
        $read.a[1].b | Should -BeNullOrEmpty
        $read.c | Should -Be 'x'
    }
    It 'reads a hashtable when told to' { ('{"a":1}' | ConvertFrom-Json -AsHashtable)['a'] | Should -Be 1 }
    It 'refuses what is no JSON' { { '{' | ConvertFrom-Json -ErrorAction Stop } | Should -Throw }
}

Describe 'CSV' {
    It 'writes and reads a file' {
        $path = Join-Path $TestDrive a.csv
        [pscustomobject]@{ a = 'x,y'; b = 'say "hi"' }, [pscustomobject]@{ a = "two`nlines"; b = $null } | Export-Csv $path
        $read = Import-Csv $path
        $read[0].a | Should -Be 'x,y'
        $read[0].b | Should -Be 'say "hi"'
        $read[1].a | Should -Be "two`nlines"
        $read[1].b | Should -BeNullOrEmpty
    }
    It 'quotes everything, or as needed' {
        [pscustomobject]@{ a = 1; b = 'x y' } | ConvertTo-Csv | Should -Be '"a","b"', '"1","x y"'
        [pscustomobject]@{ a = 1; b = 'x,y' } | ConvertTo-Csv -UseQuotes AsNeeded | Should -Be 'a,b', '1,"x,y"'
    }
    It 'takes another delimiter and header' { ('1;2' | ConvertFrom-Csv -Delimiter ';' -Header x, y).y | Should -Be 2 }
    It 'appends without a second header' {
        $path = Join-Path $TestDrive b.csv
        [pscustomobject]@{ a = 1 } | Export-Csv $path
        [pscustomobject]@{ a = 2 } | Export-Csv $path -Append
        (Import-Csv $path).a | Should -Be 1, 2
    }
}

Describe 'Clixml' {
    It 'keeps types and secrets'' shape' {
        $path = Join-Path $TestDrive a.xml
        @{ when = [datetime]'2026-01-02'; list = 1, 2 } | Export-Clixml $path
        $read = Import-Clixml $path
        $read.when | Should -BeOfType ([datetime])
        $read.list | Should -Be 1, 2
    }
}

Describe 'Select-String, Out-String and dates' {
    It 'finds lines' { ('one', 'two', 'three' | Select-String '^t').Line | Should -Be 'two', 'three' }
    It 'answers quietly' { 'one' | Select-String one -Quiet | Should -BeTrue }
    It 'renders objects as text' { [pscustomobject]@{ Name = 'x' } | Out-String | Should -Match 'Name\s+-+\s+x' }
    It 'formats a date' { Get-Date ([datetime]'2026-11-24T10:00:00') -Format 'yyyy-MM-dd' | Should -Be '2026-11-24' }
    It 'makes a span' { (New-TimeSpan -Hours 1 -Minutes 30).TotalMinutes | Should -Be 90 }
}

Describe 'Secure strings' {
    It 'keeps the text' {
        $secure = ConvertTo-SecureString 'secret' -AsPlainText -Force
        $secure | Should -BeOfType ([securestring])
        "$secure" | Should -Not -Match 'secret'
        ConvertFrom-SecureString $secure -AsPlainText | Should -Be 'secret'
    }
}
