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
}
