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
        { Get-LakeDataFilter shop none -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TableNotFound,$command.GetLakeDataFilterCommand"
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

Describe 'Import-LakeData through data cells filters' {
    BeforeAll {
        $lake = Join-Path $TestDrive import
        Connect-Lake -Local $lake
        $null = New-LakeBucket shop
        $null = New-GlueDatabase shop
        Register-LakeLocation s3://shop/ -UseServiceLinkedRole
        $rows = @(
            [pscustomobject] @{ id = 1; country = 'DE'; card = '1111'; amount = 10.5; year = 2025; month = 'jan' }
            [pscustomobject] @{ id = 2; country = 'FR'; card = '2222'; amount = 20; year = 2025; month = 'feb' }
            [pscustomobject] @{ id = 3; country = 'US'; card = '3333'; amount = 30; year = 2026; month = 'jan' }
            [pscustomobject] @{ id = 4; country = $null; card = '4444'; amount = 40; year = 2026; month = 'feb' }
        )
        $columns = 'id:int', 'country:string', 'card:string', 'amount:double'

        function Show($rows) {
            @($rows | ForEach-Object { ($_.psobject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join ' ' }) -join '; '
        }

        # A table of its own for each case, whose rows an analyst sees by the filters and columns that the case grants.
        function New-Shop([string] $form = 'Csv', [string[]] $key = @()) {
            Connect-Lake -Local $lake
            $table = 't' + [guid]::NewGuid().ToString('n')
            $all = if ($key) { $columns } else { $columns + 'year:int' + 'month:string' }
            $null = New-GlueTable shop $table -Column $all -PartitionKey $key -Location "s3://shop/$table/" -Format $form
            $rows | Export-LakeData -DatabaseName shop -TableName $table
            $table
        }

        function Grant-Filter([string] $table, [hashtable] $filter) {
            $null = New-LakeDataFilter shop $table @filter
            Get-LakeDataFilter shop $table $filter.Name | Grant-LakePermission -Principal role/analyst -Permission SELECT
        }

        function Import-AsAnalyst([string] $table, [hashtable] $more = @{}) {
            Connect-Lake -Local $lake -As role/analyst
            Import-LakeData -DatabaseName shop -TableName $table @more
        }
    }

    It 'shows exactly the rows and columns of a filter, of <form> too' -ForEach @(@{ form = 'Csv' }, @{ form = 'Json' }, @{ form = 'Parquet' }) {
        $table = New-Shop $form
        Grant-Filter $table @{ Name = 'f'; RowFilter = "country IN ('DE', 'FR')"; ColumnName = 'id', 'country', 'amount' }
        Show (Import-AsAnalyst $table) | Should -BeExactly 'id=1 country=DE amount=10.5; id=2 country=FR amount=20'
    }

    It 'reads rows by columns that the reader may not see, and does not ask for' {
        $table = New-Shop
        Grant-Filter $table @{ Name = 'f'; RowFilter = "card > '2' AND amount < 35"; ExcludedColumnName = 'card', 'amount' }
        Show (Import-AsAnalyst $table @{ ColumnName = 'id' }) | Should -BeExactly 'id=2; id=3'
        { Import-AsAnalyst $table @{ ColumnName = 'card'; ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'LakeTools.ColumnNotFound,*'
    }

    It 'takes partition keys as columns, which neither filters nor lists of columns hide' {
        $table = New-Shop Csv 'year:int', 'month:string'
        Grant-Filter $table @{ Name = 'f'; RowFilter = "year >= 2026 OR month = 'feb'"; ColumnName = 'id', 'month' }
        Show (Import-AsAnalyst $table | Sort-Object id) |
            Should -BeExactly 'id=2 year=2025 month=feb; id=3 year=2026 month=jan; id=4 year=2026 month=feb'
        $table = New-Shop Csv 'year:int', 'month:string'
        Grant-LakePermission -Principal role/analyst -DatabaseName shop -TableName $table -ColumnName id -Permission SELECT
        Show (Import-AsAnalyst $table @{ PartitionFilter = 'year = 2025' } | Sort-Object id) |
            Should -BeExactly 'id=1 year=2025 month=jan; id=2 year=2025 month=feb'
    }

    It 'refuses to leave a partition key out, and takes fields within structs' {
        $table = New-Shop Csv 'year:int', 'month:string'
        { New-LakeDataFilter shop $table f -ExcludedColumnName year -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.PartitionKeyExcluded,$command.NewLakeDataFilterCommand"
        $null = New-GlueTable shop nested -Column 'id:int', 'product:struct<offer:string,type:string>'
        (New-LakeDataFilter shop nested f -ColumnName id, '"product"."offer"').Column | Should -Be @('id', '"product"."offer"')
        { New-LakeDataFilter shop nested g -ColumnName '"product"."price"' -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.FilterColumnInvalid,$command.NewLakeDataFilterCommand"
    }

    It 'shows a cell where any filter does, and leaves out rows of which nothing shows' {
        $table = New-Shop
        Grant-Filter $table @{ Name = 'f'; RowFilter = 'id <= 2'; ColumnName = 'id', 'country' }
        Grant-Filter $table @{ Name = 'g'; RowFilter = 'id BETWEEN 2 AND 3'; ColumnName = 'id', 'card' }
        Show (Import-AsAnalyst $table) | Should -BeExactly 'id=1 country=DE card=; id=2 country=FR card=2222; id=3 country= card=3333'
        Show (Import-AsAnalyst $table @{ ColumnName = 'card' }) | Should -BeExactly 'card=; card=2222; card=3333'
    }

    It 'shows a granted column in every row' {
        $table = New-Shop
        Grant-Filter $table @{ Name = 'f'; RowFilter = "country <> 'US'"; ColumnName = 'country', 'card' }
        Grant-LakePermission -Principal role/analyst -DatabaseName shop -TableName $table -ColumnName id -Permission SELECT
        Show (Import-AsAnalyst $table) | Should -BeExactly 'id=1 country=DE card=1111; id=2 country=FR card=2222; id=3 country= card=; id=4 country= card='
    }

    It 'shows all rows through a filter of all rows, and what a change of the filter shows' {
        $table = New-Shop
        Grant-Filter $table @{ Name = 'f'; ColumnName = 'id' }
        Show (Import-AsAnalyst $table) | Should -BeExactly 'id=1; id=2; id=3; id=4'
        Connect-Lake -Local $lake
        Set-LakeDataFilter shop $table f -RowFilter 'country IS NULL'
        Show (Import-AsAnalyst $table) | Should -BeExactly 'id=4'
    }

    It 'tells once a file that rows cannot be read, and nothing of what stands in them' {
        $table = New-Shop
        Set-Content (Join-Path $TestDrive bad.csv) 'id,country,card,amount,year,month', 'secret,US,5,5,2026,jan', 'hidden,US,5,5,2026,jan', '7,DE,7,7,2026,jan'
        Send-LakeObject (Join-Path $TestDrive bad.csv) "s3://shop/$table/zz.csv"
        Grant-Filter $table @{ Name = 'f'; RowFilter = "country = 'DE'"; ColumnName = 'id' }
        Connect-Lake -Local $lake -As role/analyst
        (Import-LakeData -DatabaseName shop -TableName $table -ErrorAction SilentlyContinue -ErrorVariable bad).id | Should -Be 1, 7
        $bad | Should -HaveCount 1
        $bad[0].FullyQualifiedErrorId | Should -Be 'LakeTools.RowsNotJudged,LakeTools.Cmdlets.Data.ImportLakeDataCommand'
        $bad[0].TargetObject | Should -Be "s3://shop/$table/zz.csv"
        "$($bad[0] | Out-String) $($bad[0].Exception)" | Should -Not -Match 'secret|hidden'
    }

    It 'writes nothing into a table of which only some rows are seen' {
        $table = New-Shop
        Grant-Filter $table @{ Name = 'f'; RowFilter = 'id < 3' }
        Grant-LakePermission -Principal role/analyst -DatabaseName shop -TableName $table -Permission INSERT, DELETE
        Connect-Lake -Local $lake -As role/analyst
        { $rows | Export-LakeData -DatabaseName shop -TableName $table -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RowFilterNotSupported,*'
        Connect-Lake -Local $lake
        Import-LakeData -DatabaseName shop -TableName $table | Should -HaveCount 4
    }
}
