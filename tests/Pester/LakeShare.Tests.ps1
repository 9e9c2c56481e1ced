BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    # Account 1 has a table with two rows; account 2 and its analyst have nothing.
    function New-World([hashtable]$Producer = @{}, [hashtable]$Consumer = @{}) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $script:a = Connect-Lake -Local $folder -AccountId 111111111111 -NoDefault @Producer
        $script:b = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault @Consumer
        $script:analyst = Connect-Lake -Local $folder -AccountId 222222222222 -As role/analyst -NoDefault
        $null = New-LakeBucket sales-lake -Connection $a
        Register-LakeLocation s3://sales-lake/ -RoleArn role/LakeFormation -Connection $a
        $null = New-GlueDatabase sales -Connection $a
        foreach ($table in 'orders', 'returns') {
            $null = New-GlueTable sales $table -Column 'id:int', 'name:string', 'card:string' -Format Json -Location "s3://sales-lake/$table/" -Connection $a
        }
        $file = Join-Path $TestDrive ([guid]::NewGuid())
        Set-Content $file '{"id":1,"name":"Ada","card":"4711"}', '{"id":2,"name":"Bob","card":"0815"}'
        Send-LakeObject $file s3://sales-lake/orders/one.json -Connection $a
    }

    $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
    $shared = @{ CatalogId = '111111111111' }

    function Grant-Shared([string]$To = '222222222222', [string[]]$Permission = 'SELECT', [hashtable]$On = $orders) {
        Grant-LakePermission -Principal $To -Permission $Permission -GrantablePermission $Permission @On -Connection $a -ErrorAction Stop
    }

    function Approve-All { Get-LakeShareInvitation Pending -Connection $b | Approve-LakeShareInvitation -Connection $b }

    function Get-Refusal([scriptblock]$Do) { (({ & $Do } | Should -Throw -PassThru).FullyQualifiedErrorId -split ',')[0] -replace 'LakeTools\.' }

    function Get-Shared($Connection) { Get-GlueTable @orders @shared -Connection $Connection -ErrorAction Stop }
}

Describe 'Sharing with another account' {
    BeforeEach { New-World }

    It 'invites, and shows nothing before the invitation is accepted' {
        Grant-Shared
        $invitation = Get-LakeShareInvitation -Connection $b
        $invitation | Should -BeOfType ([LakeTools.LakeShareInvitation])
        $invitation.Status | Should -BeExactly Pending
        $invitation.SenderAccountId | Should -Be 111111111111
        $invitation.ReceiverAccountId | Should -Be 222222222222
        $invitation.Resource | Should -Contain 'arn:aws:glue:us-east-1:111111111111:table/sales/orders'
        Get-LakeShareInvitation -Connection $a | Should -BeNullOrEmpty
        Get-GlueDatabase -Share Foreign -Connection $b | Should -BeNullOrEmpty
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
        ($invitation | Approve-LakeShareInvitation -PassThru -Connection $b).Status | Should -BeExactly Accepted
        (Get-Shared $b).Column.Name | Should -Be @('id', 'name', 'card')
        (Get-LakeShareInvitation Accepted -Connection $b).InvitationArn | Should -Be $invitation.InvitationArn
    }

    It 'shows nothing of what is not granted, and nothing to others before it is passed on' {
        Grant-Shared
        Approve-All
        Get-Refusal { Get-GlueTable sales returns @shared -Connection $b -ErrorAction Stop } | Should -Be TableAccessDenied
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
        (Get-GlueTable -Share Foreign -Connection $b).Name | Should -Be orders
        Get-GlueTable -Share Foreign -Connection $analyst | Should -BeNullOrEmpty
    }

    It 'is listed with what is the account''s own, or alone' {
        $null = New-GlueDatabase own -Connection $b
        $null = New-GlueDatabase sales -Connection $b
        Grant-Shared
        Approve-All
        (Get-GlueDatabase -Connection $b).Name | Should -Be @('own', 'sales')
        Get-GlueDatabase -Share All -Connection $b | ForEach-Object { "$($_.CatalogId) $($_.Name)" } |
            Should -Be @('222222222222 own', '222222222222 sales', '111111111111 sales')
        (Get-GlueDatabase sales -Share Foreign -Connection $b).CatalogId | Should -Be 111111111111
        Get-GlueDatabase -Share Federated -Connection $b | Should -BeNullOrEmpty
        Get-Refusal { Get-GlueDatabase own -Share Foreign -Connection $b -ErrorAction Stop } | Should -Be DatabaseNotFound
        (Get-GlueDatabase sales -Share Foreign -Connection $b | Get-GlueTable -Connection $b).CatalogId | Should -Be 111111111111
    }

    It 'is not found by names with wildcards without the catalog' {
        Grant-Shared
        Approve-All
        $null = New-GlueDatabase sales -Connection $b
        $null = New-GlueTable sales orders -Column 'id:int' -Connection $b
        Grant-LakePermission -Principal role/z -Permission SELECT @orders -Connection $b
        Grant-LakePermission -Principal role/z -Permission SELECT @orders @shared -Connection $b
        $null = New-LakeOptIn -Principal role/z @orders -Connection $b
        $null = New-LakeOptIn -Principal role/z @orders @shared -Connection $b
        $any = @{ Principal = '*/z'; DatabaseName = 'sales'; TableName = 'ord*'; Connection = $b }
        foreach ($get in 'Get-LakePermission', 'Get-LakeOptIn') {
            (& $get @any).CatalogId | Should -Be 222222222222
            (& $get @any @shared).CatalogId | Should -Be 111111111111
            (& $get -Principal '*/z' -Connection $b).CatalogId | Sort-Object | Should -Be @('111111111111', '222222222222')
        }
    }

    It 'is passed on inside the account, as far as the account has it' {
        Grant-Shared -Permission SELECT, DESCRIBE
        Approve-All
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id, name -Connection $b -ErrorAction Stop
        (Get-Shared $analyst).Column.Name | Should -Be @('id', 'name')
        Get-Refusal { Grant-LakePermission -Principal role/analyst -Permission INSERT @orders @shared -Connection $b -ErrorAction Stop } | Should -Be AccessDenied
        Get-Refusal { Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName returns @shared -Connection $b -ErrorAction Stop } |
            Should -Be AccessDenied
        Get-Refusal { Grant-LakePermission -Principal role/other -Permission SELECT @orders @shared -Connection $analyst -ErrorAction Stop } | Should -Be AccessDenied
        (Get-LakePermission @orders @shared -Connection $b).Principal | Should -Be @('222222222222', 'arn:aws:iam::222222222222:role/analyst')
    }

    It 'is not passed on to <who>' -ForEach @(
        @{ who = '333333333333' }, @{ who = 'arn:aws:iam::111111111111:role/back' }
        @{ who = 'arn:aws:organizations::111111111111:organization/o-abcdefghij' }) {
        Grant-Shared
        Approve-All
        $e = { Grant-LakePermission -Principal $who -Permission SELECT @orders @shared -Connection $b -ErrorAction Stop } | Should -Throw -PassThru
        $e.FullyQualifiedErrorId | Should -BeLike 'LakeTools.InvalidRequest,*'
    }

    It 'cuts what is passed on to the columns that the account has' {
        Grant-LakePermission -Principal 222222222222 -Permission SELECT -GrantablePermission SELECT @orders -ColumnName id, name -Connection $a
        Approve-All
        (Get-Shared $b).Column.Name | Should -Be @('id', 'name')
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id -Connection $b -ErrorAction Stop
        (Get-Shared $analyst).Column.Name | Should -Be id
        Get-Refusal { Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName card -Connection $b -ErrorAction Stop } |
            Should -Be AccessDenied
    }

    It 'ends when it is revoked, and invites anew when it is granted again' {
        Grant-Shared
        Approve-All
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -Connection $b
        (Get-Shared $analyst).Name | Should -Be orders
        Revoke-LakePermission -Principal 222222222222 -Permission SELECT @orders -Connection $a
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
        Get-LakeShareInvitation -Connection $b | Should -BeNullOrEmpty
        Grant-Shared
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
        (Get-LakeShareInvitation -Connection $b).Status | Should -BeExactly Pending
        Revoke-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -Connection $b -ErrorAction Stop
        Approve-All
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
    }

    It 'ends with the table, whatever comes after it' {
        Grant-Shared
        Approve-All
        Remove-GlueTable @orders -Force -Connection $a
        $null = New-GlueTable @orders -Column 'id:int' -Connection $a
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
    }

    It 'is refused once and for all' {
        Grant-Shared
        $invitation = Get-LakeShareInvitation -Connection $b
        $invitation | Deny-LakeShareInvitation -Connection $b
        $invitation | Deny-LakeShareInvitation -Connection $b -ErrorAction Stop
        Get-Refusal { $invitation | Approve-LakeShareInvitation -Connection $b -ErrorAction Stop } | Should -Be ShareInvitationClosed
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
        Get-Refusal { Approve-LakeShareInvitation 'arn:aws:ram:us-east-1:111111111111:resource-share-invitation/none' -Connection $b -ErrorAction Stop } |
            Should -Be ShareInvitationNotFound
        Get-Refusal { Approve-LakeShareInvitation none -Connection $b -ErrorAction Stop } | Should -Be ShareInvitationNotFound
        Get-Refusal { $invitation | Approve-LakeShareInvitation -Connection $a -ErrorAction Stop } | Should -Be ShareInvitationNotFound
    }

    It 'changes nothing with -WhatIf' {
        Grant-Shared
        Get-LakeShareInvitation -Connection $b | Approve-LakeShareInvitation -WhatIf -Connection $b
        (Get-LakeShareInvitation -Connection $b).Status | Should -BeExactly Pending
    }

    It 'reaches a role of another account by itself, once that account has accepted' {
        Grant-LakePermission -Principal arn:aws:iam::222222222222:role/analyst -Permission SELECT @orders -Connection $a -ErrorAction Stop
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
        Approve-All
        (Get-Shared $analyst).Name | Should -Be orders
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
        (Get-GlueDatabase -Share Foreign -Connection $analyst).Name | Should -Be sales
    }

    It 'lets tables be made in a shared database, which are the owner''s' {
        Grant-Shared -Permission CREATE_TABLE, DESCRIBE -On @{ DatabaseName = 'sales' }
        Approve-All
        Grant-LakePermission -Principal role/analyst -Permission CREATE_TABLE -DatabaseName sales @shared -Connection $b -ErrorAction Stop
        $null = New-GlueTable sales made -Column 'id:int' @shared -Connection $analyst -ErrorAction Stop
        (Get-GlueTable sales made -Connection $a).CreatedBy | Should -Be 'arn:aws:sts::222222222222:assumed-role/analyst/LakeTools'
        Get-Refusal { New-GlueTable sales more -Column 'id:int' -Location s3://sales-lake/more/ @shared -Connection $analyst -ErrorAction Stop } |
            Should -BeLike '*AccessDenied'
        Get-Refusal { New-GlueDatabase more @shared -Connection $analyst -ErrorAction Stop } | Should -BeLike '*AccessDenied'
    }
}

Describe 'Links into another account' {
    BeforeEach {
        New-World
        Grant-Shared -Permission SELECT, INSERT
        Approve-All
        $null = New-GlueDatabase far -TargetDatabaseName sales -TargetCatalogId 111111111111 -Connection $b
        $null = New-GlueDatabase own -Connection $b
        $null = New-GlueTable own ordered -TargetDatabaseName sales -TargetTableName orders -TargetCatalogId 111111111111 -Connection $b
    }

    It 'ask for DESCRIBE on the link, and for the rest on the target' {
        Get-Refusal { Import-LakeData -DatabaseName own -TableName ordered -Connection $analyst -ErrorAction Stop } | Should -Be TableAccessDenied
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName own -TableName ordered -Connection $b
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName far -Connection $b
        Get-Refusal { Import-LakeData -DatabaseName own -TableName ordered -Connection $analyst -ErrorAction Stop } | Should -Be TableAccessDenied
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id, name -Connection $b
        (Import-LakeData -DatabaseName own -TableName ordered -Connection $analyst).name | Should -Be @('Ada', 'Bob')
        (Import-LakeData -DatabaseName far -TableName orders -Connection $analyst | Select-Object -First 1).PSObject.Properties.Name |
            Should -Be @('id', 'name')
        $e = { Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName own -TableName ordered -Connection $b -ErrorAction Stop } |
            Should -Throw -PassThru
        $e.FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResourceLinkPermission,*'
    }

    It 'show their target where the caller has it, and themselves where not' {
        (Get-GlueTable own ordered -Connection $b).Column.Name | Should -Be @('id', 'name', 'card')
        (Get-GlueTable far -Connection $b).Name | Should -Be orders
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName own -TableName ordered -Connection $b
        $link = Get-GlueTable own ordered -Connection $analyst
        $link.IsResourceLink | Should -BeTrue
        $link.TargetCatalogId | Should -Be 111111111111
        $link.Column | Should -BeNullOrEmpty
    }

    It 'are written through, with the keys that the owner''s location gives' {
        Grant-LakePermission -Principal role/analyst -Permission SELECT, INSERT @orders @shared -Connection $b
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName own -TableName ordered -Connection $b
        [pscustomobject]@{ id = 3; name = 'Eva'; card = '1' } | Export-LakeData -DatabaseName own -TableName ordered -Connection $analyst -ErrorAction Stop
        (Import-LakeData @orders -Connection $b -CatalogId 111111111111).name | Sort-Object | Should -Be @('Ada', 'Bob', 'Eva')
        Get-Refusal { Get-LakeObject s3://sales-lake/ -Connection $analyst -ErrorAction Stop } | Should -Be AccessDenied
    }

    It 'cut rows as the owner''s data filter does' {
        $null = New-LakeDataFilter sales returns eu -RowFilter 'id = 1' -ColumnName id -Connection $a
        $file = Join-Path $TestDrive ([guid]::NewGuid())
        Set-Content $file '{"id":1,"name":"x"}', '{"id":2,"name":"y"}'
        Send-LakeObject $file s3://sales-lake/returns/one.json -Connection $a
        $filter = @{ DatabaseName = 'sales'; TableName = 'returns'; FilterName = 'eu' }
        Grant-Shared -On $filter
        Grant-LakePermission -Principal role/analyst -Permission SELECT @filter @shared -Connection $b -ErrorAction Stop
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName far -Connection $b
        Import-LakeData -DatabaseName far -TableName returns -Connection $analyst | ForEach-Object { $_.id } | Should -Be 1
    }

    It 'lead nowhere once the owner has revoked, and stay' {
        Revoke-LakePermission -Principal 222222222222 -Permission SELECT, INSERT @orders -Connection $a
        Get-Refusal { Import-LakeData -DatabaseName own -TableName ordered -Connection $b -ErrorAction Stop } | Should -Be TableAccessDenied
        (Get-GlueTable own ordered -Connection $b).IsResourceLink | Should -BeTrue
        Remove-GlueTable own ordered -Force -Connection $b
        (Get-GlueTable @orders -Connection $a).Name | Should -Be orders
    }
}

Describe 'Test-LakePermission across accounts' {
    BeforeEach {
        New-World
        $ask = @{ Principal = 'role/analyst'; Permission = 'SELECT'; Connection = $b }
        $command = { @($args[0].Reason.Command | Where-Object { $_ })[0] }
    }

    It 'says what the other account would have to grant' {
        $test = Test-LakePermission @ask @orders @shared
        $test.Allowed | Should -BeFalse
        $test.Reason.Kind | Should -Be Missing
        & $command $test | Should -Be 'Grant-LakePermission -Principal 222222222222 -Permission SELECT -DatabaseName sales -TableName orders -GrantablePermission SELECT'
    }

    It 'says that an invitation waits, with the command that accepts it' {
        Grant-Shared
        $test = Test-LakePermission @ask @orders @shared
        $test.Allowed | Should -BeFalse
        $test.Reason.Kind | Should -Be InvitationPending
        & $command $test | Should -Be "Approve-LakeShareInvitation $((Get-LakeShareInvitation -Connection $b).InvitationArn)"
    }

    It 'says what is to be passed on, and by which grant it is there' {
        Grant-Shared
        Approve-All
        $test = Test-LakePermission @ask @orders @shared
        $test.Allowed | Should -BeFalse
        $test.Reason.Kind | Should -Be @('Missing', 'SharedGrant')
        & $command $test | Should -Be ('Grant-LakePermission -Principal arn:aws:iam::222222222222:role/analyst -Permission SELECT -DatabaseName sales ' +
            '-TableName orders -CatalogId 111111111111')
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id, name -Connection $b
        $test = Test-LakePermission @ask @orders @shared
        $test.Allowed | Should -BeTrue
        $test.SelectableColumn | Should -Be @('id', 'name')
        $test.Reason.Kind | Should -Contain SharedGrant
        (Test-LakePermission @ask @orders @shared -ColumnName card).Allowed | Should -BeFalse
        (Test-LakePermission -Principal role/LakeAdmin -Permission SELECT @orders @shared -Connection $b).Allowed | Should -BeTrue
        (Test-LakePermission -Principal role/analyst -Permission INSERT @orders @shared -Connection $b).Reason.Kind | Should -Be @('Missing', 'SharedGrant', 'Missing')
        Revoke-LakePermission -Principal 222222222222 -Permission SELECT @orders -Connection $a
        (Test-LakePermission @ask @orders @shared).Allowed | Should -BeFalse
    }

    It 'follows links into the other account' {
        Grant-Shared
        Approve-All
        $null = New-GlueDatabase far -TargetDatabaseName sales -TargetCatalogId 111111111111 -Connection $b
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -Connection $b
        $through = @{ DatabaseName = 'far'; TableName = 'orders' }
        $test = Test-LakePermission @ask @through
        $test.Allowed | Should -BeFalse
        & $command $test | Should -BeLike '*-Permission DESCRIBE -DatabaseName far'
        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -DatabaseName far -Connection $b
        (Test-LakePermission @ask @through).Allowed | Should -BeTrue
    }

    It 'evaluates conditions with the tags of the question, of a role that IAM <has>' -ForEach @(
        @{ has = 'does not have'; tag = $null }
        @{ has = 'has with the same tags'; tag = @{ team = 'sales' } }
        @{ has = 'has with other tags'; tag = @{ team = 'hr' } }
    ) {
        Grant-Shared
        Approve-All
        if ($tag) { $null = New-LakeRole analyst -Tag $tag -Connection $b }
        $null = New-GlueDatabase own -Connection $b
        $null = New-GlueTable own link -TargetDatabaseName sales -TargetTableName orders -TargetCatalogId 111111111111 -Connection $b
        Grant-LakePermission -Principal role/analyst, role/LakeAdmin -Permission DESCRIBE -DatabaseName own -TableName link -Connection $b
        Grant-LakePermission -Principal '222222222222:IAMPrincipals' -Permission SELECT @orders @shared -Connection $b -Condition (
            'context.iam.principalTags.getTag("team") == "sales"')
        foreach ($where in ($orders + $shared), @{ DatabaseName = 'own'; TableName = 'link' }) {
            Test-LakePermission @ask @where -PrincipalTag @{ team = 'sales' } -Quiet | Should -BeTrue
            $refused = Test-LakePermission @ask @where -PrincipalTag @{ team = 'x' }
            $refused.Allowed | Should -BeFalse
            $refused.Reason.Kind | Should -Contain ConditionUnmet
            Test-LakePermission -Principal role/LakeAdmin -Permission SELECT @where -PrincipalTag @{ team = 'x' } -Connection $b -Quiet |
                Should -BeTrue -Because 'an administrator has what the account has'
        }
        Test-LakePermission @ask @orders @shared -Quiet | Should -Be ($tag.team -eq 'sales')
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id -Connection $b
        (Test-LakePermission @ask @orders @shared -PrincipalTag @{ team = 'x' }).SelectableColumn | Should -Be id
    }

    It 'gives no more by a condition than the account has' {
        Grant-Shared -On ($orders + @{ ColumnName = 'id', 'name' })
        Approve-All
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -ColumnName id, name -Connection $b -Condition (
            'context.iam.principalTags.getTag("team") == "sales"')
        Revoke-LakePermission -Principal 222222222222 -Permission SELECT @orders -ColumnName name -Connection $a
        (Test-LakePermission @ask @orders @shared -PrincipalTag @{ team = 'sales' }).SelectableColumn | Should -Be id
    }

    It 'offers the grant on the target of a link in the catalog of the target' {
        Grant-Shared
        Approve-All
        $null = New-GlueDatabase far -TargetDatabaseName sales -TargetCatalogId 111111111111 -Connection $b
        Grant-LakePermission -Principal role/analyst -Permission ALTER -DatabaseName far -Connection $b -ErrorVariable problem 2> $null
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.ResourceLinkPermission,*'
        ("$($problem[0])" -split ': ')[-1] | Should -Be ('Grant-LakePermission -Principal arn:aws:iam::222222222222:role/analyst -Permission ALTER ' +
            '-DatabaseName sales -CatalogId 111111111111')
    }

    It 'tells the owner that the other account passes it on' {
        Grant-Shared
        $test = Test-LakePermission -Principal arn:aws:iam::222222222222:role/analyst -Permission SELECT @orders -Connection $a
        $test.Allowed | Should -BeFalse
        $test.Reason.Kind | Should -Be @('Missing', 'SharedGrant')
    }
}

Describe 'Sharing in an organization' {
    BeforeAll {
        $organization = 'arn:aws:organizations::999999999999:organization/o-abcdefghij'
        $unit = 'arn:aws:organizations::999999999999:ou/o-abcdefghij/ou-abcd-12345678'
    }

    It 'needs no acceptance between its accounts' {
        New-World @{ Organization = $organization } @{ Organization = $unit }
        Grant-Shared
        Get-LakeShareInvitation -Connection $b | Should -BeNullOrEmpty
        (Get-Shared $b).Name | Should -Be orders
        $null = Connect-Lake -Local $a.LocalPath -AccountId 222222222222 -Organization @() -NoDefault
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
        Grant-Shared
        (Get-LakeShareInvitation -Connection $b).Status | Should -BeExactly Pending
    }

    It 'reaches by <to> the accounts that belong to it, and no other' -ForEach @(
        @{ to = 'the organization'; ou = $false }, @{ to = 'a unit'; ou = $true }) {
        New-World @{ Organization = $organization } @{ Organization = $unit }
        $to = if ($ou) { $unit } else { $organization }
        Grant-Shared -To $to
        (Get-Shared $b).Name | Should -Be orders
        $outside = Connect-Lake -Local $a.LocalPath -AccountId 333333333333 -NoDefault
        Get-Refusal { Get-Shared $outside } | Should -Be TableAccessDenied
        $beside = Connect-Lake -Local $a.LocalPath -AccountId 444444444444 -Organization $organization -NoDefault
        if ($ou) { Get-Refusal { Get-Shared $beside } | Should -Be TableAccessDenied } else { (Get-Shared $beside).Name | Should -Be orders }
        $null = Connect-Lake -Local $a.LocalPath -AccountId 222222222222 -Organization @() -NoDefault
        Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied
    }

    It 'invites who belongs to another one' {
        New-World @{ Organization = $organization } @{ Organization = 'arn:aws:organizations::888888888888:organization/o-klmnopqrst' }
        Grant-Shared
        (Get-LakeShareInvitation -Connection $b).Status | Should -BeExactly Pending
    }
}

Describe 'Versions of sharing' {
    BeforeEach {
        New-World
        $null = New-LakeTag domain -Value sales, hr -Connection $a
        Add-LakeTagAssignment -Tag @{ domain = 'sales' } -DatabaseName sales -Connection $a
        $tagged = @{ TagExpression = @{ domain = 'sales' }; ResourceType = 'Table' }
    }

    It '<version> makes <count> invitations of two grants' -ForEach @(@{ version = 1; count = 2 }, @{ version = 2; count = 1 }, @{ version = 5; count = 1 }) {
        Set-LakeSetting -Parameter @{ CROSS_ACCOUNT_VERSION = "$version" } -Connection $a
        Grant-Shared
        Grant-Shared -On @{ DatabaseName = 'sales'; TableName = 'returns' }
        $invitations = @(Get-LakeShareInvitation -Connection $b)
        $invitations.Count | Should -Be $count
        $invitations.ShareName | Should -BeLike "LakeFormation-V$version-*"
        $invitations | Where-Object { $_.Resource -like '*table/sales/orders' } | Approve-LakeShareInvitation -Connection $b
        (Get-Shared $b).Name | Should -Be orders
        @(Get-GlueTable -Share Foreign -Connection $b).Count | Should -Be (3 - $count)
    }

    It '<version> shares by LF-Tags <how>' -ForEach @(
        @{ version = 2; how = 'without an invitation'; count = 0 }, @{ version = 4; how = 'with an invitation'; count = 1 }) {
        Set-LakeSetting -Parameter @{ CROSS_ACCOUNT_VERSION = "$version" } -Connection $a
        Grant-Shared -On $tagged
        @(Get-LakeShareInvitation -Connection $b).Count | Should -Be $count
        if ($count) { Get-Refusal { Get-Shared $b } | Should -Be TableAccessDenied }
        Approve-All
        (Get-GlueTable -Share Foreign -Connection $b).Name | Should -Be @('orders', 'returns')
        Get-Refusal { Get-Shared $analyst } | Should -Be TableAccessDenied
        Grant-LakePermission -Principal role/analyst -Permission SELECT @tagged @shared -Connection $b -ErrorAction Stop
        (Get-GlueTable -Share Foreign -Connection $analyst).Name | Should -Be @('orders', 'returns')
        Add-LakeTagAssignment -Tag @{ domain = 'hr' } -DatabaseName sales -TableName returns -Connection $a
        (Get-GlueTable -Share Foreign -Connection $analyst).Name | Should -Be orders
    }
}

Describe 'What Lake Formation keeps of another account' {
    BeforeEach {
        New-World
        $null = New-LakeTag domain -Value sales, hr -Connection $a
        $null = New-LakeTag zone -Value raw -Connection $a
        $null = New-LakeTag local -Value x -Connection $b
        $every = 'DESCRIBE', 'ALTER', 'DROP', 'INSERT', 'SELECT', 'DELETE'
        $tag = @{ TagKey = 'domain'; TagValue = 'sales' }
    }

    It 'shows LF-Tags to those whom they are granted to, and their administrators pass them on' {
        Get-LakeTag -Share Foreign -Connection $b | Should -BeNullOrEmpty
        Grant-Shared -Permission DESCRIBE, ASSOCIATE -On $tag
        (Get-LakeTag -Share Foreign -Connection $b).Key | Should -Be domain
        (Get-LakeTag domain @shared -Connection $b).Value | Should -Be sales
        (Get-LakeTag @shared -Connection $b).CatalogId | Should -Be 111111111111
        (Get-LakeTag -Share All -Connection $b).Key | Should -Be @('local', 'domain')
        (Get-LakeTag -Connection $b).Key | Should -Be local
        Get-LakeTag -Share All -Connection $analyst | Should -BeNullOrEmpty
        Get-Refusal { Get-LakeTag local -Share Foreign -Connection $b -ErrorAction Stop } | Should -Be TagNotFound

        Grant-LakePermission -Principal role/analyst -Permission DESCRIBE @tag @shared -Connection $b -ErrorAction Stop
        (Get-LakeTag -Share Foreign -Connection $analyst).Key | Should -Be domain
        Get-Refusal { Grant-LakePermission -Principal role/analyst -Permission DESCRIBE -TagKey domain -TagValue hr @shared -Connection $b -ErrorAction Stop } | Should -Be TagValueNotFound
        Revoke-LakePermission -Principal 222222222222 -Permission DESCRIBE, ASSOCIATE @tag -Connection $a
        Get-LakeTag -Share Foreign -Connection $analyst | Should -BeNullOrEmpty
    }

    It 'is granted in definitions by the account that shares it, apart from what has the same name' {
        Grant-Shared
        Approve-All
        $null = New-GlueDatabase sales -Connection $b
        $null = New-GlueTable sales orders -Column id:int -Connection $b
        Grant-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -Connection $b -ErrorAction Stop
        Grant-LakePermission -Principal role/analyst -Permission DROP @orders -Connection $b -ErrorAction Stop
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
        Export-LakeDefinition $file -Connection $b
        Get-Content $file -Raw | Should -Match 'catalog: "111111111111"\s+database: sales\s+table: orders\s+allow:\s+- SELECT'
        (Compare-LakeDefinition $file -Connection $b).HasChanges | Should -BeFalse
        Revoke-LakePermission -Principal role/analyst -Permission SELECT @orders @shared -Connection $b
        (Compare-LakeDefinition $file -Connection $b).Changes.Count | Should -Be 1
        (Publish-LakeDefinition $file -Confirm:$false -Connection $b).Status | Should -Be Done
        (Get-LakePermission role/analyst @orders @shared -Connection $b).Permission | Should -Be SELECT
        (Get-LakePermission role/analyst @orders -Connection $b).Permission | Should -Be DROP
    }

    It 'refuses to <what> in it' -ForEach @(
        @{ what = 'make an LF-Tag'; do = { New-LakeTag more x @shared -Connection $b -ErrorAction Stop } }
        @{ what = 'change an LF-Tag'; do = { Set-LakeTag domain -AddValue x @shared -Connection $b -ErrorAction Stop } }
        @{ what = 'remove an LF-Tag'; do = { Remove-LakeTag domain @shared -Force -Connection $b -ErrorAction Stop } }
        @{ what = 'save an expression'; do = { New-LakeTagExpression more @{ domain = 'sales' } @shared -Connection $b -ErrorAction Stop } }
        @{ what = 'make a data filter'; do = { New-LakeDataFilter @orders more -RowFilter 'id = 1' @shared -Connection $b -ErrorAction Stop } }
        @{ what = 'put an own LF-Tag on something'; do = { Add-LakeTagAssignment -Tag @{ local = 'x' } @orders @shared -Connection $b -ErrorAction Stop } }
    ) {
        Grant-Shared -Permission DESCRIBE, ASSOCIATE -On $tag
        Grant-Shared -Permission $every
        Approve-All
        Get-Refusal $do | Should -BeIn AccessDenied, TagNotFound
        (Get-LakeTag -Connection $a).Key | Should -Be @('domain', 'zone')
        Get-LakeDataFilter @orders -Connection $a | Should -BeNullOrEmpty
        (Get-LakeTag domain -Connection $a).Value | Should -Be @('hr', 'sales')
    }

    It 'lets who has <who> put its LF-Tags on what it shares' -ForEach @(
        @{ who = 'all rights and ASSOCIATE'; rights = $true; tag = 'ASSOCIATE'; may = $true }
        @{ who = 'SELECT and ASSOCIATE'; rights = $false; tag = 'ASSOCIATE'; may = $false }
        @{ who = 'all rights and DESCRIBE'; rights = $true; tag = 'DESCRIBE'; may = $false }
    ) {
        $right = $_.tag
        Grant-Shared -Permission $right -On @{ TagKey = 'domain'; TagValue = 'sales' }
        Grant-Shared -Permission ($rights ? $every : 'SELECT')
        Approve-All
        $put = { Add-LakeTagAssignment -Tag @{ domain = 'sales' } @orders @shared -Connection $b -ErrorAction Stop }
        if ($may) { & $put } else { Get-Refusal $put | Should -Not -BeNullOrEmpty }
        @((Get-LakeTagAssignment @orders -Connection $a).TagValue) -contains 'sales' | Should -Be $may
        if (-not $may) { return }
        (Get-LakeTagAssignment @orders @shared -Connection $b).TagKey | Should -Contain domain
        (Find-LakeTaggedResource @{ domain = 'sales' } @shared -Connection $b).TableName | Should -Be orders
        Get-Refusal { Add-LakeTagAssignment -Tag @{ domain = 'sales' } -DatabaseName sales -TableName returns @shared -Connection $b -ErrorAction Stop } | Should -Not -BeNullOrEmpty
        Remove-LakeTagAssignment -Tag @{ domain = 'sales' } @orders @shared -Force -Connection $b
        Get-LakeTagAssignment @orders -Connection $a | Should -BeNullOrEmpty
    }

    It 'shows data filters to those who may pass on the rows' {
        $null = New-LakeDataFilter @orders ada -RowFilter "name = 'Ada'" -Connection $a
        $null = New-LakeDataFilter @orders bob -RowFilter "name = 'Bob'" -Connection $a
        Grant-Shared -On ($orders + @{ FilterName = 'ada' })
        Approve-All
        (Get-LakeDataFilter @orders @shared -Connection $b).Name | Should -Be ada
        Get-LakeDataFilter @orders @shared -Connection $analyst -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Grant-Shared
        (Get-LakeDataFilter @orders @shared -Connection $b).Name | Should -Be @('ada', 'bob')
    }

    It 'is opted in on by the account that it is shared with' {
        $optIn = { New-LakeOptIn -Principal role/analyst @orders @shared -Connection $b -ErrorAction Stop }
        Get-Refusal $optIn | Should -Not -BeNullOrEmpty
        Grant-Shared
        Approve-All
        & $optIn
        $made = Get-LakeOptIn -Connection $b
        $made.CatalogId | Should -Be 111111111111
        Get-LakeOptIn -Connection $a | Should -BeNullOrEmpty
        Get-Refusal { New-LakeOptIn -Principal arn:aws:iam::111111111111:role/x @orders @shared -Connection $b -ErrorAction Stop } | Should -Not -BeNullOrEmpty
        Get-Refusal { New-LakeOptIn -Principal role/analyst -DatabaseName sales -TableName returns @shared -Connection $b -ErrorAction Stop } | Should -Not -BeNullOrEmpty
        $made | Remove-LakeOptIn -Force -Connection $b
        Get-LakeOptIn -Connection $b | Should -BeNullOrEmpty
    }
}
