# What Pester 5 does, so that the runner of the host does it too.
$atDiscovery = 'only then'
BeforeDiscovery { $cases = @(@{ n = 2; square = 4 }, @{ n = 3; square = 9 }) }
BeforeAll {
    function Add-Two($x) { $x + 2 }
    $outer = 'outer'
}

Describe 'Scopes' {
    BeforeAll { $a = 1; $count = 0 }
    BeforeEach { $each = $a + 1; $count++ }

    It 'shows what BeforeAll set' { $outer | Should -Be 'outer'; Add-Two 1 | Should -Be 3; $each | Should -Be 2 }
    It 'lets a test change its own variables (1)' { $a = 99; $leak = 1; $a | Should -Be 99 }
    It 'lets a test change its own variables (2)' { $a | Should -Be 1; $leak | Should -BeNullOrEmpty }
    It 'runs BeforeEach for each test in a scope of the test''s own' { $count | Should -Be 1 }
    It 'does not show what ran at discovery' { $atDiscovery | Should -BeNullOrEmpty }
    Context 'inside' {
        BeforeAll { $b = $a + 1 }
        It 'shows outer and inner' { $b | Should -Be 2 }
    }
    It 'hides what an inner block set' { $b | Should -BeNullOrEmpty }
}

Describe 'Cases' {
    It '<n> squared is <square>' -TestCases $cases { param($n, $square) $n * $n | Should -Be $square }
    It 'item <_>' -ForEach 'a', 'b' { $_ | Should -BeIn 'a', 'b' }
    It 'inner <u.name>' -ForEach @(@{ u = @{ name = 'ada' } }) { $u.name | Should -Be 'ada' }
    Context 'block <k>' -ForEach @(@{ k = 'K1' }, @{ k = 'K2' }) { It 'has its item' { $k | Should -BeIn 'K1', 'K2' } }
    It 'is skipped' -Skip { throw 'never' }
    It 'skips itself' { Set-ItResult -Skipped -Because 'it can' }
}

Describe 'Should' {
    It 'compares as -eq does' { 'ABC' | Should -Be 'abc'; 'ABC' | Should -Not -BeExactly 'abc'; 1 | Should -Be '1'; [DayOfWeek]::Monday | Should -Be 'Monday' }
    It 'compares lists' { 1, 2, 3 | Should -Be 1, 2, 3; @() | Should -BeNullOrEmpty; @(1, 2) | Should -HaveCount 2; 1, 2 | Should -Contain 2 }
    It 'takes -ActualValue as one item' { { Should -ActualValue @(1, 2) -HaveCount 2 } | Should -Throw }
    It 'knows types' { 1 | Should -BeOfType [int]; 'x' | Should -BeOfType ([string]); 1 | Should -Not -BeOfType [string] }
    It 'matches' { 'hello' | Should -Match 'l+'; 'hello' | Should -BeLike 'h*'; 'hello' | Should -Not -BeLike 'x*' }
    It 'orders' { 5 | Should -BeGreaterThan 4; 5 | Should -BeLessOrEqual 5; 4 | Should -BeLessThan 5 }
    It 'catches what is thrown' {
        { throw 'bad thing' } | Should -Throw '*thing*'
        { 1 } | Should -Not -Throw
        { throw [System.IO.FileNotFoundException]::new('f') } | Should -Throw -ExceptionType ([System.IO.FileNotFoundException])
        ({ throw 'x' } | Should -Throw -PassThru).Exception.Message | Should -Be 'x'
    }
    It 'fails with an id' { { 1 | Should -Be 2 } | Should -Throw -ErrorId 'PesterAssertionFailed*' }
    It 'looks at parameters' { Get-Command Get-ChildItem | Should -HaveParameter Path; Get-Command Get-ChildItem | Should -Not -HaveParameter Nope }
    It 'looks at files' { Set-Content (Join-Path $TestDrive f.txt) 'some text'; Join-Path $TestDrive f.txt | Should -Exist; Join-Path $TestDrive f.txt | Should -FileContentMatch 'me te' }
}

Describe 'TestDrive' {
    It 'is a drive and a variable' { Set-Content TestDrive:/a.txt 'x'; Get-Content (Join-Path $TestDrive a.txt) | Should -Be 'x' }
    Context 'of a block' { It 'makes a file' { Set-Content TestDrive:/b.txt 'x'; 'TestDrive:/b.txt' | Should -Exist } }
    It 'is cleaned after the block' { 'TestDrive:/b.txt' | Should -Not -Exist }
}

Describe 'Mocks' {
    BeforeAll {
        function Get-Stamp { (Get-Date).Year }
        Mock Get-Date { [datetime]'2001-02-03' }
    }

    It 'stand in for a command' { Get-Stamp | Should -Be 2001; Should -Invoke Get-Date -Times 1 -Exactly }
    It 'choose by filter' {
        Mock Get-Date { [datetime]'2020-01-01' } -ParameterFilter { $Format -eq 'yyyy' }
        (Get-Date -Format yyyy).Year | Should -Be 2020
        (Get-Date).Year | Should -Be 2001
    }
    It 'end with their test' { (Get-Date -Format yyyy).Year | Should -Be 2001 }
    It 'stand in inside a module' {
        New-Module -Name Sleeper { function Use-Sleep { Start-Sleep 60; 'awake' } } | Import-Module
        Mock Start-Sleep {} -ModuleName Sleeper
        Use-Sleep | Should -Be 'awake'
        Should -Invoke Start-Sleep -ModuleName Sleeper -Times 1 -Exactly -ParameterFilter { $Seconds -eq 60 }
        Remove-Module Sleeper
    }
}

Describe 'After mocks' { It 'the command is real again' { (Get-Date).Year | Should -BeGreaterThan 2024 } }
