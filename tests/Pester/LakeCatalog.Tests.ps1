BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Glue'
    $buckets = 'arn:aws:s3tables:eu-central-1:000000000000:bucket/*'
}

AfterAll { Disconnect-Lake }

Describe 'Catalogs beside the account''s own' {
    BeforeEach {
        $lake = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $lake
    }

    It 'are made, found, changed and removed' {
        $made = New-LakeCatalog s3tablescatalog -FederatedIdentifier $buckets -ConnectionName aws:s3tables -Description 'All' `
            -DatabaseDefaultPermission None -TableDefaultPermission IamAllowedPrincipals -Parameter @{ a = 'b' } -Tag @{ team = 'data' }
        $made | Should -BeOfType ([LakeTools.LakeCatalog])
        $made.CatalogId | Should -Be 000000000000:s3tablescatalog
        $made.Source | Should -Be S3Tables
        $made.FederatedIdentifier | Should -Be $buckets
        $made.DatabaseDefaultPermission | Should -Be None
        $made.TableDefaultPermission | Should -Be IamAllowedPrincipals
        $made.Parameter.a | Should -Be b

        (Get-LakeCatalog).CatalogId | Should -Be 000000000000, 000000000000:s3tablescatalog
        (Get-LakeCatalog s3*).Name | Should -Be s3tablescatalog
        (Get-LakeCatalog 000000000000:s3tablescatalog).Description | Should -Be All
        (Get-LakeCatalog 000000000000).Source | Should -Be Account

        $changed = Get-LakeCatalog s3tablescatalog | Set-LakeCatalog -TableDefaultPermission None -OverwriteChildPermission -Description '' -PassThru
        $changed.TableDefaultPermission | Should -Be None
        $changed.DatabaseDefaultPermission | Should -Be None
        $changed.Description | Should -BeNullOrEmpty
        # What is not named stays.
        $changed.FederatedIdentifier | Should -Be $buckets
        $changed.ConnectionName | Should -Be aws:s3tables
        $changed.Parameter.a | Should -Be b

        Remove-LakeCatalog s3tablescatalog -Force
        (Get-LakeCatalog).CatalogId | Should -Be 000000000000
    }

    It 'say what they are of: <source>' -ForEach @(
        @{ source = 'Redshift'; with = @{ FederatedIdentifier = 'arn:aws:redshift:us-east-1:000000000000:datashare:a/b'; ConnectionName = 'aws:redshift' } }
        @{ source = 'Federated'; with = @{ FederatedIdentifier = 'orders'; ConnectionName = 'dynamo' } }
        @{ source = 'RedshiftManaged'; with = @{ DataLakeAccess = $true; DataTransferRoleArn = 'arn:aws:iam::000000000000:role/transfer' } }
        @{ source = 'RedshiftLink'; with = @{ TargetRedshiftCatalogArn = 'arn:aws:redshift:us-east-1:000000000000:catalog/x' } }
    ) {
        (New-LakeCatalog other @with).Source | Should -Be $source
        (Set-LakeCatalog other -Description x -PassThru).Source | Should -Be $source
    }

    It 'are refused before any call: <what>' -ForEach @(
        @{ what = 'a slash'; name = 'a/b'; with = @{}; id = 'CatalogNameInvalid' }
        @{ what = 'a long name'; name = 'a' * 65; with = @{}; id = 'CatalogNameInvalid' }
        @{ what = 'no connection'; name = 'a'; with = @{ FederatedIdentifier = 'x' }; id = 'CatalogSourceIncomplete' }
        @{ what = 'no source'; name = 'a'; with = @{ ConnectionName = 'aws:s3tables' }; id = 'CatalogSourceIncomplete' }
    ) {
        { New-LakeCatalog $name @with -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,$command.NewLakeCatalogCommand"
        (Get-LakeCatalog).Count | Should -Be 1
    }

    It 'are there once, or not at all' {
        $null = New-LakeCatalog one -Description x
        { New-LakeCatalog one -Description x -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.LakeCatalogExists,$command.NewLakeCatalogCommand"
        foreach ($call in { Get-LakeCatalog none -ErrorAction Stop }, { Set-LakeCatalog none -Description y -ErrorAction Stop }, { Remove-LakeCatalog none -Force -ErrorAction Stop }) {
            $call | Should -Throw -ErrorId 'LakeTools.LakeCatalogNotFound,*'
        }
    }

    It 'are made by who holds CREATE_CATALOG, and seen by who is granted something' {
        $null = New-LakeCatalog one -Description x
        $maker = Connect-Lake -Local $lake -As role/maker -NoDefault -PassThru
        { New-LakeCatalog two -Description x -Connection $maker -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
        Grant-LakePermission -Principal role/maker -Permission CREATE_CATALOG -Catalog
        (New-LakeCatalog two -Description x -Connection $maker).Name | Should -Be two
        { Get-LakeCatalog one -Connection $maker -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.LakeCatalogNotFound,*'
        Grant-LakePermission -Principal role/maker -Permission SUPER_USER -Catalog -CatalogId 000000000000:one
        (Get-LakeCatalog one -Connection $maker).Name | Should -Be one
        (Get-LakePermission role/maker -Catalog -CatalogId 000000000000:one).Permission | Should -Be SUPER_USER
    }

    It 'have grants on what is in them, apart from what has the same name in the account''s own' {
        $id = '000000000000:s3tablescatalog/shop'
        $place = @{ DatabaseName = 'sales'; TableName = 'orders' }
        $null = New-GlueDatabase sales
        $null = New-GlueTable sales orders -Column id:int, region:string
        { Grant-LakePermission -Principal role/a -Permission SELECT @place -CatalogId $id -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.LakeCatalogNotFound,*'
        { Test-LakePermission -Principal role/a -Permission SELECT @place -CatalogId $id -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.LakeCatalogNotFound,*'
        $null = New-LakeCatalog s3tablescatalog -FederatedIdentifier $buckets -ConnectionName aws:s3tables
        Grant-LakePermission -Principal role/a -Permission SUPER_USER -Catalog -CatalogId $id
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName sales -CatalogId $id
        Grant-LakePermission -Principal role/a -Permission SELECT -GrantablePermission SELECT @place -CatalogId $id
        Grant-LakePermission -Principal role/a -Permission SELECT @place -ColumnName id -CatalogId $id -ErrorAction SilentlyContinue
        (Get-LakePermission role/a).CatalogId | Select-Object -Unique | Should -Be $id
        (Get-LakePermission @place -CatalogId $id).Principal | Select-Object -Unique | Should -BeLike '*role/a'
        Get-LakePermission @place | Should -BeNullOrEmpty

        # Nothing of it counts in the account's own catalog.
        (Test-LakePermission -Principal role/a -Permission SELECT @place).Allowed | Should -BeFalse
        $guest = Connect-Lake -Local $lake -As role/a -NoDefault -PassThru
        Get-GlueDatabase -Connection $guest | Should -BeNullOrEmpty
        { Grant-LakePermission -Principal role/b -Permission SELECT @place -Connection $guest -ErrorAction Stop } | Should -Throw
        { Grant-LakePermission -Principal role/b -Permission INSERT @place -CatalogId "000000000000:s3tablescatalog/other" -Connection $guest -ErrorAction Stop } | Should -Throw
        Grant-LakePermission -Principal role/b -Permission SELECT @place -CatalogId $id -Connection $guest
        Revoke-LakePermission -Principal role/b -Permission SELECT @place -CatalogId $id -Connection $guest

        # SUPER_USER on the catalog is everything with what it holds; the place has no source here that could be read.
        $super = Test-LakePermission -Principal role/a -Permission DROP @place -CatalogId $id
        $super.Allowed | Should -BeTrue
        $super.Reason.Kind | Should -Contain CatalogGrant
        (Test-LakePermission -Principal role/a -Permission CREATE_TABLE -DatabaseName new -CatalogId $id).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/a -Permission DROP @place -CatalogId 000000000000:s3tablescatalog/other).Allowed | Should -BeFalse
        (Test-LakePermission -Principal role/a -Permission DROP -Catalog -CatalogId $id).Allowed | Should -BeFalse

        $file = Join-Path $TestDrive nested.yaml
        Export-LakeDefinition $file
        Test-LakeDefinition $file -Quiet | Should -BeTrue
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        Revoke-LakePermission -Principal role/a -Permission SELECT -GrantablePermission SELECT @place -CatalogId $id
        (Compare-LakeDefinition $file).HasChanges | Should -BeTrue
        (Publish-LakeDefinition $file).Status | Should -Be Done
        (Get-LakePermission @place -CatalogId $id).GrantablePermission | Should -Contain SELECT

        Remove-LakeCatalog s3tablescatalog -Force
        Get-LakePermission role/a | Should -BeNullOrEmpty
    }

    It 'hold nothing that the embedded lake reaches, and it says so: <what>' -ForEach @(
        @{ what = 'databases'; call = { Get-GlueDatabase -CatalogId 000000000000:one -ErrorAction Stop } }
        @{ what = 'a database'; call = { Get-GlueDatabase sales -CatalogId 000000000000:one -ErrorAction Stop } }
        @{ what = 'a new database'; call = { New-GlueDatabase sales -CatalogId 000000000000:one -ErrorAction Stop } }
        @{ what = 'a table'; call = { Get-GlueTable sales orders -CatalogId 000000000000:one -ErrorAction Stop } }
        @{ what = 'a new table'; call = { New-GlueTable sales orders -Column id:int -CatalogId 000000000000:one -ErrorAction Stop } }
    ) {
        $null = New-LakeCatalog one -Description x
        $null = New-GlueDatabase sales
        $caught = $null
        try { & $call } catch { $caught = $_ }
        "$($caught.Exception.InnerException.ErrorCode)$($caught.Exception.InnerException.InnerException.ErrorCode)" | Should -Be FederationSourceException
        $null = New-GlueTable sales orders -Column id:int
        (Get-GlueTable sales).CatalogId | Should -Be 000000000000
    }
}
