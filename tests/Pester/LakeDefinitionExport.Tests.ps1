BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
}

AfterAll { Disconnect-Lake }

Describe 'Exports of definitions' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'of a database that does not exist are an error, and no file is changed' {
        $file = Join-Path $TestDrive keep.yaml
        Set-Content $file precious
        $folder = Join-Path $TestDrive parts
        $null = New-GlueDatabase sales
        foreach ($case in @{ name = 'typo'; id = 'DatabaseNotFound' }, @{ name = 'zz*'; id = 'NoDatabaseMatches' }) {
            { Export-LakeDefinition $file -DatabaseName $case.name -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$($case.id),*"
            { Export-LakeDefinition -DatabaseName $case.name -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$($case.id),*"
            { Export-LakeDefinition $folder -Split -DatabaseName $case.name -ErrorAction Stop } |
                Should -Throw -ErrorId "LakeTools.$($case.id),*"
        }

        Get-Content $file | Should -Be precious
        $folder | Should -Not -Exist
    }

    It 'of a database whose name no definition can have are valid' {
        $file = Join-Path $TestDrive named.yaml
        foreach ($name in 'my db', 'nul', ('x' * 200), 'q ö', '..') {
            $null = New-GlueDatabase $name
            Export-LakeDefinition $file -DatabaseName $name
            Test-LakeDefinition $file | Should -BeNullOrEmpty -Because $name
        }

        'my_db' | Should -BeIn (Export-LakeDefinition -DatabaseName 'my db' | ForEach-Object { [regex]::Match($_, '(?m)^name: (.*)$').Groups[1].Value })
    }

    It 'cannot have the name <_>' -ForEach 'nul', '.x', 'x.', ('x' * 101) {
        { Export-LakeDefinition -Name $_ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionNameInvalid,*'
    }
}
