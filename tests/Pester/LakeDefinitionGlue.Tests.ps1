BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        Set-Content $file $Text
        $file
    }
    $things = @'
lake: 1
name: load
databases: { shop: {} }
connections:
  shop:
    type: JDBC
    description: the shop's database
    properties: { JDBC_CONNECTION_URL: "jdbc:postgresql://shop:5432/shop" }
    secret: shop/login
    subnet: subnet-1
    securityGroups: [sg-1]
jobs:
  load: { role: loader, script: s3://lake/load.py, connections: [shop], timeout: 10 }
crawlers:
  raw: { role: loader, database: shop, paths: [s3://lake/raw], exclude: ["**.tmp"], schedule: "15 12 * * ? *", tablePrefix: raw_ }
triggers:
  nightly: { type: SCHEDULED, schedule: cron(15 3 * * ? *), jobs: [load], arguments: { day: all }, enabled: true }
  after: { type: CONDITIONAL, jobs: [load], afterCrawlers: [raw] }
owns: [{ connection: "*" }, { job: "*" }, { crawler: "*" }, { trigger: "*" }]
'@
}

AfterAll { Disconnect-Lake }

Describe 'Connections, crawlers and triggers in definitions' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'are made, compared, changed, exported and taken away' {
        $file = New-File $things
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $done = Publish-LakeDefinition $file -Confirm:$false
        $done.Status | Should -Be 'Done'
        # Each needs those before it.
        @($done.Changes | Where-Object Kind -In Connection, Job, Crawler, Trigger).Kind | Should -Be @('Connection', 'Job', 'Crawler', 'Trigger', 'Trigger')
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        $connection = Get-LakeGlueConnection shop
        $connection.SecretId | Should -Be 'shop/login'
        $connection.SubnetId | Should -Be 'subnet-1'
        $crawler = Get-LakeGlueCrawler raw
        "$($crawler.Target)" | Should -Be 's3://lake/raw'
        $crawler.Target.Exclusion | Should -Be '**.tmp'
        $crawler.Schedule | Should -Be 'cron(15 12 * * ? *)'
        $trigger = Get-LakeGlueTrigger nightly
        $trigger.State | Should -Be 'ACTIVATED'
        $trigger.Argument['--day'] | Should -Be 'all'
        (Get-LakeGlueTrigger after).Condition | Should -Be 'crawler raw is SUCCEEDED'

        # What somebody changed by hand is drift, and put right, and nothing else is touched.
        Set-LakeGlueConnection shop -Description other
        Set-LakeGlueCrawler raw -TablePrefix x_ -RecrawlBehavior CrawlNewFoldersOnly
        $null = Stop-LakeGlueTrigger nightly
        $plan = Compare-LakeDefinition $file
        $plan.Changes.Target | Should -Be @('shop', 'raw', 'nightly')
        $plan.ToText() | Should -Match 'tablePrefix: x_ -> raw_'
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakeGlueTrigger nightly).State | Should -Be 'ACTIVATED'
        $crawler = Get-LakeGlueCrawler raw
        $crawler.TablePrefix | Should -Be 'raw_'
        $crawler.RecrawlBehavior | Should -Be 'CRAWL_NEW_FOLDERS_ONLY'
        (Get-LakeGlueConnection shop).SecretId | Should -Be 'shop/login'

        # The export says the same, and makes it anew.
        $export = New-File (Export-LakeDefinition)
        (Compare-LakeDefinition $export).HasChanges | Should -BeFalse
        $before = Export-LakeDefinition

        # What goes is asked about, and comes back.
        $less = New-File "lake: 1`nname: load`nowns: [{ connection: '*' }, { job: '*' }, { crawler: '*' }, { trigger: '*' }]"
        { Publish-LakeDefinition $less -ErrorAction Stop -Confirm:$false } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
        $gone = Publish-LakeDefinition $less -Force -Confirm:$false
        @($gone.Changes.Kind) | Should -Be @('Trigger', 'Trigger', 'Crawler', 'Job', 'Connection')
        "$($gone.NotRestorable)" | Should -Match 'history of crawler raw'
        Get-LakeGlueConnection | Should -BeNullOrEmpty
        (Restore-LakeDefinition load 2 -Confirm:$false).Changes.State | Select-Object -Unique | Should -Be 'Done'
        Export-LakeDefinition | Should -Be $before
    }

    It 'change their targets with the exclusions and the connection of all' {
        $null = Publish-LakeDefinition (New-File $things) -Confirm:$false
        $changed = New-File ($things -replace 'exclude: \["\*\*.tmp"\]', 'jdbcPaths: [shop/public/%], connection: shop, exclude: ["**.bak"]')
        (Publish-LakeDefinition $changed -Confirm:$false).Status | Should -Be 'Done'
        $targets = (Get-LakeGlueCrawler raw).Target
        $targets.Path | Should -Be @('s3://lake/raw', 'shop/public/%')
        $targets.ConnectionName | Should -Be @('shop', 'shop')
        ($targets.Exclusion | Select-Object -Unique) | Should -Be '**.bak'
        (Compare-LakeDefinition $changed).HasChanges | Should -BeFalse
    }

    It 'have their lists cleared by an empty list, and by a restore' {
        $null = Publish-LakeDefinition (New-File ($things -replace ', exclude: \["\*\*.tmp"\]')) -Confirm:$false
        $full = New-File $things.Replace('tablePrefix:', 'connection: shop, classifiers: [own], tablePrefix:')
        (Publish-LakeDefinition $full -Confirm:$false).Status | Should -Be 'Done'
        $none = $things.Replace('tablePrefix:', 'connection: "", classifiers: [], tablePrefix:').Replace('["**.tmp"]', '[]')
        $empty = New-File $none.Replace('connections: [shop]', 'connections: []').Replace('[sg-1]', '[]')
        (Publish-LakeDefinition $empty -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakeGlueJob load).GlueConnectionName | Should -BeNullOrEmpty
        (Get-LakeGlueConnection shop).SecurityGroupId | Should -BeNullOrEmpty
        $crawler = Get-LakeGlueCrawler raw
        $crawler.Classifier | Should -BeNullOrEmpty
        $crawler.Target.Exclusion | Should -BeNullOrEmpty
        $crawler.Target.ConnectionName | Should -BeNullOrEmpty
        (Compare-LakeDefinition $empty).HasChanges | Should -BeFalse
        (Compare-LakeDefinition $full).HasChanges | Should -BeTrue

        (Publish-LakeDefinition $full -Confirm:$false).Status | Should -Be 'Done'
        (Restore-LakeDefinition load 1 -Confirm:$false).Status | Should -Be 'Done'
        $crawler = Get-LakeGlueCrawler raw
        $crawler.Target.Exclusion | Should -BeNullOrEmpty
        $crawler.Target.ConnectionName | Should -BeNullOrEmpty
    }

    It 'keep the conditions of a trigger that they do not change, and have as many as they list' {
        $null = Publish-LakeDefinition (New-File $things) -Confirm:$false
        $either = 'job load is SUCCEEDED', 'job load is FAILED'
        $null = [pscustomobject]@{ Name = 'either'; Type = 'Conditional'; JobName = 'load'; Condition = $either; Logical = 'ANY' } | New-LakeGlueTrigger
        foreach ($list in 'load, load', 'load') {
            $file = New-File "lake: 1`nname: either`ntriggers: { either: { type: CONDITIONAL, jobs: [load], afterJobs: [$list], afterCrawlers: [raw], any: true } }"
            (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
            (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
            $count = @($list -split ', ').Count
            (Get-LakeGlueTrigger either).Condition | Should -Be @($either[0..($count - 1)] + 'crawler raw is SUCCEEDED')
        }
        $file = New-File "lake: 1`nname: either`ntriggers: { either: { type: CONDITIONAL, jobs: [load], afterJobs: [load], afterCrawlers: [raw], afterState: FAILED, any: true } }"
        $null = Publish-LakeDefinition $file -Confirm:$false
        (Get-LakeGlueTrigger either).Condition | Should -Be 'job load is FAILED', 'crawler raw is FAILED'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'keep the password of a connection, and say nowhere what it is' {
        $password = ConvertTo-SecureString 'hunter2-swordfish' -AsPlainText -Force
        $null = New-LakeGlueConnection own -ConnectionType JDBC -Property @{ JDBC_CONNECTION_URL = 'jdbc:mysql://h/d' } -Credential ([pscredential]::new('me', $password))
        $text = Export-LakeDefinition
        $text | Should -Not -Match 'hunter2'
        $text | Should -Match '(?m)^#   the password of 1 connection: own'
        $file = New-File ($text.Replace('type: JDBC', "type: JDBC`n    description: mine") + "owns: [{ connection: '*' }]`n")
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        $client = (Get-LakeConnection).Clients.Glue
        $null = $client
        $less = New-File "lake: 1`nname: lake`nowns: [{ connection: '*' }]"
        $plan = Compare-LakeDefinition $less
        "$($plan.NotRestorable)" | Should -Match 'password of connection own'
        Get-ChildItem (Join-Path (Get-LakeConnection).LocalPath definitions) -Recurse -File | Get-Content -Raw | Should -Not -Match 'hunter2'
    }

    It 'are checked as their commands check them: <Id>' -ForEach @(
        @{ Id = 'SecretInProperty'; Text = 'connections: { c: { type: JDBC, properties: { PASSWORD: x } } }' }
        @{ Id = 'DefinitionKeyMissing'; Text = 'connections: { c: { description: x } }' }
        @{ Id = 'ScheduleInvalid'; Text = "crawlers: { c: { role: r, paths: ['s3://lake/x'], schedule: daily } }" }
        @{ Id = 'CrawlerTargetMissing'; Text = 'crawlers: { c: { role: r } }' }
        @{ Id = 'CrawlerTargetMissing'; Text = 'crawlers: { c: { role: r, paths: [] } }' }
        @{ Id = 'TriggerIncomplete'; Text = 'triggers: { t: { type: ON_DEMAND, jobs: [] } }' }
        @{ Id = 'InvalidS3Uri'; Text = 'crawlers: { c: { role: r, paths: [lake/x] } }' }
        @{ Id = 'ConfigurationInvalid'; Text = "crawlers: { c: { role: r, paths: ['s3://lake/x'], configuration: x } }" }
        @{ Id = 'DefinitionValueUnknown'; Text = "crawlers: { c: { role: r, paths: ['s3://lake/x'], updateBehavior: LOGG } }" }
        @{ Id = 'TriggerIncomplete'; Text = 'triggers: { t: { type: SCHEDULED, jobs: [j] } }' }
        @{ Id = 'TriggerIncomplete'; Text = 'triggers: { t: { type: ON_DEMAND, jobs: [j], enabled: true } }' }
        @{ Id = 'DefinitionValueUnknown'; Text = 'triggers: { t: { type: NIGHTLY, jobs: [j] } }' }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: a`n$Text")).Id | Should -Be $Id
    }

    It 'are left out of an export by name where a definition cannot say them' {
        $null = Publish-LakeDefinition (New-File $things) -Confirm:$false
        $folder = (Get-LakeConnection).LocalPath
        $null = New-LakeGlueTrigger mixed -Type Conditional -JobName load -AfterJobName load -AfterState Failed
        $null = Set-LakeGlueTrigger mixed -AfterCrawlerName raw
        $text = Export-LakeDefinition
        $file = New-File $text
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        $null = $folder
    }

    It 'close what they create on a lake whose defaults leave new tables to IAM' {
        Set-LakeSetting -CreateTableDefaultPermission IamAllowedPrincipals -CreateDatabaseDefaultPermission IamAllowedPrincipals
        $text = "lake: 1`nname: i`ndatabases: { d: { tables: { t: { columns: { a: int } } } } }`ngrants: [{ to: role/analyst, on: { database: d, table: t }, allow: [SELECT] }]"
        $owned = New-File "$text`nowns: [{ database: d }]"
        $done = Publish-LakeDefinition $owned -Confirm:$false
        $done.Status | Should -Be 'Done'
        ($done.Changes | Where-Object Kind -EQ Grant | ForEach-Object Action) | Should -Be @('Create', 'Remove', 'Remove')
        (Get-LakePermission).Principal | Should -Be 'arn:aws:iam::000000000000:role/analyst'
        (Publish-LakeDefinition $owned -Confirm:$false).Status | Should -Be 'Unchanged'

        # Grants that no definition owns stay.
        $other = New-File $text.Replace('name: i', 'name: o').Replace('d:', 'e:').Replace('database: d', 'database: e')
        (Publish-LakeDefinition $other -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakePermission -Principal IAM_ALLOWED_PRINCIPALS).DatabaseName | Should -Be @('e', 'e')
    }

    It 'name databases whose new tables start with other permissions than those of the lake' {
        $null = New-GlueDatabase opened -TableDefaultPermission IamAllowedPrincipals
        $null = New-GlueDatabase usual
        (Get-LakeSetting).CreateTableDefaultPermission | Should -Be None
        $text = Export-LakeDefinition
        $text -split "`n" | Where-Object { $_ -match '^#.*default permissions of tables of 1 database: opened' } | Should -HaveCount 1
        Remove-GlueDatabase opened -Force
        "$(Export-LakeDefinition)" | Should -Not -Match 'default permissions of tables'
    }
}
