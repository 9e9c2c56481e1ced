# States what the standard cmdlets do; runs under pwsh with the real ones, and under the host with its stand-ins.
Describe 'Select-Object' {
    BeforeAll { $items = 1..5 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = "n$_"; Odd = [bool]($_ % 2) } } }

    It 'takes the first and the last' { ($items | Select-Object -First 2 -Last 1).Id | Should -Be 1, 2, 5 }
    It 'skips' { ($items | Select-Object -Skip 3).Id | Should -Be 4, 5 }
    It 'takes by index' { ($items | Select-Object -Index 0, 4).Id | Should -Be 1, 5 }
    It 'keeps the properties that are named' { ($items[0] | Select-Object Id, Name).PSObject.Properties.Name | Should -Be 'Id', 'Name' }
    It 'takes wildcards and leaves out' { ($items[0] | Select-Object * -ExcludeProperty Odd).PSObject.Properties.Name | Should -Be 'Id', 'Name' }
    It 'calculates' { ($items[1] | Select-Object @{ Name = 'Twice'; Expression = { $_.Id * 2 } }).Twice | Should -Be 4 }
    It 'expands' { $items | Select-Object -ExpandProperty Name -First 2 | Should -Be 'n1', 'n2' }
    It 'reports a property that cannot be expanded' { { $items[0] | Select-Object -ExpandProperty Nope -ErrorAction Stop } | Should -Throw -ErrorId 'ExpandPropertyNotFound,*SelectObjectCommand' }
    It 'drops what repeats' { 1, 1, 2 | Select-Object -Unique | Should -Be 1, 2 }
    It 'stops what comes before it' {
        $seen = [System.Collections.Generic.List[int]]::new()
        $null = 1..100 | ForEach-Object { $seen.Add($_); $_ } | Select-Object -First 3
        $seen.Count | Should -Be 3
    }
}

Describe 'Sort-Object' {
    It 'sorts numbers as numbers' { 10, 9, 100 | Sort-Object | Should -Be 9, 10, 100 }
    It 'sorts text without case' { 'b', 'A', 'c' | Sort-Object | Should -Be 'A', 'b', 'c' }
    It 'sorts by properties, one of them down' {
        $sorted = @{ a = 1; b = 1 }, @{ a = 2; b = 3 }, @{ a = 1; b = 2 } | ForEach-Object { [pscustomobject]$_ } | Sort-Object a, @{ Expression = 'b'; Descending = $true }
        $sorted.b | Should -Be 2, 1, 3
    }
    It 'drops what repeats' { 3, 1, 3 | Sort-Object -Unique | Should -Be 1, 3 }
    It 'takes the top' { 5, 3, 4 | Sort-Object -Top 2 | Should -Be 3, 4 }
}

Describe 'Group-Object and Measure-Object' {
    BeforeAll { $words = 'a', 'bb', 'cc', 'd' }
    It 'groups by a script block' { ($words | Group-Object { $_.Length } | Where-Object Name -eq 2).Group | Should -Be 'bb', 'cc' }
    It 'groups as a hashtable' { ($words | Group-Object Length -AsHashTable)[1] | Should -Be 'a', 'd' }
    It 'counts' { ($words | Measure-Object).Count | Should -Be 4 }
    It 'sums and averages' {
        $measured = 1..4 | Measure-Object -Sum -Average -Minimum -Maximum
        $measured.Sum, $measured.Average, $measured.Minimum, $measured.Maximum | Should -Be 10, 2.5, 1, 4
    }
    It 'measures a property' { ($words | Measure-Object Length -Sum).Sum | Should -Be 6 }
}

Describe 'Compare-Object' {
    It 'shows on which side a thing is' {
        $found = Compare-Object 1, 2, 3 2, 3, 4
        ($found | Where-Object SideIndicator -eq '<=').InputObject | Should -Be 1
        ($found | Where-Object SideIndicator -eq '=>').InputObject | Should -Be 4
    }
    It 'gives nothing for equals' { Compare-Object 1, 2 2, 1 | Should -BeNullOrEmpty }
}

Describe 'New-Object and Add-Member' {
    It 'makes an object with arguments' { (New-Object System.Text.StringBuilder 'abc').ToString() | Should -Be 'abc' }
    It 'sets properties' { (New-Object psobject -Property @{ a = 1 }).a | Should -Be 1 }
    It 'reports a type that is not there' { { New-Object No.Such.Type } | Should -Throw -ErrorId 'TypeNotFound,*NewObjectCommand' }
    It 'adds notes and methods' {
        $item = [pscustomobject]@{ a = 1 } | Add-Member b 2 -PassThru
        $item | Add-Member -MemberType ScriptMethod -Name Sum -Value { $this.a + $this.b }
        $item.Sum() | Should -Be 3
    }
    It 'refuses a member that is there' { { [pscustomobject]@{ a = 1 } | Add-Member a 2 -ErrorAction Stop } | Should -Throw -ErrorId 'MemberAlreadyExists,*AddMemberCommand' }
    It 'names the members' { ([pscustomobject]@{ a = 1 } | Get-Member -MemberType NoteProperty).Name | Should -Be 'a' }
}
