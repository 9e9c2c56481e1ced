BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Catalog'
}

AfterAll { Disconnect-Lake }

Describe 'Set-GlueTable' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales -Description before -Parameter @{ a = '1' } | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'note:string:kept' -PartitionKey 'year:string' -Location s3://lake/orders/ -Description before -Parameter @{ owner = 'ann'; draft = 'yes' } | Out-Null
    }

    It 'adds, changes and removes columns, and keeps the rest' {
        $table = Set-GlueTable sales orders -AddColumn 'amount:decimal(10,2)', 'id:bigint' -RemoveColumn note -PassThru
        $table.Column | ForEach-Object { "$_" } | Should -Be @('id:bigint', 'amount:decimal(10,2)')
        $table.PartitionKey.Name | Should -Be 'year'
        $table.Location | Should -Be 's3://lake/orders/'
        $table.Description | Should -Be 'before'
        $table.Parameter['owner'] | Should -Be 'ann'
    }

    It 'sets and takes away parameters one by one' {
        $table = Set-GlueTable sales orders -Parameter @{ owner = 'bob'; draft = $null } -PassThru
        $table.Parameter['owner'] | Should -Be 'bob'
        $table.Parameter.ContainsKey('draft') | Should -BeFalse
        $table.Parameter['classification'] | Should -Be 'csv'
    }

    It 'changes the format whole' {
        $table = Set-GlueTable sales orders -Format Parquet -PassThru
        $table.Format | Should -Be 'Parquet'
        $table.Delimiter | Should -BeNullOrEmpty
        $table.Parameter.ContainsKey('delimiter') | Should -BeFalse
        $table.Parameter['owner'] | Should -Be 'ann'
    }

    It 'changes what comes through the pipeline' {
        Get-GlueTable sales | Set-GlueTable -Description after
        (Get-GlueTable sales orders).Description | Should -Be 'after'
        (Get-GlueTable sales orders).Column.Name | Should -Be @('id', 'note')
    }

    It 'refuses to remove <why>' -ForEach @(
        @{ why = 'a column that is not there'; columns = @('nope'); id = 'ColumnNotFound' }
        @{ why = 'every column'; columns = @('id', 'note'); id = 'ColumnsMissing' }
    ) {
        { Set-GlueTable sales orders -RemoveColumn $columns -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.SetGlueTableCommand"
        (Get-GlueTable sales orders).VersionId | Should -Be '0'
    }

    It 'changes nothing with -WhatIf' {
        Set-GlueTable sales orders -Description after -WhatIf
        (Get-GlueTable sales orders).Description | Should -Be 'before'
    }

    It 'brings an older version back as a new one' {
        Set-GlueTable sales orders -RemoveColumn note
        Get-GlueTableVersion sales orders | ForEach-Object VersionId | Should -Be @('1', '0')
        Get-GlueTableVersion sales orders | Select-Object -Last 1 | Restore-GlueTable
        $table = Get-GlueTable sales orders
        $table.Column.Name | Should -Be @('id', 'note')
        $table.VersionId | Should -Be '2'
    }

    It 'says that a version is not there' {
        { Restore-GlueTable sales orders -VersionId 99 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableVersionNotFound,$command.RestoreGlueTableCommand"
    }

    It 'changes a database by what is named' {
        $database = Set-GlueDatabase sales -Parameter @{ b = '2' } -PassThru
        $database.Description | Should -Be 'before'
        $database.Parameter['a'] | Should -Be '1'
        $database.Parameter['b'] | Should -Be '2'
    }
}
