BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $account = '000000000000'
    function New-TestLake([string] $Name) {
        Connect-Lake -Local (Join-Path $TestDrive $Name)
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string', 'price:double' | Out-Null
        New-GlueTable sales items -Column 'id:int' | Out-Null
    }
}

AfterAll { Disconnect-Lake }

Describe 'Grant-LakePermission' {
    BeforeEach { New-TestLake ([guid]::NewGuid().ToString('n')) }

    It '<command>-LakePermission rejects <what> beside the Resource of a piped object' -ForEach @(
        foreach ($verb in 'Grant', 'Revoke', 'Get', 'Test') {
            @{ command = $verb; what = 'a table'; typed = @{ TableName = 'orders' } }
            @{ command = $verb; what = 'a catalog'; typed = @{ CatalogId = '222222222222' } }
            @{ command = $verb; what = 'an LF-Tag'; typed = @{ TagKey = 'domain' } }
        }
    ) {
        $object = [pscustomobject]@{
            Principal = 'role/x'
            Resource = [pscustomobject]@{ Database = [pscustomobject]@{ CatalogId = $account; Name = 'sales' } }
        }
        $permission = if ($command -ne 'Get') { @{ Permission = 'DESCRIBE' } } else { @{} }
        $object | & "$command-LakePermission" @permission @typed -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResourceAmbiguous,*'
        Get-LakePermission -Principal role/x | Should -BeNullOrEmpty
        $object | Grant-LakePermission -Permission DESCRIBE -CatalogId $account
        (Get-LakePermission -Principal role/x).Target | Should -Be 'database sales'
    }

    It 'grants columns to what Get-GlueTable emits' {
        Get-GlueTable sales orders | Grant-LakePermission -Principal role/analyst -Permission SELECT -ColumnName region, id
        $granted = Get-LakePermission -DatabaseName sales -TableName orders
        $granted | Should -BeOfType ([LakeTools.LakePermission])
        $granted.Principal | Should -Be "arn:aws:iam::${account}:role/analyst"
        $granted.Permission | Should -Be @('SELECT')
        $granted.ResourceKind | Should -Be 'Columns'
        $granted.ColumnName | Should -Be @('id', 'region')
        $granted.Source | Should -Be 'Explicit'
    }

    It 'is found by a short principal with wildcards' {
        foreach ($principal in 'role/tmp-1', 'role/tmp-2', 'user/tmp-3', 'role/other') { Grant-LakePermission -Principal $principal -Permission DESCRIBE -DatabaseName sales }
        (Get-LakePermission -Principal role/tmp-*).Principal | Should -Be "arn:aws:iam::${account}:role/tmp-1", "arn:aws:iam::${account}:role/tmp-2"
        (Get-LakePermission -Principal user/*).Principal | Should -Be "arn:aws:iam::${account}:user/tmp-3"
        Get-LakePermission -Principal 'role/tmp-*' | Revoke-LakePermission
        Get-LakePermission -Principal "arn:aws:iam::${account}:role/tmp-1" | Should -BeNullOrEmpty
    }

    It 'shows how many are granted where it takes longer than a second' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                param($module, $folder)
                Import-Module $module
                Connect-Lake -Local $folder -Fault @{ Kind = 'Slow'; Operation = 'BatchGrantPermissions'; Delay = 0.6 }
                1..3 | ForEach-Object { [pscustomobject]@{ Principal = "role/p$_" } } | Grant-LakePermission -Permission DESCRIBE -DatabaseName sales
            }).AddArgument("$PSScriptRoot/../../out/LakeTools").AddArgument((Get-LakeConnection).LocalPath).Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $shell.Streams.Progress[0].StatusDescription | Should -Be '3 granted'
            $shell.Streams.Progress[-1].RecordType | Should -Be Completed
        } finally { $shell.Dispose() }
    }

    It 'names each of forty grants and revokes where verbose messages are shown: <with>' -ForEach @(
        @{ with = '-Verbose'; switches = @{ Verbose = $true }; preference = 'SilentlyContinue'; count = 40 }
        @{ with = '$VerbosePreference'; switches = @{}; preference = 'Continue'; count = 40 }
        @{ with = 'neither'; switches = @{}; preference = 'SilentlyContinue'; count = 0 }
        @{ with = '-Verbose:$false'; switches = @{ Verbose = $false }; preference = 'Continue'; count = 0 }
    ) {
        $VerbosePreference = $preference
        $rows = 1..40 | ForEach-Object { [pscustomobject]@{ Principal = "role/p$_"; Permission = 'DESCRIBE'; DatabaseName = 'sales' } }
        foreach ($command in 'Grant-LakePermission', 'Revoke-LakePermission') {
            $said = @($rows | & $command @switches 4>&1 | Where-Object { "$_" -match '^(Granted|Revoked): .*role/p\d+' })
            $said | Should -HaveCount $count
        }
    }

    It 'is enforced: the analyst sees the granted columns' {
        $path = (Get-LakeConnection).LocalPath
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ExcludedColumnName price
        $analyst = Connect-Lake -Local $path -As role/analyst -PassThru
        (Get-GlueTable sales orders -Connection $analyst).Column.Name | Should -Be @('id', 'region')
    }

    It 'grants every table by name from the pipeline, with the grant option' {
        Get-GlueTable sales * | Grant-LakePermission -Principal role/a, role/b -Permission SELECT, INSERT -GrantablePermission SELECT
        $granted = Get-LakePermission -DatabaseName * -TableName *
        $granted | Should -HaveCount 4
        foreach ($permission in $granted) {
            $permission.Permission | Should -Be @('SELECT', 'INSERT')
            $permission.GrantablePermission | Should -Be @('SELECT')
        }
    }

    It 'emits what was granted with -PassThru, and nothing without' {
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName sales | Should -BeNullOrEmpty
        $emitted = Grant-LakePermission -Principal role/a -Permission ALTER -DatabaseName sales -PassThru
        $emitted.ResourceKind | Should -Be 'Database'
        $emitted.DatabaseName | Should -Be 'sales'
    }

    It 'changes nothing with -WhatIf' {
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -WhatIf
        Get-LakePermission -DatabaseName sales -TableName orders | Should -BeNullOrEmpty
    }

    It 'refuses SELECT on some columns beside another permission on the table: in one run before the call, and later' {
        'SELECT', 'INSERT' | ForEach-Object { [pscustomobject]@{ Permission = $_; ColumnName = if ($_ -eq 'SELECT') { 'id' } } } |
            Grant-LakePermission -Principal role/a -DatabaseName sales -TableName orders -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused.FullyQualifiedErrorId | Should -BeLike 'LakeTools.PartialSelectExcludes*'
        (Get-LakePermission -DatabaseName sales -TableName orders).ColumnName | Should -Be @('id')
        { Grant-LakePermission -Principal role/a -Permission ALTER -DatabaseName sales -TableName orders -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.PermissionNotModifiable,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
    }

    It 'takes ALL away and leaves what was granted beside it' {
        Grant-LakePermission -Principal role/a -Permission ALL, SELECT, INSERT -DatabaseName sales -TableName orders
        Revoke-LakePermission -Principal role/a -Permission ALL -DatabaseName sales -TableName orders
        (Get-LakePermission -DatabaseName sales -TableName orders).Permission | Should -Be @('SELECT', 'INSERT')
    }

    It 'may be done twice' {
        1..2 | ForEach-Object { Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -ErrorAction Stop }
        Get-LakePermission -DatabaseName sales -TableName orders | Should -HaveCount 1
    }

    It 'takes rows of a CSV file' {
        $csv = Join-Path $TestDrive grants.csv
        Set-Content $csv 'Principal,Permission,DatabaseName,TableName,ColumnName', 'role/a,"SELECT,INSERT",sales,orders,', 'role/b,SELECT,sales,orders,"id,region"'
        Import-Csv $csv | Grant-LakePermission
        (Get-LakePermission role/a).Permission | Should -Be @('SELECT', 'INSERT')
        (Get-LakePermission role/b).ColumnName | Should -Be @('id', 'region')
    }

    It 'takes every condition on a tag that a cell has' {
        $null = New-LakeTag domain sales, hr, it
        [pscustomobject]@{ Principal = 'role/a'; Permission = 'SELECT'; TagExpression = 'domain=sales,hr; domain=it'; ResourceType = 'Table' } | Grant-LakePermission
        (Get-LakePermission role/a).TagExpression['domain'] | Should -Be 'hr', 'it', 'sales'
    }

    It 'takes no expression in which a variable has left a condition out: <Text>' -ForEach @(
        @{ Text = 'domain=sales;' }
        @{ Text = '; domain=sales' }
        @{ Text = 'domain=sales; ; region=eu' }
    ) {
        $null = New-LakeTag domain sales
        $row = [pscustomobject]@{ Principal = 'role/a'; Permission = 'SELECT'; TagExpression = $Text; ResourceType = 'Table' }
        $row | Grant-LakePermission -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -Be 'ParameterArgumentTransformationError,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        Get-LakePermission role/a | Should -BeNullOrEmpty
    }

    It 'takes the objects of AWS.Tools' {
        [pscustomobject]@{
            Principal                  = [pscustomobject]@{ DataLakePrincipalIdentifier = "arn:aws:iam::${account}:role/old" }
            Resource                   = [pscustomobject]@{ Table = [pscustomobject]@{ DatabaseName = 'sales'; Name = $null; TableWildcard = [pscustomobject]@{ } } }
            Permissions                = [System.Collections.Generic.List[string]]@('SELECT')
            PermissionsWithGrantOption = [System.Collections.Generic.List[string]]@()
        } | Grant-LakePermission
        $granted = Get-LakePermission role/old
        $granted.ResourceKind | Should -Be 'AllTables'
        $granted.TableName | Should -Be '*'
    }

    It 'takes more than one call holds' {
        1..45 | ForEach-Object { [pscustomobject]@{ Principal = "role/r$_"; Permission = 'SELECT'; DatabaseName = 'sales'; TableName = 'orders' } } |
            Grant-LakePermission -PassThru | Should -HaveCount 45
        Get-LakePermission -DatabaseName sales -TableName orders | Should -HaveCount 45
    }

    It 'takes the ARN <arn>' -ForEach @(
        @{ arn = 'arn:aws:glue:us-east-1:000000000000:table/sales/orders'; permission = 'SELECT'; kind = 'Table' }
        @{ arn = 'arn:aws:glue:us-east-1:000000000000:database/sales'; permission = 'DESCRIBE'; kind = 'Database' }
        @{ arn = 'arn:aws:glue:us-east-1:000000000000:catalog'; permission = 'CREATE_DATABASE'; kind = 'Catalog' }
    ) {
        Grant-LakePermission -Principal role/a -Permission $permission -ResourceArn $arn
        (Get-LakePermission role/a).ResourceKind | Should -Be $kind
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'an unknown permission'; id = 'UnknownPermission'; with = @{ Permission = 'WRITE'; DatabaseName = 'sales'; TableName = 'orders' } }
        @{ why = 'SELECT on a database'; id = 'PermissionNotForResource'; with = @{ Permission = 'SELECT'; DatabaseName = 'sales' } }
        @{ why = 'two kinds of resource'; id = 'ResourceAmbiguous'; with = @{ Permission = 'SELECT'; DatabaseName = 'sales'; TableName = 'orders'; DataLocation = 's3://lake/' } }
        @{ why = 'no resource'; id = 'ResourceMissing'; with = @{ Permission = 'SELECT' } }
        @{ why = 'a grantable permission that is not granted'; id = 'GrantableNotGranted'; with = @{ Permission = 'SELECT'; GrantablePermission = 'INSERT'; DatabaseName = 'sales'; TableName = 'orders' } }
        @{ why = 'the ARN of a table in another Region'; id = 'ResourceOfOtherRegion'; with = @{ Permission = 'SELECT'; ResourceArn = 'arn:aws:glue:eu-central-1:000000000000:table/sales/orders' } }
        @{ why = 'the ARN of a role'; id = 'InvalidResourceArn'; with = @{ Permission = 'SELECT'; ResourceArn = 'arn:aws:iam::000000000000:role/x' } }
    ) {
        { Grant-LakePermission -Principal role/a @with -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.$id,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand"
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'refuses an empty <name>, which would make the resource a wider one' -ForEach @(
        @{ name = 'TableName'; value = $null; permission = 'ALTER'; with = @{ DatabaseName = 'sales' } }
        @{ name = 'ColumnName'; value = $null; permission = 'SELECT'; with = @{ DatabaseName = 'sales'; TableName = 'orders' } }
        @{ name = 'ColumnName'; value = @(); permission = 'SELECT'; with = @{ DatabaseName = 'sales'; TableName = 'orders' } }
        @{ name = 'ExcludedColumnName'; value = @(); permission = 'SELECT'; with = @{ DatabaseName = 'sales'; TableName = 'orders' } }
        @{ name = 'FilterName'; value = ''; permission = 'SELECT'; with = @{ DatabaseName = 'sales'; TableName = 'orders' } }
        @{ name = 'TagValue'; value = $null; permission = 'DESCRIBE'; with = @{ TagKey = 'domain' } }
    ) {
        $with[$name] = $value
        { Grant-LakePermission -Principal role/a -Permission $permission @with -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceNameEmpty,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'refuses an empty -ColumnName beside tables of the pipeline' {
        { Get-GlueTable sales orders | Grant-LakePermission -Principal role/a -Permission SELECT -ColumnName $null -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceNameEmpty,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'takes back what Export-Csv wrote' {
        $csv = Join-Path $TestDrive exported.csv
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id, region
        Grant-LakePermission -Principal role/b -Permission SELECT, INSERT -GrantablePermission INSERT -DatabaseName sales -TableName items
        Grant-LakePermission -Principal role/c -Permission ALTER -DatabaseName sales
        Grant-LakePermission -Principal role/c -Permission CREATE_DATABASE -Catalog
        $before = Get-LakePermission | ForEach-Object { "$_ $($_.GrantablePermission)" }
        Get-LakePermission | Export-Csv $csv
        Get-LakePermission | Revoke-LakePermission
        Import-Csv $csv | Grant-LakePermission -ErrorAction Stop
        Get-LakePermission | ForEach-Object { "$_ $($_.GrantablePermission)" } | Should -Be $before
    }

    It 'refuses an entry that lost its columns' {
        $entry = [pscustomobject]@{ Principal = 'role/a'; Permission = 'SELECT'; ResourceKind = 'Columns'; DatabaseName = 'sales'; TableName = 'orders'; ColumnName = '' }
        { $entry | Grant-LakePermission -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceKindMismatch,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand'
        Get-LakePermission | Should -BeNullOrEmpty
    }

    It 'lets a typed resource win over the kind of what is piped' {
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName sales
        Get-LakePermission role/a | Grant-LakePermission -TableName orders -ErrorAction Stop
        Get-LakePermission role/a -DatabaseName sales -TableName orders | Should -HaveCount 1
    }

    It 'says that <why>, with the entry as the target' -ForEach @(
        @{ why = 'a table is not there'; id = 'TableNotFound'; database = 'sales'; table = 'nope'; column = $null }
        @{ why = 'a database is not there'; id = 'DatabaseNotFound'; database = 'nope'; table = 'orders'; column = $null }
        @{ why = 'a column is not there'; id = 'ColumnNotFound'; database = 'sales'; table = 'orders'; column = 'zip' }
    ) {
        $with = @{ DatabaseName = $database; TableName = $table }
        if ($column) { $with.ColumnName = $column }
        Grant-LakePermission -Principal role/a -Permission SELECT @with -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.$id,LakeTools.Cmdlets.Permissions.GrantLakePermissionCommand"
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject.TableName | Should -Be $table
    }

    It 'goes on after a bad entry' {
        'orders', 'nope', 'items' | ForEach-Object { [pscustomobject]@{ DatabaseName = 'sales'; TableName = $_ } } |
            Grant-LakePermission -Principal role/a -Permission SELECT -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        (Get-LakePermission role/a).TableName | Sort-Object | Should -Be @('items', 'orders')
    }

    It 'refuses who may not grant' {
        $analyst = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -Connection $analyst -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].CategoryInfo.Category | Should -BeIn 'PermissionDenied', 'ObjectNotFound'
    }
}

Describe 'Revoke-LakePermission' {
    BeforeEach { New-TestLake ([guid]::NewGuid().ToString('n')) }

    It 'takes one permission and leaves the rest' {
        Grant-LakePermission -Principal role/a -Permission SELECT, INSERT -DatabaseName sales -TableName orders
        Revoke-LakePermission -Principal role/a -Permission INSERT -DatabaseName sales -TableName orders
        (Get-LakePermission role/a).Permission | Should -Be @('SELECT')
    }

    It 'takes all that Get-LakePermission lists' {
        Grant-LakePermission -Principal role/a -Permission ALL -DatabaseName sales -TableName orders
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName *
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName items -ColumnName id
        Grant-LakePermission -Principal role/a -Permission CREATE_DATABASE -Catalog
        Grant-LakePermission -Principal role/b -Permission SELECT -DatabaseName sales -TableName orders
        Get-LakePermission -Principal role/a | Revoke-LakePermission -ErrorAction Stop
        Get-LakePermission role/a | Should -BeNullOrEmpty
        Get-LakePermission role/b | Should -HaveCount 1
    }

    It 'takes the grant option only, and leaves the permission' {
        Grant-LakePermission -Principal role/a -Permission SELECT -GrantablePermission SELECT -DatabaseName sales -TableName orders
        Revoke-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -GrantOptionOnly -ErrorAction Stop
        $left = Get-LakePermission role/a
        $left.Permission | Should -Be @('SELECT')
        $left.GrantablePermission | Should -BeNullOrEmpty
    }

    It 'succeeds where nothing is granted' {
        { Revoke-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -ErrorAction Stop } | Should -Not -Throw
    }

    It 'leaves implicit permissions out with a warning' {
        [pscustomobject]@{ Principal = 'role/a'; Permission = 'SELECT'; DatabaseName = 'sales'; TableName = 'orders'; Source = 'Implicit' } |
            Revoke-LakePermission -WarningVariable warned -WarningAction SilentlyContinue -ErrorAction Stop
        $warned | Should -HaveCount 1
    }

    It 'changes nothing with -WhatIf' {
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders
        Get-LakePermission role/a | Revoke-LakePermission -WhatIf
        Get-LakePermission role/a | Should -HaveCount 1
    }
}

Describe 'Get-LakePermission' {
    BeforeAll {
        New-TestLake listed
        Grant-LakePermission -Principal role/a -Permission SELECT, DESCRIBE -DatabaseName sales -TableName orders
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName *
        Grant-LakePermission -Principal role/b -Permission DESCRIBE -DatabaseName sales
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName sales -TableName items
    }

    It 'puts together what Lake Formation takes apart' {
        $granted = Get-LakePermission role/a -DatabaseName sales -TableName orders | Where-Object ResourceKind -EQ Table
        $granted | Should -HaveCount 1
        $granted.Permission | Should -Be @('SELECT', 'DESCRIBE')
    }

    It 'gives the database''s own permissions where no table is named' {
        (Get-LakePermission -DatabaseName sales).Principal | Should -Be "arn:aws:iam::${account}:role/b"
    }

    It 'takes wildcards in principals' {
        Get-LakePermission '*role/a' | Should -HaveCount 2
    }

    It 'marks what IAM alone decides' {
        (Get-LakePermission IAM_ALLOWED_PRINCIPALS).Source | Should -Be 'IamAllowed'
    }

    It 'is useful as JSON' {
        $json = Get-LakePermission role/b | ConvertTo-Json | ConvertFrom-Json
        $json.ResourceKind | Should -Be 'Database'
        $json.Permission | Should -Be @('DESCRIBE')
    }
}

Describe 'Criteria of Get-LakePermission' {
    BeforeAll {
        New-TestLake criteria
        $nested = '000000000000:s3tablescatalog/shop'
        $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
        New-LakeBucket lake-criteria | Out-Null
        Register-LakeLocation -Path s3://lake-criteria -UseServiceLinkedRole
        New-GlueTable sales placed -Column 'id:int' -Location s3://lake-criteria/placed | Out-Null
        New-LakeTag domain sales | Out-Null
        New-LakeDataFilter @orders eu -RowFilter "region = 'EU'" -ColumnName id | Out-Null
        New-LakeCatalog s3tablescatalog -FederatedIdentifier arn:aws:s3tables:us-east-1:000000000000:bucket/* -ConnectionName aws:s3tables | Out-Null
        Grant-LakePermission -Principal role/table -Permission SELECT @orders
        Grant-LakePermission -Principal role/column -Permission SELECT @orders -ColumnName id, price
        Grant-LakePermission -Principal role/others -Permission SELECT @orders -ExcludedColumnName price
        Grant-LakePermission -Principal role/filter -Permission SELECT @orders -FilterName eu
        Grant-LakePermission -Principal role/all -Permission SELECT -DatabaseName sales -TableName *
        Grant-LakePermission -Principal role/base -Permission DESCRIBE -DatabaseName sales
        Grant-LakePermission -Principal role/tag -Permission DESCRIBE -TagKey domain -TagValue sales
        Grant-LakePermission -Principal role/place -Permission DATA_LOCATION_ACCESS -DataLocation s3://lake-criteria
        Grant-LakePermission -Principal role/placed -Permission SELECT -DatabaseName sales -TableName placed
        Grant-LakePermission -Principal role/nested -Permission SELECT @orders -CatalogId $nested
        Grant-LakePermission -Principal role/nested -Permission DESCRIBE -Catalog -CatalogId $nested
    }

    It 'select: <Call>' -ForEach @(
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* }; Roles = 'column', 'filter', 'others', 'table' }
        @{ Call = { Get-LakePermission -DatabaseName s* -TableName orders }; Roles = 'column', 'filter', 'others', 'table' }
        @{ Call = { Get-LakePermission -TableName ord* }; Roles = 'column', 'filter', 'others', 'table' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName * }; Roles = 'all', 'column', 'filter', 'others', 'placed', 'table' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* -ColumnName price }; Roles = 'column' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName * -ColumnName price }; Roles = 'column' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* -ColumnName region }; Roles = @() }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* -ExcludedColumnName price }; Roles = 'others' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* -FilterName eu }; Roles = 'filter' }
        @{ Call = { Get-LakePermission -DatabaseName sales -TableName ord* -FilterName us }; Roles = @() }
        @{ Call = { Get-LakePermission -DatabaseName s* -CatalogId 000000000000 }; Roles = 'base' }
        @{ Call = { Get-LakePermission -DatabaseName s* -TableName ord* -CatalogId 000000000000:s3tablescatalog/shop }; Roles = 'nested' }
        @{ Call = { Get-LakePermission -DatabaseName s* -CatalogId 000000000000:s3tablescatalog/shop }; Roles = @() }
        @{ Call = { Get-LakePermission -CatalogId 000000000000:s3tablescatalog/shop }; Roles = 'nested', 'nested' }
        @{ Call = { Get-LakePermission -CatalogId 000000000000:s3tablescatalog }; Roles = @() }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed }; Roles = 'place', 'placed' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -DatabaseName sales -TableName placed }; Roles = 'placed' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -DatabaseName sales -TableName pl* }; Roles = 'placed' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -DatabaseName sales -TableName orders }; Roles = @() }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -DatabaseName sales -TableName placed -ColumnName id }; Roles = @() }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -DataLocation s3://lake-criteria }; Roles = 'place' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria/placed -CatalogId 000000000000:s3tablescatalog/shop }; Roles = @() }
    ) {
        $ErrorActionPreference = 'Stop'
        $found = & $Call | ForEach-Object { ($_.Principal -split '/')[-1] } | Sort-Object
        "$found" | Should -Be "$Roles"
    }

    It 'are refused where they contradict: <Call>' -ForEach @(
        @{ Call = { Get-LakePermission -DatabaseName s* -TagKey domain }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -DatabaseName s* -DataLocation s3://lake-criteria }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -DatabaseName s* -Catalog }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -DatabaseName s* -TableName o* -ColumnName id -FilterName eu }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria -TagKey domain }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -Path s3://lake-criteria -Catalog }; Id = 'ResourceAmbiguous' }
        @{ Call = { Get-LakePermission -DatabaseName s* -ColumnName id }; Id = 'ResourceIncomplete' }
        @{ Call = { Get-LakePermission -ColumnName id }; Id = 'ResourceIncomplete' }
        @{ Call = { Get-LakePermission -ExcludedColumnName id }; Id = 'ResourceIncomplete' }
        @{ Call = { Get-LakePermission -TagValue sales }; Id = 'ResourceIncomplete' }
        @{ Call = { Get-LakePermission -ResourceType Table }; Id = 'ResourceMissing' }
    ) {
        { $ErrorActionPreference = 'Stop'; & $Call } | Should -Throw -ErrorId "LakeTools.$Id,*"
    }

    It 'name one resource where they are a permission' {
        (Get-LakePermission role/all | Get-LakePermission -Principal '*').Principal | Should -BeLike '*role/all'
    }
}

Describe 'The resource of an object' {
    BeforeAll {
        New-TestLake ([guid]::NewGuid().ToString('n'))
        Grant-LakePermission -Principal role/database -Permission DESCRIBE -DatabaseName sales
        Grant-LakePermission -Principal role/table -Permission SELECT -DatabaseName sales -TableName orders
        Grant-LakePermission -Principal role/column -Permission SELECT -DatabaseName sales -TableName orders -ColumnName id
        $before = @(Get-LakePermission).Count
        $unset = $null
    }

    It 'can be a hashtable: <roles>' -ForEach @(
        @{ roles = 'database'; resource = @{ Database = @{ Name = 'sales' } } }
        @{ roles = 'table'; resource = @{ table = @{ databasename = 'sales'; NAME = 'orders' } } }
        @{ roles = 'column'; resource = @{ TableWithColumns = @{ DatabaseName = 'sales'; Name = 'orders'; ColumnNames = 'id' } } }
    ) {
        $found = @(Get-LakePermission -Resource $resource)
        $found.Principal | ForEach-Object { ($_ -split '/')[-1] } | Should -Contain $roles
        $found.Count | Should -BeLessThan $before
    }

    It 'grants what a hashtable names' {
        Grant-LakePermission -Principal role/granted -Permission SELECT -Resource @{
            TableWithColumns = @{ DatabaseName = 'sales'; Name = 'orders'; ColumnWildcard = @{ ExcludedColumnNames = 'id' } } }
        $granted = Get-LakePermission -Principal role/granted
        $granted.ExcludedColumnName | Should -Be 'id'
        $granted | Revoke-LakePermission -Confirm:$false
    }

    It 'is an error where it is not understood, and does not mean all: <what>' -ForEach @(
        @{ what = 'a text'; resource = 'x' }
        @{ what = 'a number'; resource = 5 }
        @{ what = 'a list'; resource = 'x', 'y' }
        @{ what = 'nothing'; resource = $null; id = 'ResourceNameEmpty' }
        @{ what = 'no text'; resource = ''; id = 'ResourceNameEmpty' }
        @{ what = 'an empty hashtable'; resource = @{}; id = 'ResourceNameEmpty' }
        @{ what = 'an object without members'; resource = [pscustomobject]@{ Name = 'sales' } }
        @{ what = 'a mistyped kind'; resource = @{ Databse = @{ Name = 'sales' } } }
        @{ what = 'a mistyped kind beside another'; resource = @{ Database = @{ Name = 'sales' }; Tabel = @{ Name = 'orders' } } }
        @{ what = 'a mistyped member'; resource = @{ Table = @{ DatabaseName = 'sales'; Nam = 'orders' } } }
        @{ what = 'a member that is missing'; resource = [pscustomobject]@{ Table = [pscustomobject]@{ DatabaseName = 'sales' } } }
        @{ what = 'two kinds'; resource = @{ Database = @{ Name = 'sales' }; Catalog = @{} } }
        @{ what = 'columns without names'; resource = @{ TableWithColumns = @{ DatabaseName = 'sales'; Name = 'orders' } } }
        @{ what = 'a mistyped exclusion'; resource = @{ TableWithColumns = @{ DatabaseName = 'sales'; Name = 'orders'; ColumnWildcard = @{ ExcludedColumnName = 'id' } } } }
        @{ what = 'text for a part'; resource = @{ Database = 'sales' } }
        @{ what = 'an expression without conditions'; resource = @{ LFTagPolicy = @{ ResourceType = 'TABLE'; Expression = @() } } }
        @{ what = 'a catalog that cannot be'; resource = @{ Database = @{ Name = 'sales'; CatalogId = 'nosuch' } }; id = 'CatalogIdInvalid' }
    ) {
        $expected = "LakeTools.$($id ?? 'ResourceObjectInvalid'),*"
        { Get-LakePermission -Resource $resource -ErrorAction Stop } | Should -Throw -ErrorId $expected
        { Grant-LakePermission -Principal role/x -Permission DESCRIBE -Resource $resource -ErrorAction Stop } | Should -Throw -ErrorId $expected
        { Revoke-LakePermission -Principal role/table -Permission SELECT -Resource $resource -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId $expected
        @(Get-LakePermission).Count | Should -Be $before
    }

    It 'is not used where a row has an empty cell' {
        ('Principal,Resource', 'role/table,' | ConvertFrom-Csv | Get-LakePermission).Principal | Should -BeLike '*role/table'
    }
}

Describe 'A criterion that is typed and empty' {
    BeforeEach {
        New-TestLake ([guid]::NewGuid().ToString('n'))
        Grant-LakePermission -Principal role/a, role/b -Permission SELECT -DatabaseName sales -TableName orders
        New-LakeOptIn role/a -DatabaseName sales -TableName orders | Out-Null
        $page = Join-Path $TestDrive "$([guid]::NewGuid()).html"
        $missing = $null
    }

    It 'is an error, and does not mean all: <Call>' -ForEach @(
        @{ Call = { Get-LakePermission -Principal $missing } }
        @{ Call = { Get-LakePermission $missing -DatabaseName sales -TableName orders } }
        @{ Call = { Get-LakePermission -Principal role/a, $missing } }
        @{ Call = { Get-LakePermission -Principal @() } }
        @{ Call = { Get-LakePermission -Principal ' ' } }
        @{ Call = { Get-LakePermission -Path $missing } }
        @{ Call = { Get-LakePermission -DatabaseName $missing } }
        @{ Call = { Get-LakePermission -CatalogId $missing } }
        @{ Call = { Get-GlueTable sales orders | Get-LakePermission -Principal $missing } }
        @{ Call = { Get-LakeOptIn $missing } }
        @{ Call = { Get-LakeOptIn -DatabaseName '' } }
        @{ Call = { Get-LakeAccessEvent -Principal $missing } }
        @{ Call = { Get-LakeAccessEvent -DatabaseName $missing } }
        @{ Call = { Get-LakeAccessEvent -TableName '' } }
        @{ Call = { Get-LakeTagAssignment sales -TableName $missing } }
        @{ Call = { Get-LakeTagAssignment sales orders -ColumnName $missing } }
        @{ Call = { Get-LakeDefinitionHistory $missing } }
        @{ Call = { Export-LakeDefinition -DatabaseName $missing } }
        @{ Call = { Export-LakeReport $page -Principal $missing -PassThru } }
        @{ Call = { Export-LakeReport $page -DatabaseName $missing -PassThru } }
        @{ Call = { Get-GlueDatabase | Export-LakeReport $page -Principal $missing -PassThru } }
        @{ Call = { Get-GlueTable sales -CatalogId $missing } }
        @{ Call = { Get-GluePartition sales orders -Filter ' ' } }
    ) {
        & $Call 2>$null | Should -BeNullOrEmpty
        { $ErrorActionPreference = 'Stop'; & $Call } | Should -Throw -ErrorId 'LakeTools.ResourceNameEmpty,*'
        $page | Should -Not -Exist
    }

    It 'revokes nothing' {
        Get-LakePermission -Principal $missing -ErrorAction SilentlyContinue | Revoke-LakePermission
        Get-LakePermission -Principal role/a, role/b | Should -HaveCount 2
    }

    It 'means none as a property of a piped object' {
        ([pscustomobject]@{ Principal = ''; DatabaseName = 'sales'; TableName = 'orders'; ColumnName = '' } | Get-LakePermission).Principal |
            Should -HaveCount 2
    }
}

Describe 'Permissions on catalogs, and what is at a table' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string' | Out-Null
    }

    It 'takes what the permissions reference lists of catalogs' {
        Grant-LakePermission -Principal role/a -Permission DESCRIBE, ALTER, DROP -Catalog -ErrorAction Stop
        (Get-LakePermission role/a).Permission | Should -Be ALTER, DROP, DESCRIBE
        Grant-LakePermission -Principal role/b -Permission ALL -Catalog -ErrorAction Stop
        (Get-LakePermission role/b).Permission | Should -Be ALL
        Test-LakePermission -Principal role/b -Permission CREATE_DATABASE -Catalog -Quiet | Should -BeTrue
        Test-LakePermission -Principal role/b -Permission CREATE_LF_TAG -Catalog -Quiet | Should -BeFalse
        { Grant-LakePermission -Principal role/c -Permission SUPER_USER -Catalog -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.PermissionNotForResource,*'
    }

    It 'lists the grants on the data filters of a table with the table' {
        New-LakeDataFilter sales orders eu -RowFilter "region = 'EU'" -ColumnName id | Out-Null
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName sales -TableName orders -FilterName eu
        (Get-LakePermission -DatabaseName sales -TableName orders).FilterName | Should -Be eu
    }

    It 'lists grants on databases and tables at a path' {
        New-LakeBucket lake-data | Out-Null
        Register-LakeLocation -Path s3://lake-data/raw -UseServiceLinkedRole
        New-GlueDatabase raw -LocationUri s3://lake-data/raw | Out-Null
        New-GlueTable raw files -Column 'id:int' -Location s3://lake-data/raw | Out-Null
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName raw
        Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName raw -TableName files
        Grant-LakePermission -Principal role/a -Permission DATA_LOCATION_ACCESS -DataLocation s3://lake-data/raw
        (Get-LakePermission -Path s3://lake-data/raw).ResourceKind | Sort-Object | Should -Be Database, DataLocation, Table
    }
}
