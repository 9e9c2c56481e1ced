BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'
    $analyst = 'arn:aws:iam::000000000000:role/analyst'
}

AfterAll { Disconnect-Lake }

Describe 'New-, Get- and Remove-LakeOptIn' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $folder
        New-GlueDatabase sales | Out-Null
        'orders', 'items' | ForEach-Object { New-GlueTable sales $_ -Column 'id:int' | Out-Null }
    }

    It 'opts in on a table' {
        $optIn = New-LakeOptIn role/analyst -DatabaseName sales -TableName orders
        $optIn | Should -BeOfType ([LakeTools.LakeOptIn])
        $optIn.Principal | Should -Be $analyst
        $optIn.ResourceKind | Should -Be Table
        $optIn.TableName | Should -Be orders
        $optIn.LastUpdatedBy | Should -Be 'arn:aws:iam::000000000000:role/LakeAdmin'
        (Get-LakeOptIn).Target | Should -Be $optIn.Target
    }

    It 'leaves what is there as it is' {
        New-LakeOptIn role/analyst -DatabaseName sales | Out-Null
        (New-LakeOptIn role/analyst -DatabaseName sales -ErrorAction Stop).ResourceKind | Should -Be Database
        @(Get-LakeOptIn).Count | Should -Be 1
    }

    It 'takes tables from the pipeline' {
        Get-GlueTable sales * | New-LakeOptIn -Principal role/analyst, role/other | Out-Null
        @(Get-LakeOptIn).Count | Should -Be 4
        (Get-LakeOptIn role/other).TableName | Sort-Object | Should -Be items, orders
        @(Get-GlueTable sales orders | Get-LakeOptIn).Count | Should -Be 2
    }

    It 'finds databases, tables and all tables by wildcards' {
        New-LakeOptIn role/analyst -DatabaseName sales | Out-Null
        New-LakeOptIn role/analyst -DatabaseName sales -TableName * | Out-Null
        New-LakeOptIn role/analyst -DatabaseName sales -TableName orders | Out-Null
        (Get-LakeOptIn -DatabaseName s*).ResourceKind | Should -Be Database
        (Get-LakeOptIn -DatabaseName sales -TableName *).TableName | Should -Be '*', orders
        (Get-LakeOptIn -DatabaseName sales -TableName o*).TableName | Should -Be orders
        @(Get-LakeOptIn *analyst).Count | Should -Be 3
        Get-LakeOptIn *nobody | Should -BeNullOrEmpty
    }

    It 'finds by the catalog, also beside wildcards' {
        $other = '000000000000:s3tablescatalog/shop'
        New-LakeCatalog s3tablescatalog -FederatedIdentifier arn:aws:s3tables:us-east-1:000000000000:bucket/* -ConnectionName aws:s3tables | Out-Null
        New-LakeOptIn role/analyst -DatabaseName sales | Out-Null
        New-LakeOptIn role/analyst -DatabaseName sales -CatalogId $other | Out-Null
        (Get-LakeOptIn -DatabaseName s*).CatalogId | Should -Be 000000000000
        (Get-LakeOptIn -DatabaseName s* -CatalogId $other).CatalogId | Should -Be $other
        (Get-LakeOptIn -CatalogId $other).CatalogId | Should -Be $other
        @(Get-LakeOptIn -CatalogId 000000000000).Count | Should -Be 2
        Get-LakeOptIn -CatalogId 111111111111 | Should -BeNullOrEmpty
        { Get-LakeOptIn -Catalog -DatabaseName s* -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResourceAmbiguous,*'
    }

    It 'finds by a short principal with wildcards' {
        foreach ($role in 'role/tmp-1', 'role/tmp-2', 'role/other') { New-LakeOptIn $role -DatabaseName sales | Out-Null }
        (Get-LakeOptIn role/tmp-*).Principal | Sort-Object | Should -Be 'arn:aws:iam::000000000000:role/tmp-1', 'arn:aws:iam::000000000000:role/tmp-2'
        foreach ($write in 'New-LakeOptIn', 'Remove-LakeOptIn') {
            & $write role/tmp-* -DatabaseName sales -ErrorVariable failed -ErrorAction SilentlyContinue -Confirm:$false
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.InvalidPrincipal,*'
        }
    }

    It 'finds all tables, and no other, from an opt-in on all tables' {
        New-LakeOptIn role/analyst -DatabaseName sales -TableName * | Out-Null
        New-LakeOptIn role/other -DatabaseName sales -TableName orders | Out-Null
        (Get-LakeOptIn role/analyst | Get-LakeOptIn -Principal *).TableName | Should -Be '*'
    }

    It 'removes what Get-LakeOptIn emits, the catalog''s too' {
        New-LakeOptIn role/analyst -Catalog | Out-Null
        New-LakeOptIn role/analyst -DatabaseName sales -TableName * | Out-Null
        Get-LakeOptIn | Remove-LakeOptIn -Confirm:$false -ErrorAction Stop
        Get-LakeOptIn | Should -BeNullOrEmpty
    }

    It 'says what is not there' {
        Remove-LakeOptIn role/analyst -DatabaseName sales -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.OptInNotFound,$command.RemoveLakeOptInCommand"
        $failed[0].CategoryInfo.Category | Should -Be ObjectNotFound
        New-LakeOptIn role/analyst -DatabaseName sales -TableName nope -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.TableNotFound,$command.NewLakeOptInCommand"
        $failed[0].TargetObject.TableName | Should -Be nope
    }

    It 'refuses <name> before any call' -ForEach @(
        @{ name = 'no resource'; arguments = @{}; id = 'ResourceMissing' }
        @{ name = 'two resources'; arguments = @{ Catalog = $true; DatabaseName = 'sales' }; id = 'ResourceAmbiguous' }
        @{ name = 'an empty table'; arguments = @{ DatabaseName = 'sales'; TableName = '' }; id = 'ResourceNameEmpty' }
        @{ name = 'a database in another Region'; arguments = @{ ResourceArn = 'arn:aws:glue:eu-central-1:000000000000:database/sales' }; id = 'ResourceOfOtherRegion' }
        @{ name = 'a location'; arguments = @{ ResourceArn = 'arn:aws:s3:::bucket' }; id = 'OptInUnsupported' }
    ) {
        New-LakeOptIn role/analyst @arguments -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.$id,$command.NewLakeOptInCommand"
    }

    It 'changes nothing with -WhatIf' {
        New-LakeOptIn role/analyst -DatabaseName sales -WhatIf
        Get-LakeOptIn | Should -BeNullOrEmpty
        New-LakeOptIn role/analyst -DatabaseName sales | Out-Null
        Get-LakeOptIn | Remove-LakeOptIn -WhatIf
        Get-LakeOptIn | Should -Not -BeNullOrEmpty
    }

    It 'is the administrators''' {
        Connect-Lake -Local $folder -As role/analyst
        New-LakeOptIn role/analyst -DatabaseName sales -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.AccessDenied,$command.NewLakeOptInCommand"
    }
}
