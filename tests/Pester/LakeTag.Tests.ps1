BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'

    # A new lake with the databases sales (orders, plans) and staff (people), and the tags domain and pii.
    function New-TaggedLake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        foreach ($name in 'sales', 'staff') { $null = New-GlueDatabase $name }
        $null = New-GlueTable sales orders -Column id:int, name:string, card:string -Location s3://lake/orders
        $null = New-GlueTable sales plans -Column id:int, text:string -Location s3://lake/plans
        $null = New-GlueTable staff people -Column id:int, name:string -Location s3://lake/people
        $null = New-LakeTag domain sales, hr
        $null = New-LakeTag pii yes, no
    }

    # What a role sees of the catalog, as 'database.table(columns)'.
    function Get-Seen([string] $Role) {
        $guest = Connect-Lake -Local (Get-LakeConnection).LocalPath -As $Role -PassThru
        Connect-Lake -Local $guest.LocalPath
        Get-GlueDatabase -Connection $guest | Get-GlueTable -Connection $guest |
            ForEach-Object { "$($_.DatabaseName).$($_.Name)($($_.Column.Name -join ' '))" }
    }
}

AfterAll { Disconnect-Lake }

Describe 'New-, Get-, Set- and Remove-LakeTag' {
    BeforeEach { New-TaggedLake }

    It 'makes a tag, in lower case' {
        $tag = New-LakeTag Region EU, US
        $tag | Should -BeOfType ([LakeTools.LakeTag])
        $tag.Key | Should -Be 'region'
        $tag.Value | Should -Be 'eu', 'us'
        $tag.CatalogId | Should -Be (Get-LakeConnection).AccountId
        (Get-LakeTag REGION).Value | Should -Be 'eu', 'us'
    }

    It 'makes a tag with more values than a call takes' {
        $values = 1..120 | ForEach-Object { "v{0:000}" -f $_ }
        (New-LakeTag many $values).Value | Should -HaveCount 120
        (Get-LakeTag many).Value | Should -Be $values
        (Set-LakeTag many -Value (51..170 | ForEach-Object { "v{0:000}" -f $_ }) -PassThru).Value | Should -HaveCount 120
        (Get-LakeTag many).Value[0, -1] | Should -Be 'v051', 'v170'
    }

    It 'lists by wildcards, and finds nothing without an error' {
        (Get-LakeTag).Key | Should -Be 'domain', 'pii'
        (Get-LakeTag d*).Key | Should -Be 'domain'
        Get-LakeTag x* | Should -BeNullOrEmpty
    }

    It 'says that a tag is not there' {
        { Get-LakeTag domian -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagNotFound,$command.GetLakeTagCommand"
        { Set-LakeTag nothing x -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagNotFound,$command.SetLakeTagCommand"
        { Remove-LakeTag nothing -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagNotFound,$command.RemoveLakeTagCommand"
    }

    It 'says that a tag is there already' {
        { New-LakeTag DOMAIN x -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagExists,$command.NewLakeTagCommand"
        (Get-LakeTag domain).Value | Should -Be 'hr', 'sales'
    }

    It 'refuses <Key> = <Value> before any call' -ForEach @(
        @{ Key = 'a#b'; Value = 'x' }, @{ Key = 'a' * 129; Value = 'x' }, @{ Key = 'k'; Value = 'x' * 257 }, @{ Key = 'k'; Value = '*' }, @{ Key = ' '; Value = 'x' }
    ) {
        { New-LakeTag $Key $Value -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagInvalid,$command.NewLakeTagCommand"
        Get-LakeTag | Should -HaveCount 2
    }

    It 'warns of names that are longer than the guide promises' {
        $tag = New-LakeTag ('k' * 51) x -WarningVariable warnings -WarningAction SilentlyContinue
        $tag.Key | Should -HaveCount 1
        $warnings | Should -HaveCount 1
    }

    It 'gives a tag the values that are named, and no other' {
        Set-LakeTag domain sales, it | Should -BeNullOrEmpty
        (Get-LakeTag domain).Value | Should -Be 'it', 'sales'
    }

    It 'adds and removes values; the others stay' {
        (Set-LakeTag domain -AddValue it, sales -RemoveValue hr, nothing -PassThru).Value | Should -Be 'it', 'sales'
        (Get-LakeTag domain).Value | Should -Be 'it', 'sales'
    }

    It 'replaces hundreds of values, which together exceed what a tag can have' {
        $old, $new = @(1..600 | ForEach-Object { "old-{0:000}" -f $_ }), @(1..600 | ForEach-Object { "new-{0:000}" -f $_ })
        $null = New-LakeTag many $old
        Set-LakeTag many -Value $new -ErrorAction Stop
        (Get-LakeTag many).Value | Should -Be $new
        Add-LakeTagAssignment sales -Tag @{ many = 'new-001' }
        $file = Join-Path $TestDrive many.yaml
        Set-Content $file 'lake: 1', 'name: many', "tags: { many: [$($old -join ', ')] }", 'databases: { sales: { tags: { many: old-600 } } }',
            'owns: [{ tag: many }]'
        (Publish-LakeDefinition $file -Force).Status | Should -Be Done
        (Get-LakeTag many).Value | Should -Be $old
        (Get-LakeTagAssignment sales).Tag['many'] | Should -Be old-600
    }

    It 'adds no value where not all of them can be added' {
        $old = 1..950 | ForEach-Object { "v-{0:000}" -f $_ }
        $null = New-LakeTag many $old
        { Set-LakeTag many -AddValue (1..100 | ForEach-Object { "w-$_" }) -ErrorAction Stop } | Should -Throw -ErrorId LakeTools.InvalidRequest*
        (Get-LakeTag many).Value | Should -Be $old
    }

    It 'says what was changed where a call fails: <skip>' -ForEach @(
        @{ skip = 1; id = 'ServiceError'; added = 0; kept = 60 }
        @{ skip = 3; id = 'ChangedPartly'; added = 60; kept = 10 }
    ) {
        $null = New-LakeTag many (1..60 | ForEach-Object { "old-$_" })
        $folder = (Get-LakeConnection).LocalPath
        $bad = Connect-Lake -Local $folder -NoDefault -MaxRetry 0 -Fault @{ Kind = 'ServerError'; Operation = 'UpdateLFTag'; Skip = $skip; Count = 1 }
        { Set-LakeTag many -Value (1..60 | ForEach-Object { "new-$_" }) -Connection $bad -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.$id,*"
        $values = (Get-LakeTag many).Value
        @($values -like 'new-*').Count | Should -Be $added
        @($values -like 'old-*').Count | Should -Be $kept
    }

    It 'keeps a value that something has, and names what has it' {
        Add-LakeTagAssignment sales orders -ColumnName card -Tag @{ domain = 'hr' }
        Set-LakeTag domain sales, it -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -Be "LakeTools.TagValueInUse,$command.SetLakeTagCommand"
        $problems[0].TargetObject.TableName | Should -Be 'orders'
        $problems[0].TargetObject.ColumnName | Should -Be 'card'
        (Get-LakeTag domain).Value | Should -Be 'hr', 'sales'
    }

    It 'removes tags, and takes them off what has them' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        Get-LakeTag | Remove-LakeTag -Confirm:$false
        Get-LakeTag | Should -BeNullOrEmpty
        Get-LakeTagAssignment sales | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        New-LakeTag more x -WhatIf
        Set-LakeTag domain x -WhatIf
        Remove-LakeTag domain -WhatIf
        (Get-LakeTag).Key | Should -Be 'domain', 'pii'
        (Get-LakeTag domain).Value | Should -Be 'hr', 'sales'
    }

    It 'feeds Grant-LakePermission' {
        Get-LakeTag domain | Grant-LakePermission -Principal role/steward -Permission ASSOCIATE
        $granted = Get-LakePermission role/steward
        $granted.TagKey | Should -Be 'domain'
        $granted.TagValue | Should -Be 'hr', 'sales'
    }
}

Describe 'Add-, Get- and Remove-LakeTagAssignment' {
    BeforeEach { New-TaggedLake }

    It 'tells own values from inherited ones' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales'; pii = 'no' }
        Add-LakeTagAssignment sales orders -Tag @{ domain = 'hr' }
        $added = Add-LakeTagAssignment sales orders card -Tag @{ pii = 'yes' } -PassThru
        $added | Should -BeOfType ([LakeTools.LakeTagAssignment])
        Get-LakeTagAssignment sales | ForEach-Object { "$_ $($_.InheritedFrom)".Trim() } | Should -Be 'sales: domain = sales', 'sales: pii = no'
        Get-LakeTagAssignment sales orders | ForEach-Object { "$_ $($_.InheritedFrom)".Trim() } | Should -Be @(
            'sales.orders: domain = hr', 'sales.orders: pii = no Database', 'sales.orders.card: pii = yes')
        Get-LakeTagAssignment sales orders card, id | ForEach-Object { "$_ $($_.InheritedFrom)".Trim() } | Should -Be @(
            'sales.orders.id: domain = hr Table', 'sales.orders.id: pii = no Database', 'sales.orders.card: domain = hr Table', 'sales.orders.card: pii = yes')
        Get-LakeTagAssignment sales * -Own | ForEach-Object { "$_" } | Should -Be 'sales.orders: domain = hr', 'sales.orders.card: pii = yes'
    }

    It 'takes tables from the pipeline' {
        Get-GlueTable sales * | Add-LakeTagAssignment -Tag @{ domain = 'sales' }
        (Get-LakeTagAssignment * * -Own).TableName | Should -Be 'orders', 'plans'
        Get-GlueDatabase staff | Add-LakeTagAssignment -Tag @{ domain = 'hr' }
        (Get-LakeTagAssignment staff).TagValue | Should -Be 'hr'
    }

    It 'finds the tables that match <pattern>, and no others' -ForEach @(
        @{ pattern = 'order?'; found = 'orders' }
        @{ pattern = '[op]l*'; found = 'plans' }
        @{ pattern = '*s'; found = 'orders', 'plans' }
        @{ pattern = 'order[a-b]'; found = @() }
    ) {
        Add-LakeTagAssignment -Tag @{ domain = 'hr' } -DatabaseName sales -TableName orders
        Add-LakeTagAssignment -Tag @{ domain = 'hr' } -DatabaseName sales -TableName plans
        @((Get-LakeTagAssignment sales $pattern -Own).TableName) | Should -Be $found
        Get-LakeTagAssignment sales $pattern -Own | Remove-LakeTagAssignment -Force
        @((Get-LakeTagAssignment sales * -Own).TableName) | Should -Be @('orders', 'plans' | Where-Object { $_ -notin $found })
    }

    It 'finds no columns without a table' {
        { Get-LakeTagAssignment sales -ColumnName id -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResourceIncomplete,*'
    }

    It 'replaces the value that is there' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        Add-LakeTagAssignment sales -Tag @{ Domain = 'HR' }
        (Get-LakeTagAssignment sales).TagValue | Should -Be 'hr'
    }

    It 'changes nothing where a tag is wrong: <Id>' -ForEach @(
        @{ Tag = @{ domian = 'sales'; pii = 'no' }; Id = 'TagNotFound' }
        @{ Tag = @{ domain = 'it'; pii = 'no' }; Id = 'TagValueNotFound' }
        @{ Tag = @{ domain = 'sales', 'hr'; pii = 'no' }; Id = 'TagValueAmbiguous' }
        @{ Tag = 'domain=sales; Domain=hr; pii=no'; Id = 'TagValueAmbiguous' }
        @{ Tag = @{ domain = $null; pii = 'no' }; Id = 'TagValueAmbiguous' }
        @{ Tag = @{ 'do#main' = 'sales'; pii = 'no' }; Id = 'TagInvalid' }
    ) {
        { Add-LakeTagAssignment sales -Tag $Tag -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,$command.AddLakeTagAssignmentCommand"
        Get-LakeTagAssignment sales | Should -BeNullOrEmpty
    }

    It 'says what is not there: <Id>' -ForEach @(
        @{ Resource = @{ DatabaseName = 'nothing' }; Id = 'DatabaseNotFound' }
        @{ Resource = @{ DatabaseName = 'sales'; TableName = 'nothing' }; Id = 'TableNotFound' }
        @{ Resource = @{ DatabaseName = 'sales'; TableName = 'orders'; ColumnName = 'nothing' }; Id = 'ColumnNotFound' }
        @{ Resource = @{ DatabaseName = 'sales'; TableName = '*' }; Id = 'TagResourceInvalid' }
        @{ Resource = @{ DatabaseName = 'sales'; TableName = '' }; Id = 'ResourceNameEmpty' }
        @{ Resource = @{ DatabaseName = 'sales'; ColumnName = 'id' }; Id = 'ResourceIncomplete' }
    ) {
        { Add-LakeTagAssignment @Resource -Tag @{ pii = 'no' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,$command.AddLakeTagAssignmentCommand"
        Get-LakeTagAssignment sales | Should -BeNullOrEmpty
    }

    It 'takes off what was put on' {
        Add-LakeTagAssignment sales orders -Tag @{ domain = 'sales'; pii = 'no' }
        Add-LakeTagAssignment sales orders card, name -Tag @{ pii = 'yes' }
        Remove-LakeTagAssignment sales orders card -Tag @{ pii = $null } -Confirm:$false
        (Get-LakeTagAssignment sales orders).ForEach('ToString') | Should -Be @(
            'sales.orders: domain = sales', 'sales.orders: pii = no', 'sales.orders.name: pii = yes')
        (Remove-LakeTagAssignment sales orders -Tag @{ domain = 'hr'; pii = 'no' } -Confirm:$false -PassThru).TagKey | Should -Be 'pii'
        Get-LakeTagAssignment sales orders | Remove-LakeTagAssignment -Confirm:$false
        Get-LakeTagAssignment sales orders | Should -BeNullOrEmpty
    }

    It 'leaves inherited values out with a warning' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        Get-LakeTagAssignment sales orders | Remove-LakeTagAssignment -Confirm:$false -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -HaveCount 1
        (Get-LakeTagAssignment sales).TagValue | Should -Be 'sales'
    }

    It 'copies the tags of one table to another' {
        Add-LakeTagAssignment sales orders -Tag @{ domain = 'sales'; pii = 'no' }
        Get-LakeTagAssignment sales orders | Select-Object Tag | Add-LakeTagAssignment -DatabaseName sales -TableName plans
        (Get-LakeTagAssignment sales plans).TagValue | Should -Be 'sales', 'no'
    }

    It 'changes nothing with -WhatIf' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' } -WhatIf
        Get-LakeTagAssignment sales | Should -BeNullOrEmpty
    }

    It 'refuses whoever may not put the tag there' {
        Grant-LakePermission -Principal role/steward -TagKey pii -TagValue no -Permission ASSOCIATE
        Grant-LakePermission -Principal role/steward -DatabaseName sales -TableName orders -Permission ALL -GrantablePermission ALL
        $steward = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/steward -PassThru
        Add-LakeTagAssignment sales orders -Tag @{ pii = 'no' } -Connection $steward
        { Add-LakeTagAssignment sales plans -Tag @{ pii = 'no' } -Connection $steward -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.AccessDenied,$command.AddLakeTagAssignmentCommand"
        { Add-LakeTagAssignment sales orders -Tag @{ pii = 'yes' } -Connection $steward -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.TagValueNotFound,$command.AddLakeTagAssignmentCommand"
    }
}

Describe 'Grants on LF-Tags' {
    BeforeEach { New-TaggedLake }

    It 'names the tag or the value that is not there' {
        { Grant-LakePermission -Principal role/a -Permission SELECT -TagExpression @{ domian = 'sales' } -ResourceType Table -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TagNotFound,*'
        { Grant-LakePermission -Principal role/a -Permission SELECT -TagExpression @{ domain = 'slaes' } -ResourceType Table -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TagValueNotFound,*'
        { Grant-LakePermission -Principal role/a -Permission DESCRIBE -TagKey domain -TagValue slaes -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TagValueNotFound,*'
    }

    It 'show a role exactly the tables and columns that match, and follow the tags' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        Add-LakeTagAssignment sales orders card -Tag @{ domain = 'hr' }
        Grant-LakePermission -Principal role/analyst -TagExpression @{ domain = 'sales' } -ResourceType Database -Permission DESCRIBE
        Grant-LakePermission -Principal role/analyst -TagExpression @{ domain = 'sales' } -ResourceType Table -Permission SELECT
        Get-Seen role/analyst | Should -Be 'sales.orders(id name)', 'sales.plans(id text)'
        Add-LakeTagAssignment sales plans -Tag @{ domain = 'hr' }
        Get-Seen role/analyst | Should -Be 'sales.orders(id name)'
        Add-LakeTagAssignment sales -Tag @{ domain = 'hr' }
        Get-Seen role/analyst | Should -BeNullOrEmpty
        Add-LakeTagAssignment staff -Tag @{ domain = 'sales' }
        Get-Seen role/analyst | Should -Be 'staff.people(id name)'
    }

    It 'cut the data as well' {
        $null = New-LakeBucket lake
        $null = New-GlueTable sales cards -Column id:int, card:string -Location s3://lake/cards -Format Csv
        [pscustomobject]@{ id = 1; card = 'secret' } | Export-LakeData -DatabaseName sales -TableName cards
        Register-LakeLocation s3://lake -UseServiceLinkedRole
        Add-LakeTagAssignment sales cards -Tag @{ domain = 'sales' }
        Add-LakeTagAssignment sales cards card -Tag @{ domain = 'hr' }
        Grant-LakePermission -Principal role/analyst -TagExpression @{ domain = 'sales' } -ResourceType Table -Permission SELECT
        $guest = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/analyst -PassThru
        $row = Import-LakeData -DatabaseName sales -TableName cards -Connection $guest
        $row.psobject.Properties.Name | Should -Be 'id'
        $row.id | Should -Be 1
    }

    It 'go by the name of an expression, and follow it' {
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        $null = New-LakeTagExpression Reports @{ domain = 'sales' }
        Get-LakeTagExpression Reports | Grant-LakePermission -Principal role/analyst -ResourceType Database -Permission DESCRIBE
        Get-LakeTagExpression Reports | Grant-LakePermission -Principal role/analyst -ResourceType Table -Permission SELECT
        Get-Seen role/analyst | Should -HaveCount 2
        Set-LakeTagExpression Reports @{ domain = 'hr' }
        Get-Seen role/analyst | Should -BeNullOrEmpty
        Set-LakeTagExpression Reports @{ domain = 'hr', 'sales' }
        Remove-LakeTagExpression Reports -Confirm:$false
        Get-Seen role/analyst | Should -BeNullOrEmpty
        Get-LakePermission role/analyst | Should -BeNullOrEmpty
    }
}

Describe 'New-, Get-, Set- and Remove-LakeTagExpression' {
    BeforeEach { New-TaggedLake }

    It 'makes, lists and changes an expression' {
        $made = New-LakeTagExpression Reports @{ Domain = 'Sales', 'hr'; pii = 'no' } -Description 'for reports'
        $made | Should -BeOfType ([LakeTools.LakeTagExpression])
        $made.Name | Should -Be 'Reports'
        $made.Expression['domain'] | Should -Be 'hr', 'sales'
        $made.Description | Should -Be 'for reports'
        (Set-LakeTagExpression Reports -Expression 'domain=sales' -PassThru).Description | Should -Be 'for reports'
        (Set-LakeTagExpression Reports -Description '' -PassThru).Description | Should -BeNullOrEmpty
        (Get-LakeTagExpression R*).Expression.Keys | Should -Be 'domain'
    }

    It 'has the values of a key that is written twice, as text and as a table' {
        (New-LakeTagExpression text 'domain=sales; pii=no; Domain=hr').Expression['domain'] | Should -Be 'hr', 'sales'
        $table = [hashtable]::new()
        $table['domain'] = 'sales'
        $table['Domain'] = 'hr'
        (New-LakeTagExpression table $table).Expression['domain'] | Should -Be 'hr', 'sales'
    }

    It 'says what is wrong: <Id>' -ForEach @(
        @{ Name = 'Reports'; Expression = @{ domain = 'sales' }; Id = 'TagExpressionExists' }
        @{ Name = 'Other'; Expression = @{ domain = 'it' }; Id = 'TagValueNotFound' }
        @{ Name = 'Other'; Expression = @{ nothing = 'x' }; Id = 'TagNotFound' }
    ) {
        $null = New-LakeTagExpression Reports @{ domain = 'sales' }
        { New-LakeTagExpression $Name $Expression -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,$command.NewLakeTagExpressionCommand"
        Get-LakeTagExpression | Should -HaveCount 1
    }

    It 'says that an expression is not there' {
        { Get-LakeTagExpression nothing -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagExpressionNotFound,$command.GetLakeTagExpressionCommand"
        { Remove-LakeTagExpression nothing -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.TagExpressionNotFound,$command.RemoveLakeTagExpressionCommand"
    }

    It 'removes expressions' {
        $null = New-LakeTagExpression Reports @{ domain = 'sales' }
        Get-LakeTagExpression | Remove-LakeTagExpression -WhatIf
        Get-LakeTagExpression | Should -HaveCount 1
        Get-LakeTagExpression | Remove-LakeTagExpression -Confirm:$false
        Get-LakeTagExpression | Should -BeNullOrEmpty
    }
}

Describe 'Find-LakeTaggedResource' {
    BeforeEach {
        New-TaggedLake
        Add-LakeTagAssignment sales -Tag @{ domain = 'sales' }
        Add-LakeTagAssignment sales orders card -Tag @{ domain = 'hr'; pii = 'yes' }
    }

    It 'finds databases, tables and columns, by what they inherit too' {
        $found = Find-LakeTaggedResource @{ domain = 'sales' }
        $found[0] | Should -BeOfType ([LakeTools.LakeTaggedResource])
        $found.ForEach('ToString') | Should -Be 'sales', 'sales.orders (but card)', 'sales.plans'
        $found.ResourceKind | Should -Be 'Database', 'Columns', 'Table'
        (Find-LakeTaggedResource @{ domain = 'sales', 'hr' } -ResourceType Table).ForEach('ToString') | Should -Be 'sales.orders', 'sales.plans'
        (Find-LakeTaggedResource @{ domain = 'hr'; pii = 'yes' }).ForEach('ToString') | Should -Be 'sales.orders (card)'
    }

    It 'finds by a saved expression' {
        $null = New-LakeTagExpression Cards @{ pii = 'yes' }
        (Find-LakeTaggedResource -TagExpressionName Cards).ColumnName | Should -Be 'card'
        (Get-LakeTagExpression Cards | Find-LakeTaggedResource).ColumnName | Should -Be 'card'
    }

    It 'says that a tag is not there' {
        { Find-LakeTaggedResource @{ nothing = 'x' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagNotFound,$command.FindLakeTaggedResourceCommand"
        { Find-LakeTaggedResource @{ domain = 'it' } -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.TagValueNotFound,$command.FindLakeTaggedResourceCommand"
    }

    It 'feeds Grant-LakePermission' {
        Find-LakeTaggedResource @{ pii = 'yes' } | Grant-LakePermission -Principal role/auditor -Permission SELECT
        $granted = Get-LakePermission role/auditor
        $granted.TableName | Should -Be 'orders'
        $granted.ColumnName | Should -Be 'card'
    }
}
