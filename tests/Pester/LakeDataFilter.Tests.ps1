BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'
}

AfterAll { Disconnect-Lake }

Describe 'Data cells filters' {
    BeforeEach {
        $lake = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $lake
        New-GlueDatabase shop | Out-Null
        New-GlueTable shop orders -Column 'id:int', 'country:string', 'card:string' -PartitionKey 'year:int' -Location s3://shop/orders/ | Out-Null
    }

    It 'are made with rows and columns' {
        $filter = New-LakeDataFilter shop orders Europe -RowFilter "country IN ('DE', 'FR') AND year >= 2020" -ColumnName ID, country
        $filter | Should -BeOfType ([LakeTools.LakeDataFilter])
        $filter.FilterName | Should -BeExactly 'Europe'
        $filter.RowFilter | Should -Be "country IN ('DE', 'FR') AND year >= 2020"
        $filter.Column | Should -Be @('id', 'country')
        $filter.ExcludedColumn | Should -BeNullOrEmpty
        (Get-LakeDataFilter shop orders Europe).VersionId | Should -Be $filter.VersionId
    }

    It 'show all rows and all columns where neither is named' {
        $filter = Get-GlueTable shop orders | New-LakeDataFilter -Name all
        $filter.RowFilter | Should -BeNullOrEmpty
        $filter.Column | Should -BeNullOrEmpty
        $filter.ExcludedColumn | Should -BeNullOrEmpty
    }

    It 'are refused before any call: <id>' -ForEach @(
        @{ id = 'InvalidRowFilter'; arguments = @{ RowFilter = 'country = US' } }
        @{ id = 'InvalidRowFilter'; arguments = @{ RowFilter = "id = '1'" } }
        @{ id = 'InvalidRowFilter'; arguments = @{ RowFilter = "none = 1" } }
        @{ id = 'InvalidRowFilter'; arguments = @{ RowFilter = "year IS NULL" } }
        @{ id = 'ColumnNotFound'; arguments = @{ ColumnName = 'none' } }
        @{ id = 'ColumnNotFound'; arguments = @{ ExcludedColumnName = 'none' } }
        @{ id = 'DataFilterColumnsConflict'; arguments = @{ ColumnName = 'id'; ExcludedColumnName = 'card' } }
        @{ id = 'TableNotFound'; arguments = @{ TableName = 'none' } }
    ) {
        $given = @{ DatabaseName = 'shop'; TableName = 'orders'; Name = 'f' }
        foreach ($key in $arguments.Keys) { $given[$key] = $arguments[$key] }
        { New-LakeDataFilter @given -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewLakeDataFilterCommand"
        Get-LakeDataFilter shop orders | Should -BeNullOrEmpty
    }

    It 'are there once' {
        New-LakeDataFilter shop orders f | Out-Null
        { New-LakeDataFilter shop orders f -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DataFilterExists,$command.NewLakeDataFilterCommand"
    }

    It 'are found by wildcards, and one that is not there is an error' {
        New-LakeDataFilter shop orders one | Out-Null
        New-LakeDataFilter shop orders two | Out-Null
        (Get-LakeDataFilter shop orders t*).Name | Should -Be 'two'
        Get-LakeDataFilter shop orders x* | Should -BeNullOrEmpty
        { Get-LakeDataFilter shop orders three -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DataFilterNotFound,$command.GetLakeDataFilterCommand"
    }

    It 'change only in what is named' {
        New-LakeDataFilter shop orders f -RowFilter 'id > 1' -ColumnName id | Out-Null
        $rows = Set-LakeDataFilter shop orders f -RowFilter 'id > 2' -PassThru
        $rows.RowFilter | Should -Be 'id > 2'
        $rows.Column | Should -Be 'id'
        $columns = Get-LakeDataFilter shop orders f | Set-LakeDataFilter -ExcludedColumnName card -PassThru
        $columns.RowFilter | Should -Be 'id > 2'
        $columns.Column | Should -BeNullOrEmpty
        $columns.ExcludedColumn | Should -Be 'card'
        (Set-LakeDataFilter shop orders f -RowFilter '' -PassThru).RowFilter | Should -BeNullOrEmpty
        { Set-LakeDataFilter shop orders none -RowFilter 'id > 2' -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.DataFilterNotFound,$command.SetLakeDataFilterCommand"
    }

    It 'are removed from the pipeline, and nothing changes with -WhatIf' {
        New-LakeDataFilter shop orders f -WhatIf
        Get-LakeDataFilter shop orders | Should -BeNullOrEmpty
        New-LakeDataFilter shop orders f | Out-Null
        Get-LakeDataFilter shop orders | Remove-LakeDataFilter -WhatIf
        Get-LakeDataFilter shop orders | Should -HaveCount 1
        Get-LakeDataFilter shop orders | Remove-LakeDataFilter -Confirm:$false
        Get-LakeDataFilter shop orders | Should -BeNullOrEmpty
    }

    It 'are granted from the pipeline, and show their columns' {
        New-LakeDataFilter shop orders f -RowFilter 'id > 1' -ColumnName id, country | Out-Null
        $grant = Get-LakeDataFilter shop orders | Grant-LakePermission -Principal role/analyst -Permission SELECT -PassThru
        $grant.FilterName | Should -Be 'f'
        $grant.ResourceKind | Should -Be 'DataFilter'
        Connect-Lake -Local $lake -As role/analyst
        (Get-GlueTable shop orders).Column.Name | Should -Be @('id', 'country')
    }

    It 'are not granted where they are not there' {
        { Grant-LakePermission -Principal role/analyst -DatabaseName shop -TableName orders -FilterName none -Permission SELECT -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.DataFilterNotFound,$command.GrantLakePermissionCommand"
    }
}
