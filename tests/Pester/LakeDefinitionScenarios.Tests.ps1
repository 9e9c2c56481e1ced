# The acceptance scenarios of Terraform's AWS provider for Lake Formation that a definition can say, by their names in the provider's
# lakeformation_test.go (hashicorp/terraform-provider-aws, internal/service/lakeformation); those of locations, opt-ins and of single
# settings are named after them, and were not held against its other files.
BeforeDiscovery {
    $base = @'
databases:
  db:
    tables:
      t: { columns: { event: string, timestamp: string, value: double } }
      u: { columns: { transaction: string, timestamp: int } }

'@
    $tagged = "tags: { key1: [v1, v2, v3], key2: [w1, w2] }`n$base"
    $scenarios = @(
        @{ Name = 'DataLakeSettings_basic'; Text = 'administrators: [role/other]'; Update = 'administrators: [role/other, role/third]' }
        @{ Name = 'DataLakeSettings_readOnlyAdmins'; Text = 'readOnlyAdministrators: [role/reader]'; Update = 'readOnlyAdministrators: [role/second]' }
        @{ Name = 'DataLakeSettings_parameters'; Text = 'settings: { parameters: { CROSS_ACCOUNT_VERSION: "3" } }'; Update = 'settings: { parameters: { CROSS_ACCOUNT_VERSION: "4" } }' }
        @{ Name = 'DataLakeSettings_externalDataFiltering'
            Text = 'settings: { allowExternalDataFiltering: true, externalDataFilteringAllowList: ["444455556666"], authorizedSessionTagValues: [engine] }'
            Update = 'settings: { allowExternalDataFiltering: "false", externalDataFilteringAllowList: [], authorizedSessionTagValues: [] }' }
        @{ Name = 'DataLakeSettings_trustedResourceOwners'; Text = 'settings: { trustedResourceOwners: ["111122223333", "444455556666"] }'; Update = 'settings: { trustedResourceOwners: [] }' }
        @{ Name = 'Permissions_basic'; Text = 'grants: [{ to: role/a, on: { catalog: true }, allow: [CREATE_DATABASE] }]'; Update = 'grants: [{ to: role/b, on: { catalog: true }, allow: [CREATE_DATABASE] }]' }
        @{ Name = 'Permissions_database'; Text = "${base}grants: [{ to: role/a, on: { database: db }, allow: [ALTER, CREATE_TABLE, DROP], grantable: [CREATE_TABLE] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db }, allow: [ALTER, DROP], grantable: [ALTER] }]" }
        @{ Name = 'Permissions_databaseIAMAllowed'; Text = "${base}grants: [{ to: IAM_ALLOWED_PRINCIPALS, on: { database: db }, allow: [ALL] }]"; Update = $base }
        @{ Name = 'Permissions_databaseIAMPrincipals'; Text = "${base}grants: [{ to: '000000000000:IAMPrincipals', on: { database: db }, allow: [DESCRIBE] }]"; Update = $base }
        @{ Name = 'Permissions_databaseMultiple'; Text = "${base}grants: [{ to: [role/a, role/b], on: { database: db }, allow: [ALTER, DESCRIBE] }]"
            Update = "${base}grants: [{ to: role/b, on: { database: db }, allow: [DESCRIBE] }]" }
        @{ Name = 'Permissions_dataLocation'
            Text = "locations: [{ path: 's3://lake-data', role: role/loader }]`ngrants: [{ to: role/a, on: { location: 's3://lake-data' }, allow: [DATA_LOCATION_ACCESS] }]"
            Update = "locations: [{ path: 's3://lake-data', role: role/loader }]`ngrants: [{ to: role/b, on: { location: 's3://lake-data' }, allow: [DATA_LOCATION_ACCESS] }]" }
        @{ Name = 'Permissions_lfTag'; Text = "${tagged}grants: [{ to: role/a, on: { tag: key1, values: [v1, v2] }, allow: [ASSOCIATE, DESCRIBE], grantable: [ASSOCIATE, DESCRIBE] }]"
            Update = "${tagged}grants: [{ to: role/a, on: { tag: key1, values: [v2, v3] }, allow: [DESCRIBE] }]" }
        @{ Name = 'Permissions_lfTagPolicy'; Text = "${tagged}grants: [{ to: role/a, on: { tags: { key1: [v1, v2] }, kind: database }, allow: [ALTER, CREATE_TABLE, DROP] }]"
            Update = "${tagged}grants: [{ to: role/a, on: { tags: { key1: [v1, v2], key2: [w1] }, kind: database }, allow: [ALTER] }]" }
        @{ Name = 'Permissions_lfTagPolicyMultiple'; Text = "${tagged}grants: [{ to: [role/a, role/b], on: { tags: { key1: v1 }, kind: table }, allow: [SELECT, DESCRIBE] }]"
            Update = "${tagged}grants: [{ to: role/b, on: { tags: { key1: v1 }, kind: table }, allow: [SELECT] }]" }
        @{ Name = 'PermissionsTable_basic'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALTER, DELETE, DESCRIBE] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [DELETE] }]" }
        @{ Name = 'PermissionsTable_iamAllowed'; Text = "${base}grants: [{ to: IAM_ALLOWED_PRINCIPALS, on: { database: db, table: t }, allow: [ALL] }]"; Update = $base }
        @{ Name = 'PermissionsTable_implicit'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALL], grantable: [ALL] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALL] }]" }
        @{ Name = 'PermissionsTable_multipleRoles'; Text = "${base}grants: [{ to: [role/a, role/b], on: { database: db, table: t }, allow: [SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [SELECT] }]" }
        @{ Name = 'PermissionsTable_selectOnly'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [SELECT], grantable: [SELECT] }]" }
        @{ Name = 'PermissionsTable_selectPlus'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALTER, DELETE, DESCRIBE, DROP, INSERT, SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALTER, SELECT] }]" }
        @{ Name = 'PermissionsTable_wildcardNoSelect'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [ALTER, DELETE, DESCRIBE] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [DESCRIBE] }]" }
        @{ Name = 'PermissionsTable_wildcardSelectOnly'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [SELECT, INSERT] }]" }
        @{ Name = 'PermissionsTable_wildcardSelectPlus'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [ALL] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: '*' }, allow: [SELECT, DROP] }]" }
        @{ Name = 'PermissionsTableWithColumns_basic'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t, columns: [event, timestamp] }, allow: [SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t, columns: [timestamp, value] }, allow: [SELECT], grantable: [SELECT] }]" }
        @{ Name = 'PermissionsTableWithColumns_wildcardExcludedColumns'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t, excludedColumns: [value] }, allow: [SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t, excludedColumns: [event, value] }, allow: [SELECT] }]" }
        @{ Name = 'PermissionsTableWithColumns_wildcardSelectPlus'; Text = "${base}grants: [{ to: role/a, on: { database: db, table: t }, allow: [ALTER, SELECT] }]"
            Update = "${base}grants: [{ to: role/a, on: { database: db, table: t, columns: [event] }, allow: [SELECT] }]" }
        @{ Name = 'Permissions_dataCellsFilter'
            Text = "databases: { db: { tables: { t: { columns: { a: int, b: string }, filters: { f: { rows: 'a > 1', columns: [a] } } } } } }`ngrants: [{ to: role/a, on: { database: db, table: t, filter: f }, allow: [SELECT, DESCRIBE] }]"
            Update = "databases: { db: { tables: { t: { columns: { a: int, b: string }, filters: { f: { rows: 'a > 2', excludedColumns: [a] } } } } } }`ngrants: [{ to: role/a, on: { database: db, table: t, filter: f }, allow: [SELECT] }]" }
        @{ Name = 'Resource_basic'; Text = "locations: [{ path: 's3://lake-data', role: role/loader }]"; Update = "locations: [{ path: 's3://lake-data', role: role/second }]" }
        @{ Name = 'Resource_serviceLinkedRole'; Text = "locations: [{ path: 's3://lake-data', hybridAccess: false }]"
            Update = "locations: [{ path: 's3://lake-data', role: 'arn:aws:iam::000000000000:role/aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess', hybridAccess: true }]" }
        @{ Name = 'Resource_updateSLRToRole'; Text = "locations: [{ path: 's3://lake-data', hybridAccess: true }]"; Update = "locations: [{ path: 's3://lake-data', role: role/loader }]" }
        @{ Name = 'Resource_updateRoleToSLR'; Text = "locations: [{ path: 's3://lake-data', role: role/loader, withFederation: true }]"; Update = "locations: [{ path: 's3://lake-data' }]" }
        @{ Name = 'Resource_hybridAccessEnabled'; Text = "locations: [{ path: 's3://lake-data', role: role/loader, hybridAccess: true }]"; Update = "locations: [{ path: 's3://lake-data', role: role/loader, hybridAccess: false }]" }
        @{ Name = 'LFTag_basic'; Text = 'tags: { key: [value] }'; Update = 'tags: { key: [other] }' }
        @{ Name = 'LFTag_Values_overFifty'; Text = "tags: { key: [$((1..60 | ForEach-Object { "v$_" }) -join ', ')] }"; Update = "tags: { key: [$((11..70 | ForEach-Object { "v$_" }) -join ', ')] }" }
        @{ Name = 'LFTagExpression_basic'; Text = 'tags: { key1: [v1, v2] }', 'expressions: { e: { tags: { key1: [v1] }, description: one } }' -join "`n"
            Update = 'tags: { key1: [v1, v2] }', 'expressions: { e: { key1: [v1, v2] } }' -join "`n" }
        @{ Name = 'ResourceLFTags_database'; Text = 'tags: { key1: [v1, v2] }', 'databases: { db: { tags: { key1: v1 } } }' -join "`n"
            Update = 'tags: { key1: [v1, v2] }', 'databases: { db: { tags: { key1: v2 } } }' -join "`n" }
        @{ Name = 'ResourceLFTags_databaseMultipleTags'; Text = 'tags: { key1: [v1], key2: [w1, w2] }', 'databases: { db: { tags: { key1: v1, key2: w1 } } }' -join "`n"
            Update = 'tags: { key1: [v1], key2: [w1, w2] }', 'databases: { db: { tags: { key2: w2 } } }' -join "`n" }
        @{ Name = 'ResourceLFTags_hierarchy'
            Text = 'tags: { key1: [v1, v2, v3] }', 'databases: { db: { tags: { key1: v1 }, tables: { t: { columns: { a: int, b: int }, tags: { key1: v2 }, columnTags: { a: { key1: v3 } } } } } }' -join "`n"
            Update = 'tags: { key1: [v1, v2, v3] }', 'databases: { db: { tags: { key1: v2 }, tables: { t: { columns: { a: int, b: int }, tags: { key1: v3 }, columnTags: { b: { key1: v1 } } } } } }' -join "`n" }
        @{ Name = 'DataCellsFilter_columnWildcard'; Text = 'databases: { db: { tables: { t: { columns: { a: int, b: int }, filters: { f: { excludedColumns: [b] } } } } } }'
            Update = 'databases: { db: { tables: { t: { columns: { a: int, b: int }, filters: { f: {} } } } } }' }
        @{ Name = 'DataCellsFilter_rowFilter'; Text = 'databases: { db: { tables: { t: { columns: { a: int }, filters: { f: { rows: "a = 1" } } } } } }'
            Update = 'databases: { db: { tables: { t: { columns: { a: int }, filters: { f: { rows: "a = 2" }, g: {} } } } } }' }
        @{ Name = 'OptIn_table'; Text = "${base}optIns: [{ for: role/a, on: { database: db, table: t } }]"; Update = "${base}optIns: [{ for: role/b, on: { database: db } }]" }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $owns = 'owns: [{ everything: true }]'
    function New-Definition([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        # The administrator that publishes stays one.
        $admin = if ($Text -notmatch '(?m)^administrators') { 'administrators: [role/LakeAdmin]' }
        Set-Content $file ("lake: 1`nname: scenario", $Text.Replace('administrators: [role/other', 'administrators: [role/LakeAdmin, role/other'), $admin, $owns -join "`n")
        $file
    }
}

AfterAll { Disconnect-Lake }

Describe 'As a definition: <Name>' -ForEach $scenarios {
    It 'is published, updated, seen to drift, exported, and taken away' {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $empty = Export-LakeDefinition
        $first, $second, $none = (New-Definition $Text), (New-Definition $Update), (New-Definition '')
        foreach ($file in $first, $second) {
            Test-LakeDefinition $file | Should -BeNullOrEmpty
            # The settings are no definition's own, so that none takes them away.
            $done = Publish-LakeDefinition $file -Force
            $done.Status | Should -Be 'Done' -Because "$($done.LeftOut)"
            (Compare-LakeDefinition $file).Changes.Reason | Should -BeNullOrEmpty
            (Publish-LakeDefinition $file).Status | Should -Be 'Unchanged'
        }
        # Somebody has put the first state back by hand.
        Publish-LakeDefinition $first -Force | Out-Null
        (Compare-LakeDefinition $second).HasChanges | Should -BeTrue
        (Publish-LakeDefinition $second -Force).Status | Should -Be 'Done'
        $export = Join-Path $TestDrive export.yaml
        Export-LakeDefinition $export
        Get-Content $export | Where-Object { $_ -match '^# Left out' } | Should -BeNullOrEmpty
        Test-LakeDefinition $export | Should -BeNullOrEmpty
        (Compare-LakeDefinition $export).Changes.Reason | Should -BeNullOrEmpty
        Publish-LakeDefinition $none -Force | Out-Null
        (Compare-LakeDefinition $none).Changes.Reason | Should -BeNullOrEmpty
        if ($Name -notlike 'DataLakeSettings*') { Export-LakeDefinition | Should -Be $empty }
    }
}
