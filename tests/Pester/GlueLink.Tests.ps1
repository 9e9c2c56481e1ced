BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets'
}

Describe 'Resource links' {
    BeforeEach {
        $lake = Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid())) -PassThru
        $null = New-GlueDatabase sales -LocationUri s3://sales-lake/ -Description Orders
        $null = New-GlueTable sales orders -Column 'id:int', 'name:string' -PartitionKey 'day:string' -Format Json -Location s3://sales-lake/orders/
        $null = New-GlueDatabase own
    }

    It 'are made of databases and shown with their target' {
        $link = New-GlueDatabase Shared -TargetDatabaseName Sales
        $link.Name | Should -BeExactly 'shared'
        $link.IsResourceLink | Should -BeTrue
        $link.TargetDatabaseName | Should -BeExactly 'sales'
        $link.TargetCatalogId | Should -Be $lake.AccountId
        $link.Description | Should -Be 'Orders'
        (Get-GlueDatabase sales).IsResourceLink | Should -BeFalse
        (Get-GlueTable shared).Name | Should -Be 'orders'
    }

    It 'are made of tables and shown with their target' {
        $link = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName Orders
        $link.IsResourceLink | Should -BeTrue
        $link.TargetTableName | Should -BeExactly 'orders'
        $link.TargetDatabaseName | Should -BeExactly 'sales'
        $link.Column.Name | Should -Be @('id', 'name')
        (Get-GlueTable sales orders).IsResourceLink | Should -BeFalse
    }

    It 'are copied by property name' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        Get-GlueDatabase shared | Select-Object Target*, @{ n = 'Name'; e = { 'again' } } | New-GlueDatabase | Out-Null
        (Get-GlueDatabase again).TargetDatabaseName | Should -Be 'sales'
    }

    It 'are refused with <what>' -ForEach @(
        @{ what = 'a location of their own'; id = 'ResourceLinkExcess'; do = { New-GlueDatabase linked -TargetDatabaseName sales -LocationUri s3://elsewhere/ -ErrorAction Stop } }
        @{ what = 'no catalog of a database'; id = 'CatalogIdInvalid'; do = { New-GlueDatabase linked -TargetDatabaseName sales -TargetCatalogId 12 -ErrorAction Stop } }
        @{ what = 'no catalog of a table'; id = 'CatalogIdInvalid'; do = { New-GlueTable own linked -TargetDatabaseName sales -TargetTableName orders -TargetCatalogId '123456789012:' -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "LakeTools.$id,*"
        Get-GlueDatabase linked* | Should -BeNullOrEmpty
        Get-GlueTable own | Should -BeNullOrEmpty
    }

    It 'make nothing with -WhatIf and say what they would link to' {
        New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders -WhatIf | Should -BeNullOrEmpty
        Get-GlueTable own | Should -BeNullOrEmpty
    }

    It 'do not take <what> of their own' -ForEach @(
        @{ what = 'a location'; change = { Set-GlueTable own ordered -Location s3://sales-lake/else/ -ErrorAction Stop } }
        @{ what = 'columns'; change = { Set-GlueTable own ordered -AddColumn 'x:int' -ErrorAction Stop } }
        @{ what = 'a description'; change = { Set-GlueDatabase shared -Description mine -ErrorAction Stop } }) {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        $e = $change | Should -Throw -PassThru
        $e.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResourceLinkNotChangeable,*'
        (Get-GlueTable sales orders).Location | Should -Be 's3://sales-lake/orders/'
        (Get-GlueDatabase sales).Description | Should -Be 'Orders'
    }

    It 'go away and leave their target, also with -Recurse' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $null = New-GlueDatabase other -TargetDatabaseName sales
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        Remove-GlueDatabase shared -Force
        Remove-GlueDatabase other -Recurse -Force
        Remove-GlueTable own ordered -Force
        (Get-GlueDatabase).Name | Should -Be @('own', 'sales')
        (Get-GlueTable sales).Name | Should -Be 'orders'
    }

    It 'take DESCRIBE and DROP alone, and say where to grant the rest' {
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        Grant-LakePermission -Principal role/analyst -Permission Describe, Drop -DatabaseName own -TableName ordered
        $e = { Grant-LakePermission -Principal role/analyst -Permission Select -DatabaseName own -TableName ordered -ErrorAction Stop } | Should -Throw -PassThru
        $e.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResourceLinkPermission,*'
        $e.ErrorDetails.RecommendedAction + $e.Exception.Message | Should -Match 'Grant-LakePermission .*sales'
    }

    It 'of a database take nothing on the tables behind them, and say where to grant it' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $refused = { Grant-LakePermission -Principal role/a -Permission SELECT -DatabaseName shared -TableName orders -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ResourceLinkPermission,*' -PassThru
        $refused.Exception.Message | Should -Match '-DatabaseName sales -TableName orders'
    }

    It 'are read, written and synced through' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        $file = Join-Path $TestDrive ([guid]::NewGuid().ToString() + '.json')
        Set-Content $file '{"id":1,"name":"Ada"}'
        $null = New-LakeBucket sales-lake
        Send-LakeObject $file s3://sales-lake/orders/day=1/one.json
        Sync-GluePartition own ordered -Confirm:$false
        (Get-GluePartition sales orders).Value | Should -Be '1'
        (Import-LakeData -DatabaseName own -TableName ordered).name | Should -Be 'Ada'
        (Import-LakeData -DatabaseName shared -TableName orders).name | Should -Be 'Ada'
        [pscustomobject]@{ id = 2; name = 'Bob'; day = '2' } | Export-LakeData -DatabaseName own -TableName ordered
        (Import-LakeData -DatabaseName sales -TableName orders).name | Sort-Object | Should -Be @('Ada', 'Bob')
    }

    It 'in another Region are told of where their data is read' {
        $null = New-GlueTable own far -TargetDatabaseName sales -TargetTableName orders -TargetRegion us-west-2
        (Get-GlueTable own far).TargetRegion | Should -Be 'us-west-2'
        { Import-LakeData -DatabaseName own -TableName far -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResourceLinkElsewhere,*'
    }

    It 'are tested with what the target and the link ask' {
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        $test = Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName own -TableName ordered
        $test.Allowed | Should -BeFalse
        "$($test.Reason)" | Should -Match 'SELECT on table sales.orders.*DESCRIBE on table own.ordered'
        $test.Reason[0].Text | Should -Match 'SELECT on table sales.orders'
        "$($test.Reason.Command)" | Should -Match 'SELECT -DatabaseName sales -TableName orders.*DESCRIBE -DatabaseName own'
        Grant-LakePermission -Principal role/analyst -Permission Select -DatabaseName sales -TableName orders
        (Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName own -TableName ordered).Allowed | Should -BeFalse
        Grant-LakePermission -Principal role/analyst -Permission Describe -DatabaseName own -TableName ordered
        (Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName own -TableName ordered).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/analyst -Permission Drop -DatabaseName own -TableName ordered).Allowed | Should -BeFalse
    }

    It 'of a database are followed to the tables behind them' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $test = Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName shared -TableName orders
        $test.Allowed | Should -BeFalse
        $test.Reason[0].Text | Should -Match 'SELECT on table sales.orders'
        "$($test.Reason.Command)" | Should -Match 'SELECT -DatabaseName sales -TableName orders.*DESCRIBE -DatabaseName shared'
        Grant-LakePermission -Principal role/analyst -Permission Select -DatabaseName sales -TableName orders
        (Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName shared -TableName orders).Allowed | Should -BeFalse
        Grant-LakePermission -Principal role/analyst -Permission Describe -DatabaseName shared
        $test = Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName shared -TableName orders
        $test.Allowed | Should -BeTrue
        $test.SelectableColumn | Should -Be @('id', 'name', 'day')
        $test.DatabaseName | Should -Be 'shared'
        (Test-LakePermission -Principal role/analyst -Permission Describe -DatabaseName shared -TableName orders).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/analyst -Permission Drop -DatabaseName shared -TableName orders).Allowed | Should -BeFalse
        Grant-LakePermission -Principal role/analyst -Permission Select -DatabaseName sales -TableName '*'
        (Test-LakePermission -Principal role/analyst -Permission Select -DatabaseName shared -TableName '*').Allowed | Should -BeTrue
    }

    It 'are exported, compared and published' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders
        $file = Join-Path $TestDrive ([guid]::NewGuid().ToString() + '.yaml')
        $null = Export-LakeDefinition $file
        Get-Content $file -Raw | Should -Match '(?s)shared:\s+targetDatabase: sales'
        "$(Compare-LakeDefinition $file)" | Should -Match '0 to create, 0 to change, 0 to remove'
        Remove-GlueDatabase shared -Force
        Remove-GlueTable own ordered -Force
        Publish-LakeDefinition $file | Out-Null
        (Get-GlueDatabase shared).TargetDatabaseName | Should -Be 'sales'
        (Get-GlueTable own ordered).TargetTableName | Should -Be 'orders'
        "$(Compare-LakeDefinition $file)" | Should -Match '0 to create, 0 to change, 0 to remove'
    }

    It 'have nothing of their own in a definition' {
        $file = Join-Path $TestDrive ([guid]::NewGuid().ToString() + '.yaml')
        Set-Content $file "lake: 1`ndatabases:`n  shared:`n    targetDatabase: sales`n    location: s3://sales-lake/`n"
        (Test-LakeDefinition $file).Id | Should -Contain 'ResourceLinkExcess'
    }

    It 'do not double their target''s tables in a report' {
        $null = New-GlueDatabase shared -TargetDatabaseName sales
        Grant-LakePermission -Principal role/analyst -Permission Select -DatabaseName sales -TableName orders
        $file = Join-Path $TestDrive ([guid]::NewGuid().ToString() + '.html')
        Export-LakeReport $file
        Get-Content $file -Raw | Should -Not -Match 'shared\.orders'
        Get-Content $file -Raw | Should -Match 'sales\.orders'
    }
}
