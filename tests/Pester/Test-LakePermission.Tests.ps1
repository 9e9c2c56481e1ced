BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $analyst = 'arn:aws:iam::000000000000:role/analyst'
    function New-TestLake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string', 'price:double' | Out-Null
        New-GlueTable sales items -Column 'id:int' | Out-Null
    }
}

AfterAll { Disconnect-Lake }

Describe 'Test-LakePermission' {
    BeforeEach { New-TestLake }

    It 'says what is missing and the command that grants it, which then does' {
        $access = Test-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
        $access | Should -BeOfType ([LakeTools.LakeAccess])
        $access.Allowed | Should -BeFalse
        $access.Reason.Kind | Should -Be 'Missing'
        $access.Reason.Command | Should -Be "Grant-LakePermission -Principal $analyst -Permission SELECT -DatabaseName sales -TableName orders"
        Invoke-Expression $access.Reason.Command
        Test-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -Quiet | Should -BeTrue
    }

    It 'names the columns that are open, and the one that is missing' {
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, region
        $access = Test-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
        $access.Allowed | Should -BeTrue
        $access.SelectableColumn | Should -Be @('id', 'region')
        $access.Reason.Kind | Should -Be 'ColumnGrant'
        $refused = Test-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, price
        $refused.Allowed | Should -BeFalse
        $refused.Reason[0].Command | Should -BeLike '* -ColumnName price'
    }

    It 'requires SELECT on the whole table for ALL, and not on <part> of it' -ForEach @(
        @{ part = 'some columns'; on = @{ ColumnName = 'id' } }
        @{ part = 'all columns but one'; on = @{ ExcludedColumnName = 'price' } }
        @{ part = 'some rows'; on = @{ FilterName = 'local' } }
    ) {
        New-LakeDataFilter sales orders local -RowFilter "region = 'eu'" | Out-Null
        $orders = @{ Principal = 'role/analyst'; DatabaseName = 'sales'; TableName = 'orders' }
        Grant-LakePermission @orders -Permission SELECT @on
        Grant-LakePermission -Principal '000000000000:IAMPrincipals' -Permission INSERT, DELETE, ALTER, DROP, DESCRIBE -DatabaseName sales -TableName orders
        Test-LakePermission @orders -Permission SELECT, INSERT, DELETE, ALTER, DROP, DESCRIBE -Quiet | Should -BeTrue
        $access = Test-LakePermission @orders -Permission ALL
        $access.Allowed | Should -BeFalse
        $access.Reason[0].Kind | Should -Be Missing
        $access.Reason[0].Command | Should -Be "Grant-LakePermission -Principal $analyst -Permission SELECT -DatabaseName sales -TableName orders"
        Invoke-Expression $access.Reason[0].Command
        Test-LakePermission @orders -Permission ALL -Quiet | Should -BeTrue
    }

    It 'takes nobody for the creator of an LF-Tag who has a grant on one of its values' {
        New-LakeTag domain -Value sales, hr | Out-Null
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE, ASSOCIATE -GrantablePermission DESCRIBE, ASSOCIATE -TagKey domain -TagValue sales
        $tag = @{ Principal = 'role/analyst'; Permission = 'ASSOCIATE'; TagKey = 'domain' }
        Test-LakePermission @tag -TagValue sales -Quiet | Should -BeTrue
        $access = Test-LakePermission @tag -TagValue sales, hr
        $access.Allowed | Should -BeFalse
        $access.Reason.Kind | Should -Be Missing
    }

    It 'names grants on all tables, on parents of a location, and administrators' {
        Grant-LakePermission -Principal role/analyst -Permission INSERT -DatabaseName sales -TableName *
        (Test-LakePermission -Principal role/analyst -Permission INSERT -DatabaseName sales -TableName items).Reason.Kind | Should -Be 'AllTablesGrant'
        New-LakeBucket lake-data | Out-Null
        Register-LakeLocation -Path s3://lake-data/raw -UseServiceLinkedRole
        Grant-LakePermission -Principal role/analyst -Permission DATA_LOCATION_ACCESS -DataLocation s3://lake-data/raw
        (Test-LakePermission -Principal role/analyst -Permission DATA_LOCATION_ACCESS -DataLocation s3://lake-data/raw/orders).Reason.Kind |
            Should -Be 'ParentLocationGrant'
        (Test-LakePermission -Principal role/LakeAdmin -Permission CREATE_DATABASE -Catalog).Reason.Kind | Should -Contain 'Administrator'
    }

    It 'knows who made a database and a table' {
        $path = (Get-LakeConnection).LocalPath
        Grant-LakePermission -Principal role/maker -Permission CREATE_DATABASE -Catalog
        $maker = Connect-Lake -Local $path -As role/maker -PassThru
        New-GlueDatabase mine -Connection $maker | Out-Null
        New-GlueTable mine t -Column 'a:int' -Connection $maker | Out-Null
        Connect-Lake -Local $path
        (Test-LakePermission -Principal role/maker -Permission DROP -DatabaseName mine).Reason.Kind | Should -Be 'Creator'
        (Test-LakePermission -Principal role/maker -Permission ALTER -DatabaseName mine -TableName t).Reason.Kind | Should -Be 'Creator'
        (Test-LakePermission -Principal arn:aws:iam::000000000000:role/team/maker -Permission ALTER -DatabaseName mine -TableName t).Reason.Kind |
            Should -Be 'Creator' -Because 'a session does not have the path of its role'
        (Test-LakePermission -Principal role/other -Permission DROP -DatabaseName mine).Allowed | Should -BeFalse
    }

    It 'says that a grant on a table shows its database' {
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
        (Test-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName sales).Reason.Kind | Should -Be 'GrantInside'
    }

    It 'shows no database by what is in a database of the same name in another catalog' {
        $path = (Get-LakeConnection).LocalPath
        New-LakeCatalog nested -Description x | Out-Null
        $nested = @{ CatalogId = '000000000000:nested' }
        Grant-LakePermission -Principal role/inner -Permission SELECT -DatabaseName sales -TableName orders @nested
        Grant-LakePermission -Principal role/outer, role/maker -Permission SELECT -DatabaseName sales -TableName orders
        Grant-LakePermission -Principal role/maker -Permission CREATE_TABLE -DatabaseName sales
        New-GlueTable sales made -Column 'id:int' -Connection (Connect-Lake -Local $path -As role/maker -PassThru -NoDefault) | Out-Null
        $database = @{ Principal = 'role/inner', 'role/outer', 'role/maker'; Permission = 'DESCRIBE'; DatabaseName = 'sales' }
        (Test-LakePermission @database).Allowed | Should -Be @($false, $true, $true)
        (Test-LakePermission @database @nested).Allowed | Should -Be @($true, $false, $false)
    }

    It 'answers for a database of another catalog, if the account has none of this name' {
        New-LakeCatalog nested -Description x | Out-Null
        $access = Test-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName other -CatalogId '000000000000:nested'
        $access.Allowed | Should -BeFalse
        $access.Reason.Kind | Should -Be @('Missing', 'Unread', 'Unread')
    }

    It 'names IAM_ALLOWED_PRINCIPALS' {
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName sales -TableName items
        (Test-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName items).Reason.Kind | Should -Be 'IamAllowed'
    }

    It 'opens no more for IAM_ALLOWED_PRINCIPALS than the columns and rows of its grant' {
        $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
        $ask = @{ Principal = 'role/guest'; Permission = 'SELECT' }
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission SELECT @orders -ColumnName id
        Test-LakePermission @ask @orders -ColumnName id -Quiet | Should -BeTrue
        Test-LakePermission @ask @orders -ColumnName price -Quiet | Should -BeFalse
        $guest = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/guest -PassThru -NoDefault
        (Get-GlueTable sales orders -Connection $guest).Column.Name | Should -Be id
        New-LakeDataFilter sales orders eu -ColumnName region -RowFilter "region='EU'" | Out-Null
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission SELECT @orders -FilterName eu
        (Get-GlueTable sales orders -Connection $guest).Column.Name | Should -Be id, region
        (Test-LakePermission @ask @orders -ColumnName region).RowFilter | Should -Be "region='EU'"
        Test-LakePermission @ask @orders -ColumnName price -Quiet | Should -BeFalse
    }

    It 'names the rows of each column, also where another column is open in all rows' {
        $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
        New-LakeDataFilter sales orders wide -ColumnName id | Out-Null
        New-LakeDataFilter sales orders eu -ColumnName id, price -RowFilter "region='EU'" | Out-Null
        foreach ($filter in 'wide', 'eu') { Grant-LakePermission -Principal role/analyst -Permission SELECT @orders -FilterName $filter }
        $ask = @{ Principal = 'role/analyst'; Permission = 'SELECT' }
        (Test-LakePermission @ask @orders -ColumnName id).RowFilter | Should -BeNullOrEmpty
        (Test-LakePermission @ask @orders -ColumnName id, price).RowFilter | Should -Be "region='EU'"
        (Test-LakePermission @ask @orders).RowFilter | Should -Be "region='EU'"
    }

    It 'takes tables from the pipeline, and what it emits binds to Grant-LakePermission' {
        Get-GlueTable sales * | Test-LakePermission -Principal role/analyst -Permission INSERT, DESCRIBE | Where-Object { -not $_.Allowed } | Grant-LakePermission
        Get-GlueTable sales * | Test-LakePermission -Principal role/analyst -Permission INSERT, DESCRIBE -Quiet | Should -Be $true
    }

    It 'says quietly in one Boolean whether all of it is allowed, so that it may stand in a condition' {
        Grant-LakePermission -Principal role/quiet -Permission DESCRIBE -DatabaseName sales -TableName orders
        $both = @(Test-LakePermission -Principal role/quiet -Permission INSERT, DESCRIBE -DatabaseName sales -TableName orders -Quiet)
        $both.Count | Should -Be 1
        $both[0] | Should -BeExactly $false
        $tables = @(Get-GlueTable sales * | Test-LakePermission -Principal role/quiet -Permission DESCRIBE -Quiet)
        $tables.Count | Should -Be 1
        $tables[0] | Should -BeExactly $false
    }

    It 'is false quietly where a question cannot be asked' {
        $answer = 'orders', 'absent' | ForEach-Object { [pscustomobject]@{ TableName = $_ } } |
            Test-LakePermission -Principal (Get-LakeConnection).Principal -Permission SELECT -DatabaseName sales -Quiet -ErrorAction SilentlyContinue -ErrorVariable failed
        $answer | Should -BeExactly $false
        $failed.FullyQualifiedErrorId | Should -BeLike 'LakeTools.TableNotFound*'
    }

    It 'says what somebody who is no administrator could not see' {
        $path = (Get-LakeConnection).LocalPath
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName sales -TableName orders
        $guest = Connect-Lake -Local $path -As role/analyst -PassThru
        $access = Test-LakePermission -Principal role/other -Permission SELECT -DatabaseName sales -TableName orders -Connection $guest
        $access.Reason.Kind | Should -Contain 'Unread'
    }

    It 'states that a saved expression could not be read, and goes on' {
        New-LakeTag domain -Value sales | Out-Null
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        New-LakeTagExpression saved @{ domain = 'sales' } | Out-Null
        Grant-LakePermission -Principal role/analyst -Permission SELECT -TagExpressionName saved -ResourceType Table
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -TagExpressionName saved -ResourceType Database
        $as = @{ Connection = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru -NoDefault }
        $table = @{ Principal = 'role/analyst'; DatabaseName = 'sales'; TableName = 'orders' }
        foreach ($access in (Test-LakePermission @table @as -Permission SELECT),
            (Test-LakePermission -Principal role/analyst -Permission ALTER -DatabaseName sales @as)) {
            $access.Allowed | Should -BeFalse
            $access.Reason[0].Kind | Should -Be Missing
            @($access.Reason | Where-Object Kind -EQ Unread).Text -like '*expression saved*' | Should -HaveCount 1
        }
        Grant-LakePermission @table -Permission INSERT
        Test-LakePermission @table @as -Permission INSERT -Quiet | Should -BeTrue
        (Test-LakeAccess @table @as).Name | Should -Contain LakeFormation
        $null = Export-LakeReport ($page = Join-Path $TestDrive unread.html) @as
        $page | Should -FileContentMatch 'LF-Tag expression saved'
    }

    It 'refuses what the resource does not take, and what is not there' {
        { Test-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.PermissionNotForResource,LakeTools.Cmdlets.Permissions.TestLakePermissionCommand'
        { Test-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName none -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
        { Test-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -ColumnName none -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ColumnNotFound,*'
    }
}
