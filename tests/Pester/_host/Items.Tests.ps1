Describe 'Get-, Set-, Add- and Clear-Content' {
    BeforeEach { $file = Join-Path $TestDrive "$([guid]::NewGuid()).txt" }

    It 'writes lines and reads them' {
        Set-Content $file 'a', 'b'
        Add-Content $file 'c'
        Get-Content $file | Should -BeExactly @('a', 'b', 'c')
        [IO.File]::ReadAllText($file) | Should -BeExactly ('a', 'b', 'c', '' -join [Environment]::NewLine)
    }

    It 'reads <what>' -ForEach @(
        @{ what = 'the first lines'; arguments = @{ TotalCount = 2 }; expected = '1', '2' }
        @{ what = 'the last lines'; arguments = @{ Tail = 2 }; expected = '4', '5' }
    ) {
        Set-Content $file (1..5)
        Get-Content $file @arguments | Should -BeExactly $expected
    }

    It 'reads and writes whole texts and bytes' {
        Set-Content $file "a`nb" -NoNewline
        Get-Content $file -Raw | Should -BeExactly "a`nb"
        Set-Content $file ([byte[]](1, 255)) -AsByteStream
        Get-Content $file -AsByteStream -Raw | Should -Be @(1, 255)
    }

    It 'writes UTF-8 without a mark' {
        Set-Content $file 'é' -NoNewline
        [IO.File]::ReadAllBytes($file) | Should -Be @(0xC3, 0xA9)
    }

    It 'empties a file' {
        Set-Content $file x
        Clear-Content $file
        (Get-Item $file).Length | Should -Be 0
    }

    It 'says what is not there' {
        { Get-Content $file -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand'
    }
}

Describe 'Test-, Join-, Split-, Resolve- and Convert-Path' {
    BeforeAll {
        New-Item -ItemType Directory (Join-Path $TestDrive paths) | Out-Null
        Set-Content (Join-Path $TestDrive paths a.txt) x
        Set-Content (Join-Path $TestDrive paths b.txt) x
    }

    It 'tells files and folders apart' {
        Test-Path (Join-Path $TestDrive paths) -PathType Container | Should -BeTrue
        Test-Path (Join-Path $TestDrive paths) -PathType Leaf | Should -BeFalse
        Test-Path (Join-Path $TestDrive paths *.txt) | Should -BeTrue
        Test-Path -LiteralPath (Join-Path $TestDrive paths *.txt) | Should -BeFalse
        Test-Path variable:NoSuchVariable | Should -BeFalse
    }

    It 'joins' {
        Join-Path a b c | Should -Be ('a', 'b', 'c' -join [IO.Path]::DirectorySeparatorChar)
        'x', 'y' | Join-Path -ChildPath z | Should -Be @((Join-Path x z), (Join-Path y z))
    }

    It 'splits off <part>' -ForEach @(
        @{ part = 'Parent'; expected = 'a' }
        @{ part = 'Leaf'; expected = 'b.tar.gz' }
        @{ part = 'LeafBase'; expected = 'b.tar' }
        @{ part = 'Extension'; expected = '.gz' }
        @{ part = 'IsAbsolute'; expected = $false }
    ) {
        $switch = @{ $part = $true }
        Split-Path a/b.tar.gz @switch | Should -Be $expected
    }

    It 'resolves patterns' {
        (Resolve-Path (Join-Path $TestDrive paths *.txt)).Count | Should -Be 2
        Convert-Path (Join-Path $TestDrive paths a*) | Should -Be (Join-Path $TestDrive paths a.txt)
        { Resolve-Path (Join-Path $TestDrive none) -ErrorAction Stop } |
            Should -Throw -ErrorId 'PathNotFound,Microsoft.PowerShell.Commands.ResolvePathCommand'
    }
}

Describe 'New-, Get-, Copy-, Move-, Rename- and Remove-Item' {
    BeforeEach { $root = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName }

    It 'makes files with a value, and folders with their parents' {
        (New-Item (Join-Path $root f.txt) -Value text).Name | Should -Be 'f.txt'
        Get-Content (Join-Path $root f.txt) | Should -Be 'text'
        New-Item -ItemType Directory (Join-Path $root x y z) | Should -BeOfType ([IO.DirectoryInfo])
    }

    It 'does not write over a file, unless forced' {
        $file = Join-Path $root f.txt
        New-Item $file | Out-Null
        { New-Item $file -ErrorAction Stop } | Should -Throw -ErrorId 'NewItemIOError,Microsoft.PowerShell.Commands.NewItemCommand'
        New-Item $file -Value new -Force | Out-Null
        Get-Content $file | Should -Be 'new'
    }

    It 'lists <what>' -ForEach @(
        @{ what = 'all'; arguments = @{}; expected = 'd', 'a.txt', 'b.log' }
        @{ what = 'files'; arguments = @{ File = $true }; expected = 'a.txt', 'b.log' }
        @{ what = 'folders'; arguments = @{ Directory = $true }; expected = @('d') }
        @{ what = 'all below'; arguments = @{ Recurse = $true; File = $true }; expected = 'a.txt', 'b.log', 'c.txt' }
        @{ what = 'by filter'; arguments = @{ Filter = '*.txt'; Recurse = $true }; expected = 'a.txt', 'c.txt' }
        @{ what = 'by pattern'; arguments = @{ Include = '*.log'; Recurse = $true }; expected = @('b.log') }
        @{ what = 'names'; arguments = @{ Name = $true; File = $true }; expected = 'a.txt', 'b.log' }
    ) {
        New-Item -ItemType Directory (Join-Path $root d) | Out-Null
        foreach ($name in 'a.txt', 'b.log', 'd/c.txt') { Set-Content (Join-Path $root $name) x }
        $found = @(Get-ChildItem $root @arguments | ForEach-Object { Split-Path $_ -Leaf })
        $found | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'copies, moves and renames' {
        Set-Content (Join-Path $root a) x
        Copy-Item (Join-Path $root a) (Join-Path $root b)
        Move-Item (Join-Path $root b) (Join-Path $root c)
        Rename-Item (Join-Path $root c) d
        Get-ChildItem $root -Name | Should -Be @('a', 'd')
    }

    It 'copies and removes folders with what is in them' {
        New-Item (Join-Path $root d f) -Force | Out-Null
        Copy-Item (Join-Path $root d) (Join-Path $root e) -Recurse
        Join-Path $root e f | Should -Exist
        Remove-Item (Join-Path $root e) -Recurse
        Join-Path $root e | Should -Not -Exist
    }

    It 'only says what it would do' {
        Set-Content (Join-Path $root a) x
        Remove-Item (Join-Path $root a) -WhatIf
        Join-Path $root a | Should -Exist
    }

    It '<cmdlet> says what is not there' -ForEach @(
        @{ cmdlet = 'Get-Item'; class = 'GetItemCommand' }
        @{ cmdlet = 'Remove-Item'; class = 'RemoveItemCommand' }
        @{ cmdlet = 'Get-ChildItem'; class = 'GetChildItemCommand' }
        @{ cmdlet = 'Copy-Item'; class = 'CopyItemCommand' }
    ) {
        { & $cmdlet (Join-Path $root none) -ErrorAction Stop } | Should -Throw -ErrorId "PathNotFound,Microsoft.PowerShell.Commands.$class"
    }
}

Describe 'Set-Item and Clear-Item' {
    It 'give and take the value of a variable and of the environment' {
        Set-Item env:HOST_ITEM_TEST one
        [Environment]::GetEnvironmentVariable('HOST_ITEM_TEST') | Should -Be 'one'
        Clear-Item env:HOST_ITEM_TEST
        Test-Path env:HOST_ITEM_TEST | Should -BeFalse
    }

    It 'make a function' {
        Set-Item function:HostItemTest { 'made' }
        HostItemTest | Should -Be 'made'
    }
}
