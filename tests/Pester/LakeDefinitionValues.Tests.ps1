BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text, [string] $Extension = 'yaml') {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).$Extension"
        Set-Content $file $Text
        $file
    }
}

AfterAll { Disconnect-Lake }

Describe 'Values of definitions' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    Context 'roles' {
        It '<role> is not a role' -ForEach @(
            @{ role = 'arn:aws:iam::000000000000:user/bob' }
            @{ role = 'user/bob' }
            @{ role = 'IAM_ALLOWED_PRINCIPALS' }
            @{ role = '111122223333' }
            @{ role = 'arn:aws:sts::000000000000:assumed-role/r/session' }
        ) {
            foreach ($text in
                "crawlers: { c: { role: '$role', paths: [s3://lake/x] } }",
                "jobs: { j: { role: '$role', script: s3://lake/x.py } }",
                "locations: [{ path: s3://lake/x, role: '$role' }]",
                "catalogs: { k: { dataLakeAccess: true, dataTransferRole: '$role' } }") {
                (Test-LakeDefinition (New-File "lake: 1`nname: roles`n$text")).Id | Should -Be 'InvalidRole' -Because $text
            }

            { New-LakeGlueCrawler c -Role $role -Path s3://lake/x -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Set-LakeGlueCrawler c -Role $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { New-LakeGlueJob j -Role $role -ScriptLocation s3://lake/x.py -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Set-LakeGlueJob j -Role $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { Register-LakeLocation s3://lake/x -RoleArn $role -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
            { New-LakeCatalog k -DataLakeAccess -DataTransferRoleArn $role -ErrorAction Stop } |
                Should -Throw -ErrorId 'LakeTools.InvalidRole,*'
        }

        It 'of another account are not used by Glue' {
            foreach ($text in "crawlers: { c: { role: 'arn:aws:iam::999999999999:role/x', paths: [s3://lake/x] } }",
                "jobs: { j: { role: 'arn:aws:iam::999999999999:role/x', script: s3://lake/x.py } }") {
                $said = New-File "lake: 1`nname: roles`naccount: '000000000000'`n$text"
                (Test-LakeDefinition $said).Id | Should -Be 'RoleOfAnotherAccount'
                { Compare-LakeDefinition (New-File "lake: 1`nname: roles`n$text") -ErrorAction Stop } |
                    Should -Throw -ErrorId 'LakeTools.DefinitionInvalid,*'
            }
        }

        It 'are a name, role/name or an ARN of a role, with a path or without' {
            $file = New-File @'
lake: 1
name: roles
crawlers:
  a: { role: x, paths: [s3://lake/x] }
  b: { role: role/service-role/x, paths: [s3://lake/x] }
  c: { role: 'arn:aws:iam::000000000000:role/service-role/x', paths: [s3://lake/x] }
  d: { role: service-role/x, paths: [s3://lake/x] }
jobs: { j: { role: x, script: s3://lake/x.py } }
'@
            (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
            (Get-LakeGlueCrawler).Role | Should -Be @('x', 'service-role/x', 'service-role/x', 'service-role/x')
            (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Unchanged'
        }
    }

    It 'the own account is the catalog of a link like any that is not said' {
        $file = New-File @'
lake: 1
name: links
databases:
  a: { targetDatabase: T, targetCatalog: "000000000000" }
  b: { tables: { l: { targetDatabase: T, targetTable: U, targetCatalog: "000000000000" } } }
'@
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Unchanged'
        $plan = Join-Path $TestDrive 'links.json'
        Compare-LakeDefinition $file | Export-LakePlan $plan
        (Publish-LakeDefinition -PlanPath $plan -Confirm:$false).Status | Should -Be 'Unchanged'
        (Get-GlueDatabase a).TargetCatalogId | Should -Be '000000000000'
    }

    Context 'that a test accepts' {
        It 'are the same after a publish: <text>' -ForEach @(
            @{ text = "connections: { c: { type: jdbc, properties: { JDBC_CONNECTION_URL: 'jdbc:mysql://h/x' } } }" }
            @{ text = "connections: { c: { type: NETWORK, secret: '', subnet: '', securityGroups: [] } }" }
            @{ text = 'jobs: { j: { role: r, script: s3://lake/x.py, executionClass: flex, queuing: false } }' }
            @{ text = "jobs: { j: { role: r, script: s3://lake/x.py, command: gluestreaming, maintenanceWindow: 'sun:23' } }" }
            @{ text = "jobs: { j: { role: r, script: s3://lake/x.py, connections: [], securityConfiguration: '', description: '' } }" }
            @{ text = 'crawlers: { c: { role: r, paths: [s3://lake/x], useLakeFormationCredentials: false, classifiers: [], exclude: [] } }' }
            @{ text = "crawlers: { c: { role: r, paths: [s3://lake/x], connection: '', schedule: '', jdbcPaths: [] } }" }
            @{ text = "jobs: { j: { role: r, script: s3://lake/x.py } }`ntriggers: { t: { type: on_demand, jobs: [j], crawlers: [], any: false } }" }
            @{ text = 'catalogs: { k: { dataLakeAccess: false, allowFullTableExternalDataAccess: false } }' }
            @{ text = 'roles: { r: { trust: glue, path: / } }' }
            @{ text = 'settings: { trustedResourceOwners: [], externalDataFilteringAllowList: [] }' }
            @{ text = "databases: { d: { description: '', tables: { t: { columns: {}, partitions: {} } } } }" }
        ) {
            $file = New-File "lake: 1`nname: same`n$text"
            Test-LakeDefinition $file | Should -BeNullOrEmpty
            $reviewed = Join-Path $TestDrive "$([guid]::NewGuid()).json"
            Compare-LakeDefinition $file | Export-LakePlan $reviewed
            (Publish-LakeDefinition -PlanPath $reviewed -Confirm:$false).Status | Should -BeIn 'Done', 'Unchanged'
            (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        }

        It 'take away what the lake has' {
            $text = @'
lake: 1
name: same
jobs: { j: { role: r, script: s3://lake/x.py, queuing: true, connections: [a], executionClass: FLEX } }
crawlers: { c: { role: r, paths: [s3://lake/x], useLakeFormationCredentials: true, exclude: ['*.tmp'] } }
triggers: { t: { type: CONDITIONAL, jobs: [j], afterJobs: [j], any: true } }
'@
            (Publish-LakeDefinition (New-File $text) -Confirm:$false).Status | Should -Be 'Done'
            $none = $text.Replace('true', 'false').Replace('[a]', '[]').Replace("['*.tmp']", '[]')
            $plan = Join-Path $TestDrive 'none.json'
            Compare-LakeDefinition (New-File $none) | Export-LakePlan $plan
            (Publish-LakeDefinition -PlanPath $plan -Confirm:$false).Status | Should -Be 'Done'
            $job = Get-LakeGlueJob j
            $job.JobRunQueuing | Should -BeFalse
            $job.GlueConnectionName | Should -BeNullOrEmpty
            (Get-LakeGlueCrawler c).UseLakeFormationCredential | Should -BeFalse
            (Get-LakeGlueCrawler c).Target.Exclusion | Should -BeNullOrEmpty
            (Get-LakeGlueTrigger t).Logical | Should -Not -Be 'ANY'
        }
    }

    It 'that a service would not keep are findings: <id> of <text>' -ForEach @(
        @{ id = 'ConnectionPropertyInvalid'; text = 'connections: { c: { type: JDBC, properties: { SECRET_ID: s } } }' }
        @{ id = 'ConnectionPropertyInvalid'; text = 'connections: { c: { type: JDBC, secret: s, properties: { USERNAME: u } } }' }
        @{ id = 'DefinitionValueUnknown'; text = 'jobs: { j: { role: r, script: s3://lake/x.py, executionClass: fast } }' }
        @{ id = 'MaintenanceWindowInvalid'; text = "jobs: { j: { role: r, script: s3://lake/x.py, maintenanceWindow: 'Sun:24' } }" }
        @{ id = 'CrawlerSettingUnused'; text = 'crawlers: { c: { role: r, dynamoDBTables: [t], exclude: [x] } }' }
        @{ id = 'CrawlerSettingUnused'; text = 'crawlers: { c: { role: r, deltaPaths: [s3://lake/d], exclude: [x] } }' }
        @{ id = 'CrawlerSettingUnused'; text = 'crawlers: { c: { role: r, dynamoDBTables: [t], connection: x } }' }
        @{ id = 'TriggerIncomplete'; text = 'triggers: { t: { type: ON_DEMAND, jobs: [j], afterState: FAILED } }' }
        @{ id = 'TriggerIncomplete'; text = 'triggers: { t: { type: ON_DEMAND, jobs: [j], any: true } }' }
        @{ id = 'TriggerIncomplete'; text = 'triggers: { t: { type: ON_DEMAND, crawlers: [c], arguments: { mode: nightly } } }' }
        @{ id = 'InvalidRolePath'; text = 'roles: { r: { trust: Glue, path: service-role } }' }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: findings`n$text")).Id | Should -Be $id
    }

    It 'that no service takes are findings: <id> of <text>' -ForEach @(
        @{ id = 'InvalidRole'; text = "locations: [{ path: s3://lake/x, role: 'arn:aws:iam::111122223333:role/loc ' }]" }
        @{ id = 'DefinitionTypeWrong'; text = "connections: { c: { type: '' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "connections: { c: { type: 'NETWORK ' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "connections: { c: { type: NETWORK, securityGroups: [sg-1, ''] } }" }
        @{ id = 'DefinitionTypeWrong'; text = "connections: { c: { type: NETWORK, matchCriteria: [''] } }" }
        @{ id = 'ConnectionPropertyInvalid'; text = "connections: { c: { type: JDBC, properties: { JDBC_CONNECTION_URL: '' } } }" }
        @{ id = 'DefinitionTypeWrong'; text = "jobs: { j: { role: r, script: s3://lake/x.py, pythonVersion: '' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "jobs: { j: { role: r, script: s3://lake/x.py, pythonVersion: '3 ' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "secrets: { s: { kmsKey: '' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "roles: { r: { trust: Glue, path: '' } }" }
        @{ id = 'DefinitionTypeWrong'; text = "settings: { trustedResourceOwners: [''] }" }
        @{ id = 'DefinitionTypeWrong'; text = "settings: { externalDataFilteringAllowList: ['111122223333 '] }" }
        @{ id = 'DefinitionTypeWrong'; text = "settings: { authorizedSessionTagValues: '' }" }
        @{ id = 'DefinitionTypeWrong'; text = "triggers: { t: { type: ON_DEMAND, jobs: [''] } }" }
        @{ id = 'DefinitionTypeWrong'; text = "crawlers: { c: { role: r, paths: [s3://lake/x], classifiers: [''] } }" }
        @{ id = 'DefinitionTypeWrong'; text = "crawlers: { c: { role: r, paths: [s3://lake/x], lakeFormationAccount: '111122223333 ' } }" }
        @{ id = 'PolicyDocumentInvalid'; text = 'roles: { r: { trust: { Statement: [] } } }' }
        @{ id = 'PolicyDocumentInvalid'; text = 'roles: { r: { trust: { Statement: { Effect: allow, Principal: { Service: glue.amazonaws.com }, Action: sts:AssumeRole } } } }' }
        @{ id = 'PolicyDocumentInvalid'; text = "roles: { r: { trust: { Statement: { Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: '' } } } }" }
        @{ id = 'PolicyDocumentInvalid'; text = "roles: { r: { trust: { Version: '', Statement: { Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: sts:AssumeRole } } } }" }
        @{ id = 'PolicyDocumentInvalid'; text = 'roles: { r: { trust: { Statement: { Effect: Allow, Action: sts:AssumeRole } } } }' }
        @{ id = 'PolicyDocumentInvalid'; text = 'roles: { r: { trust: Glue, policies: { p: { Statement: { Effect: Allow, Action: s3:GetObject } } } } }' }
        @{ id = 'PolicyDocumentInvalid'; text = 'roles: { r: { trust: Glue, policies: { p: { Statement: { Effect: Allow, Action: [], Resource: "*" } } } } }' }
        @{ id = 'PolicyDocumentInvalid'; text = "secrets: { s: { policy: { Statement: { Effect: Allow, Action: secretsmanager:GetSecretValue, Resource: '*' } } } }" }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: a`n$text")).Id | Should -Be $id
    }

    It 'that a command would drop are errors' {
        { New-LakeGlueConnection c -ConnectionType JDBC -SecretId s -Property @{ USERNAME = 'u' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ConnectionPropertyInvalid,*'
        { New-LakeGlueConnection c -ConnectionType JDBC -SecretId s -Property @{ SECRET_ID = 't' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ConnectionPropertyInvalid,*'
        { New-LakeGlueCrawler c -Role r -DynamoDBTableName t -Exclude x -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.CrawlerSettingUnused,*'
        { New-LakeGlueTrigger t -Type OnDemand -JobName j -AfterState Failed -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.TriggerIncomplete,*'
        New-LakeGlueJob j -Role r -ScriptLocation s3://lake/x.py -Command gluestreaming -MaintenanceWindow sun:23 |
            ForEach-Object MaintenanceWindow | Should -BeExactly 'Sun:23'
    }

    It 'of PowerShell data are the numbers as they are written' {
        $file = New-File @'
@{
    lake = 1; name = 'numbers'
    databases = @{ d = @{ parameters = @{
        version = 1.10; two = 2.0; hex = 0x10; long = 12345678901234567890123; size = 1kb; 1.10 = 'key'; text = '1.10'; on = $true
    } } }
}
'@ psd1
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        $parameter = (Get-GlueDatabase d).Parameter
        $parameter['version'], $parameter['two'], $parameter['hex'], $parameter['long'], $parameter['size'], $parameter['1.10'],
            $parameter['text'], $parameter['on'] |
            Should -Be @('1.10', '2.0', '0x10', '12345678901234567890123', '1kb', 'key', '1.10', 'true')
    }
}
