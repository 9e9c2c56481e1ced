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

    It 'have names with the sign of a parameter' {
        $null = New-GlueDatabase 'd${x}'
        $null = New-GlueTable 'd${x}' 't${y}' -Column id:int
        $null = New-LakeTag 'tag' -Value a
        Add-LakeTagAssignment -DatabaseName 'd${x}' -TableName 't${y}' -Tag @{ tag = 'a' }
        Add-LakeTagAssignment -DatabaseName 'd${x}' -TableName 't${y}' -ColumnName id -Tag @{ tag = 'a' }
        $null = New-LakeDataFilter 'd${x}' 't${y}' 'f${z}' -RowFilter 'id = 1'
        Grant-LakePermission -Principal role/r -Permission SELECT -DatabaseName 'd${x}' -TableName 't${y}' -FilterName 'f${z}'
        $file = Join-Path $TestDrive signs.yaml
        Export-LakeDefinition $file -DatabaseName 'd${x}'
        Get-Content $file | Where-Object { $_ -match 'Left out' } | Should -BeNullOrEmpty
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $plan = Compare-LakeDefinition $file -Detailed
        $plan.HasChanges | Should -BeFalse
        @($plan.Changes.Kind | Sort-Object -Unique) | Should -Be @('Database', 'DataFilter', 'Grant', 'Table', 'TagAssignment')
    }

    It 'have columns with the sign of a parameter' {
        $null = New-GlueDatabase d
        $null = New-GlueTable d t -Column 'a${b}:int', 'c:struct<x${y}:int>' -PartitionKey 'p${q}:string'
        $file = Join-Path $TestDrive columns.yaml
        Export-LakeDefinition $file -DatabaseName d
        Get-Content $file | Where-Object { $_ -match 'Left out' } | Should -BeNullOrEmpty
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'of several files warn only of files of others' {
        $null = New-GlueDatabase sales
        $folder = Join-Path $TestDrive several
        Export-LakeDefinition $folder -Split -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        Set-Content (Join-Path $folder databases other.yaml) x
        Export-LakeDefinition $folder -Split -Force -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 1
    }
}
