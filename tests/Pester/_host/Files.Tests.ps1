Describe 'Content' {
    BeforeEach { $file = Join-Path $TestDrive 'a.txt' }

    It 'writes lines and reads them' { Set-Content $file 'one', 'two'; Get-Content $file | Should -Be 'one', 'two' }
    It 'reads the whole' { Set-Content $file 'one', 'two' -NoNewline; Get-Content $file -Raw | Should -Be 'onetwo' }
    It 'adds' { Set-Content $file 'one'; Add-Content $file 'two'; (Get-Content $file).Count | Should -Be 2 }
    It 'reads the head and the tail' { Set-Content $file (1..9); Get-Content $file -TotalCount 2 | Should -Be 1, 2; Get-Content $file -Tail 1 | Should -Be 9 }
    It 'writes and reads bytes' { Set-Content $file ([byte[]](1, 2, 255)) -AsByteStream; Get-Content $file -AsByteStream | Should -Be 1, 2, 255 }
    It 'redirects' { 'x' > $file; 'y' >> $file; Get-Content $file | Should -Be 'x', 'y' }
    It 'reports a file that is not there' { { Get-Content (Join-Path $TestDrive nope) -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*GetContentCommand' }
}

Describe 'Items' {
    BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid()); $null = New-Item $folder -ItemType Directory }

    It 'makes files with content' { (New-Item (Join-Path $folder a.txt) -Value 'x').Name | Should -Be 'a.txt'; Get-Content (Join-Path $folder a.txt) | Should -Be 'x' }
    It 'lists by filter, files alone, and below' {
        $null = New-Item (Join-Path $folder sub) -ItemType Directory
        'a.txt', 'b.log', 'sub/c.txt' | ForEach-Object { $null = New-Item (Join-Path $folder $_) }
        (Get-ChildItem $folder -Filter *.txt).Name | Should -Be 'a.txt'
        (Get-ChildItem $folder -File).Name | Should -Be 'a.txt', 'b.log'
        (Get-ChildItem $folder -Recurse -Filter *.txt).Name | Should -Be 'a.txt', 'c.txt'
        (Get-ChildItem $folder -Directory).Name | Should -Be 'sub'
    }
    It 'copies, moves, renames and removes' {
        $a, $b, $c = 'a', 'b', 'c' | ForEach-Object { Join-Path $folder $_ }
        Set-Content $a 'x'
        Copy-Item $a $b
        Move-Item $b $c
        Rename-Item $c d
        (Get-ChildItem $folder).Name | Should -Be 'a', 'd'
        Remove-Item (Join-Path $folder *)
        Get-ChildItem $folder | Should -BeNullOrEmpty
    }
    It 'removes nothing with -WhatIf' { Set-Content (Join-Path $folder a) 'x'; Remove-Item (Join-Path $folder a) -WhatIf; Join-Path $folder a | Should -Exist }
    It 'reports what is not there' { { Remove-Item (Join-Path $folder nope) -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,*RemoveItemCommand' }
    It 'hashes' { Set-Content (Join-Path $folder a) 'x' -NoNewline; (Get-FileHash (Join-Path $folder a)).Hash | Should -Be '2D711642B726B04401627CA9FBAC32F5C8530FB1903CC4DB02258717921A4881' }
}

Describe 'Paths' {
    It 'joins several parts' { Join-Path a b c | Should -Be ('a', 'b', 'c' -join [System.IO.Path]::DirectorySeparatorChar) }
    It 'splits' { Split-Path /a/b/c.txt -Leaf | Should -Be 'c.txt'; Split-Path /a/b/c.txt -LeafBase | Should -Be 'c'; Split-Path /a/b/c.txt -Extension | Should -Be '.txt' }
    It 'tests kinds' {
        Test-Path $TestDrive -PathType Container | Should -BeTrue
        Test-Path $TestDrive -PathType Leaf | Should -BeFalse
        Test-Path (Join-Path $TestDrive nope) | Should -BeFalse
    }
    It 'resolves wildcards' { Set-Content (Join-Path $TestDrive one.txt) 'x'; (Resolve-Path (Join-Path $TestDrive one.*)).Path | Should -BeLike '*one.txt' }
    It 'pushes and pops' { $here = (Get-Location).Path; Push-Location $TestDrive; Pop-Location; (Get-Location).Path | Should -Be $here }
}

Describe 'Variables' {
    It 'sets, gets and removes' {
        Set-Variable made 5
        Get-Variable made -ValueOnly | Should -Be 5
        Remove-Variable made
        Get-Variable made -ErrorAction Ignore | Should -BeNullOrEmpty
    }
    It 'refuses to make one that is there' { { $there = 1; New-Variable there 2 -ErrorAction Stop } | Should -Throw -ErrorId 'VariableAlreadyExists,*NewVariableCommand' }
    It 'reports one that is not there' { { Get-Variable nope-at-all -ErrorAction Stop } | Should -Throw -ErrorId 'VariableNotFound,*GetVariableCommand' }
}

Describe 'Streams' {
    It 'writes errors that -ErrorAction and -ErrorVariable work on' {
        function Broken { [CmdletBinding()] param() Write-Error 'wrong' -ErrorId Mine -Category InvalidData -TargetObject 7 }
        Broken -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Be 'Mine,Broken'
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problems[0].TargetObject | Should -Be 7
        { Broken -ErrorAction Stop } | Should -Throw 'wrong'
    }
    It 'keeps warnings and verbose messages apart' {
        function Talk { [CmdletBinding()] param() Write-Warning 'w'; Write-Verbose 'v'; 'out' }
        $all = Talk -Verbose 3>&1 4>&1
        ($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Message | Should -Be 'w'
        ($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message | Should -Be 'v'
        Talk -WarningAction SilentlyContinue | Should -Be 'out'
    }
}
