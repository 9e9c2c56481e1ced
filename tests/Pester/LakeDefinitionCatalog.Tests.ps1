BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        Set-Content $file $Text
        $file
    }
    function New-Folder { Join-Path $TestDrive ([guid]::NewGuid().ToString('n')) }
}

AfterAll { Disconnect-Lake }

Describe 'Catalogs in definitions' {
    BeforeAll {
        $things = @'
lake: 1
name: mesh
catalogs:
  s3tablescatalog:
    federatedIdentifier: "arn:aws:s3tables:us-east-1:000000000000:bucket/*"
    connection: aws:s3tables
    createDatabaseDefaultPermission: None
    createTableDefaultPermission: None
    parameters: { team: data }
  warehouse: { description: Redshift, dataLakeAccess: true, dataTransferRole: role/transfer }
databases: { sales: {} }
grants:
  - { to: role/analyst, on: { catalog: "000000000000:s3tablescatalog" }, allow: [DESCRIBE] }
  - { to: role/analyst, on: { database: sales }, allow: [DESCRIBE] }
owns: [{ catalog: "*" }, { database: "*" }]
'@
        $less = "lake: 1`nname: mesh`nowns: [{ catalog: '*' }, { database: '*' }]"
    }
    BeforeEach { Connect-Lake -Local (New-Folder) }

    It 'are made, compared, changed, exported, taken away and brought back' {
        $file = New-File $things
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $done = Publish-LakeDefinition $file -Confirm:$false
        $done.Status | Should -Be 'Done' -Because "$($done.Changes.Error) $($done.LeftOut)"
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
        $catalog = Get-LakeCatalog s3tablescatalog
        "$($catalog.FederatedIdentifier) $($catalog.ConnectionName) $($catalog.TableDefaultPermission) $($catalog.Parameter.team)" |
            Should -Be 'arn:aws:s3tables:us-east-1:000000000000:bucket/* aws:s3tables None data'
        (Get-LakeCatalog warehouse).DataTransferRoleArn | Should -Be 'arn:aws:iam::000000000000:role/transfer'

        Set-LakeCatalog warehouse -Description other
        (Compare-LakeDefinition $file).ToText() | Should -Match 'description: other -> Redshift'
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'

        $text = Export-LakeDefinition
        (Compare-LakeDefinition (New-File $text)).HasChanges | Should -BeFalse
        $text | Should -Not -Match 'Left out'

        # Who owns databases of the account's catalog owns none of another catalog.
        $none = Compare-LakeDefinition (New-File "lake: 1`nname: mesh`nowns: [{ database: '*' }]")
        @($none.Changes.Target) | Should -Be @('arn:aws:iam::000000000000:role/analyst on database sales', 'sales')

        $gone = New-File $less
        { Publish-LakeDefinition $gone -ErrorAction Stop -Confirm:$false } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
        $lost = Publish-LakeDefinition $gone -AllowRemove Catalog, Database -Confirm:$false
        $lost.NotRestorable | Should -Be "the data of catalog warehouse in Redshift managed storage"
        @(Get-LakeCatalog).Source | Should -Be 'Account'
        $back = Restore-LakeDefinition mesh 1 -Confirm:$false
        "$($back.Status)" | Should -Be 'Incomplete'
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
    }

    It '<Id>: <Text>' -ForEach @(
        @{ Id = 'CatalogNameInvalid'; Text = 'catalogs: { "a.b": {} }' }
        @{ Id = 'CatalogSourceIncomplete'; Text = 'catalogs: { a: { federatedIdentifier: x } }' }
        @{ Id = 'DefinitionKeyUnknown'; Text = 'catalogs: { a: { databases: {} } }' }
        @{ Id = 'DefinitionAccountInvalid'; Text = 'acceptShares: [22222]' }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: a`n$Text")).Id | Should -Be $Id
    }
}

Describe 'Views in definitions' {
    It 'are made, compared, changed, exported, taken away and brought back' {
        Connect-Lake -Local (New-Folder)
        $things = @'
lake: 1
name: views
databases:
  shop:
    tables:
      orders: { columns: { id: int } }
      recent:
        format: none
        tableType: VIRTUAL_VIEW
        viewOriginalText: select id from orders
        viewExpandedText: select `orders`.`id` from `shop`.`orders`
        parameters: { presto_view: "true" }
        columns: { id: int }
owns: [{ database: shop }]
'@
        $file = New-File $things
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
        $view = Get-GlueTable shop recent
        "$($view.TableType): $($view.ViewOriginalText)" | Should -Be 'VIRTUAL_VIEW: select id from orders'
        $view.ViewExpandedText | Should -Be 'select `orders`.`id` from `shop`.`orders`'
        $other = New-File $things.Replace('Text: select id from', 'Text: select id + 1 id from')
        (Compare-LakeDefinition $other).ToText() | Should -Match 'viewOriginalText: select id from orders -> select id \+ 1 id from orders'
        (Publish-LakeDefinition $other -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).HasChanges | Should -BeTrue
        (Compare-LakeDefinition (New-File (Export-LakeDefinition))).HasChanges | Should -BeFalse
        Publish-LakeDefinition (New-File "lake: 1`nname: views`nowns: [{ database: shop }]") -Force -Confirm:$false | Out-Null
        Get-GlueDatabase | Should -BeNullOrEmpty
        Restore-LakeDefinition views 1 -Confirm:$false | Out-Null
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
    }
}

Describe 'Sharing in definitions' {
    It 'is granted on one side and accepted on the other' {
        $folder = New-Folder
        $a = Connect-Lake -Local $folder -AccountId 111111111111 -NoDefault
        $b = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault
        $gives = @'
lake: 1
name: producer
databases: { sales: { tables: { orders: { columns: { id: int, card: string } } } } }
grants:
  - { to: "222222222222", on: { database: sales }, allow: [DESCRIBE], grantable: [DESCRIBE] }
  - { to: "222222222222", on: { database: sales, table: orders }, allow: [SELECT], grantable: [SELECT] }
owns: [{ database: sales }]
'@
        $takes = @'
lake: 1
name: consumer
acceptShares: ["111111111111", "333333333333"]
databases:
  theirs: { targetDatabase: sales, targetCatalog: "111111111111" }
'@
        $file = New-File $gives
        (Publish-LakeDefinition $file -Connection $a -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file -Connection $a).Changes | Should -BeNullOrEmpty
        (Compare-LakeDefinition (New-File (Export-LakeDefinition -Connection $a)) -Connection $a).Changes | Should -BeNullOrEmpty

        # What waits is named, and no part of an export.
        "$(Export-LakeDefinition -Connection $b)" | Should -BeLike '*the pending invitations of account 111111111111.*'
        $file = New-File $takes
        $plan = Compare-LakeDefinition $file -Connection $b
        @($plan.Changes.Reason) | Should -Be @('accept the shares of account 111111111111', 'create database theirs')
        (Publish-LakeDefinition $file -Connection $b -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file -Connection $b).Changes | Should -BeNullOrEmpty
        @(Get-LakeShareInvitation -Connection $b).Status | Select-Object -Unique | Should -Be 'Accepted'
        (Get-GlueTable sales orders -CatalogId 111111111111 -Connection $b).Column.Name | Should -Be @('id', 'card')
        $text = Export-LakeDefinition -Connection $b
        "$text" | Should -Match 'acceptShares:\s+- "111111111111"'
        (Compare-LakeDefinition (New-File $text) -Connection $b).Changes | Should -BeNullOrEmpty

        # A definition that owns everything gives nothing back of what was accepted.
        $all = New-File "lake: 1`nname: all`nadministrators: [role/LakeAdmin]`nowns: [{ everything: true }]"
        @((Compare-LakeDefinition $all -Connection $b).Changes.Target) | Should -Be 'theirs'

        # The other account loses what it was given, and nothing is left behind.
        (Publish-LakeDefinition (New-File "lake: 1`nname: producer`nowns: [{ database: sales }]") -Connection $a -Force -Confirm:$false).Status | Should -Be 'Done'
        { Get-GlueTable sales orders -CatalogId 111111111111 -Connection $b -ErrorAction Stop } | Should -Throw
    }

    It 'to organizations and roles of other accounts is exported and compares as equal' {
        Connect-Lake -Local (New-Folder)
        $file = New-File @'
lake: 1
name: far
tags: { domain: [sales] }
databases: { sales: { tags: { domain: sales }, tables: { orders: { columns: { id: int } } } } }
grants:
  - { to: "arn:aws:organizations::222222222222:organization/o-abcdefghij", on: { database: sales, table: orders }, allow: [SELECT] }
  - { to: "arn:aws:organizations::222222222222:ou/o-abcdefghij/ou-abcd-12345678", on: { tags: { domain: sales }, kind: table }, allow: [SELECT, DESCRIBE] }
  - { to: "arn:aws:iam::222222222222:role/analyst", on: { database: sales, table: orders, columns: [id] }, allow: [SELECT] }
owns: [{ database: sales }, { tag: domain }]
'@
        Test-LakeDefinition $file | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
        $done = Publish-LakeDefinition $file -Confirm:$false
        $done.Status | Should -Be 'Done' -Because "$($done.Changes.Error) $($done.LeftOut)"
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
        (Compare-LakeDefinition (New-File (Export-LakeDefinition))).Changes | Should -BeNullOrEmpty
    }
}
