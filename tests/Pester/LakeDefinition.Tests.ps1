BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function arn([string] $Name) { "arn:aws:iam::000000000000:$Name" }
    function New-File([string] $Text, [string] $Extension = 'yaml') {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).$Extension"
        Set-Content $file $Text
        $file
    }
    $sales = New-File @'
lake: 1
name: sales
parameters:
  env: { default: dev, allowed: [dev, prod] }
locations:
  - { path: "s3://${env}-sales" }
tags:
  domain: [sales, hr]
databases:
  sales:
    location: "s3://${env}-sales/db"
    tags: { domain: sales }
    tables:
      orders:
        format: csv
        header: true
        location: "s3://${env}-sales/db/orders"
        columns: { id: int, region: string, amount: "decimal(10,2)" }
        partitions: { day: date }
        filters:
          eu: { rows: "region = 'EU'", columns: [id, amount] }
grants:
  - { to: role/analyst, on: { database: sales, table: orders, columns: [id, region] }, allow: [SELECT] }
  - { to: [role/eu, role/auditor], on: { database: sales, table: orders, filter: eu }, allow: [SELECT] }
  - { to: role/steward, on: { tags: { domain: sales }, kind: table }, allow: [SELECT, DESCRIBE], grantable: [DESCRIBE] }
owns:
  - { database: sales }
'@
}

AfterAll { Disconnect-Lake }

Describe 'Test-LakeDefinition' {
    It 'finds nothing wrong with a good one, without a connection' {
        Disconnect-Lake
        Test-LakeDefinition $sales | Should -BeNullOrEmpty
        Test-LakeDefinition $sales -Quiet | Should -BeTrue
    }

    It 'finds what Lake Formation never grants: what excludes each other, hidden partition keys, too much for other accounts' {
        $findings = Test-LakeDefinition (New-File @'
lake: 1
name: sales
databases:
  sales:
    tables:
      orders: { columns: { id: int, region: string }, partitions: { day: date } }
grants:
  - { to: role/a, on: { database: sales, table: orders, columns: [id] }, allow: [SELECT] }
  - { to: role/a, on: { database: sales, table: orders }, allow: [INSERT] }
  - { to: role/b, on: { database: sales, table: orders, excludedColumns: [day] }, allow: [SELECT] }
  - { to: "444455556666", on: { database: sales }, allow: [DROP] }
administrators: ["444455556666"]
'@)
        $findings.Id | Should -Be @('PartialSelectExcludes', 'PartitionKeyExcluded', 'CrossAccountGrantInvalid', 'InvalidPrincipal')
    }

    It 'tells every fault at once, each with its place' {
        $findings = Test-LakeDefinition (New-File @'
lake: 1
name: sales
tags: { domain: [sales] }
databases:
  sales:
    tabels: {}
    tables:
      orders:
        columns: { id: itn, region: string }
      items:
        columns: { id: int }
        filters: { eu: { rows: "regoin = 'EU'" } }
grants:
  - { to: role/analyst, on: { database: sales }, allow: [SELECT] }
  - { to: role/analyst, on: { database: sales, table: items, columns: [idd] }, allow: [SELECT] }
  - { to: analyst, on: { tags: { domain: slaes }, kind: table }, allow: [WRITE] }
'@)
        $findings | Should -BeOfType ([LakeTools.LakeFinding])
        $findings.Id | Should -Be @('DefinitionKeyUnknown', 'ColumnTypeInvalid', 'InvalidRowFilter', 'PermissionNotForResource', 'ColumnNotFound',
            'InvalidPrincipal', 'TagValueNotFound', 'UnknownPermission')
        $findings.Line | Should -Be @(6, 9, 12, 14, 15, 16, 16, 16)
        $findings[0].Column | Should -Be 5
        $findings[0].Suggestion | Should -Be 'tables'
        $findings[6].Suggestion | Should -Be 'sales'
    }

    It 'finds <Id>' -ForEach @(
        @{ Id = 'DefinitionUnreadable'; Text = "lake: 1`nname: [" }
        @{ Id = 'DefinitionVersionUnknown'; Text = "lake: 2`nname: a" }
        @{ Id = 'DefinitionKeyMissing'; Text = 'lake: 1' }
        @{ Id = 'DefinitionNameInvalid'; Text = "lake: 1`nname: a/b" }
        @{ Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`ngrants: { to: x }" }
        @{ Id = 'DefinitionValueUnknown'; Text = "lake: 1`nname: a`nsettings: { createTableDefaultPermission: Nome }" }
        @{ Id = 'DefinitionTagUnknown'; Text = "lake: 1`nname: a`ntags: { domain: [x] }`ngrants:`n - { to: role/a, on: { tags: { domian: x }, kind: table }, allow: [SELECT] }" }
        @{ Id = 'DefinitionContradiction'; Text = "lake: 1`nname: a`nlocations:`n - { path: 's3://bucket/p', hybridAccess: true }`n - { path: 's3://bucket/p', hybridAccess: false }" }
        @{ Id = 'DefinitionParameterUnknown'; Text = "lake: 1`nname: '`${x}'" }
        @{ Id = 'DefinitionParameterMissing'; Text = "lake: 1`nname: a`nparameters: { env: { allowed: [a] } }" }
    ) {
        (Test-LakeDefinition (New-File $Text)).Id | Should -Contain $Id
    }

    It 'ignores nothing: <Case>' -ForEach @(
        @{ Case = 'nothing behind a key'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`ngrants:" }
        @{ Case = 'null'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`ngrants: Null" }
        @{ Case = 'a database that is nothing'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`ndatabases:`n  sales:" }
        @{ Case = 'nothing in a list'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`nadministrators: [~]" }
        @{ Case = 'an empty map'; Id = 'DefinitionUnreadable'; Text = '{}' }
        @{ Case = 'databases that meet'; Id = 'DefinitionNamesMeet'; Text = "lake: 1`nname: a`ndatabases: { sales: {}, Sales: {} }" }
        @{ Case = 'tags that meet'; Id = 'DefinitionNamesMeet'; Text = "lake: 1`nname: a`ntags: { Domain: [x], domain: [y] }" }
        @{ Case = 'tables that meet'; Id = 'DefinitionNamesMeet'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { columns: { a: int } }, T: { columns: { a: int } } } } }" }
        @{ Case = 'parameters that meet'; Id = 'DefinitionNamesMeet'; Text = "lake: 1`nname: a`nparameters: { env: a, ENV: b }`ndatabases: { '`${env}`${ENV}': {} }" }
        @{ Case = 'a merge key'; Id = 'DefinitionUnreadable'; Text = "lake: 1`nname: a`ndatabases: { x: &b {}, y: { <<: *b } }" }
        @{ Case = 'a tag of YAML'; Id = 'DefinitionUnreadable'; Text = "lake: 1`nname: !Sub a" }
        @{ Case = 'a grant to nobody'; Id = 'DefinitionKeyMissing'; Text = "lake: 1`nname: a`ngrants: [{ to: [], on: { database: d }, allow: [ALL] }]" }
        @{ Case = 'an expression without tags'; Id = 'TagMissing'; Text = "lake: 1`nname: a`nexpressions: { e: {} }" }
        @{ Case = 'an opt-in of nobody'; Id = 'DefinitionKeyMissing'; Text = "lake: 1`nname: a`noptIns: [{ for: [], on: { database: d } }]" }
        @{ Case = 'nothing that is owned'; Id = 'DefinitionKeyMissing'; Text = "lake: 1`nname: a`nowns: [{}]" }
        @{ Case = 'everything: no'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`nowns: [{ everything: no }]" }
        @{ Case = 'a location that names nothing'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`nowns: [{ location: raw }]" }
        @{ Case = 'a parameter without its end'; Id = 'DefinitionParameterOpen'; Text = "lake: 1`nname: a`ndatabases: { d: { description: 'x `${env' } }" }
        @{ Case = 'two signs'; Id = 'DefinitionTypeWrong'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { delimiter: '||', columns: { a: int } } } } }" }
        @{ Case = 'a quote that JSON has not'; Id = 'DefinitionFormatTakesNone'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { format: json, quote: x, columns: { a: int } } } } }" }
        @{ Case = 'a header of no format'; Id = 'DefinitionFormatTakesNone'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { format: none, header: true, columns: { a: int } } } } }" }
        @{ Case = 'a view'; Id = 'DefinitionViewRefused'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { tableType: VIRTUAL_VIEW, columns: { a: int } } } } }" }
        @{ Case = 'what engines write'; Id = 'DefinitionParameterOfEngine'; Text = "lake: 1`nname: a`ndatabases: { d: { tables: { t: { columns: { a: int }, parameters: { metadata_location: x } } } } }" }
        @{ Case = 'code beside data'; Id = 'DefinitionUnreadable'; Text = "param(`$x) @{ lake = 1; name = 'a' }"; Extension = 'psd1' }
        @{ Case = 'data in a job'; Id = 'DefinitionUnreadable'; Text = "@{ lake = 1; name = 'a' } &"; Extension = 'psd1' }
        @{ Case = 'data into a file'; Id = 'DefinitionUnreadable'; Text = "@{ lake = 1; name = 'a' } > x"; Extension = 'psd1' }
        @{ Case = '$null'; Id = 'DefinitionTypeWrong'; Text = "@{ lake = 1; name = 'a'; tags = `$null }"; Extension = 'psd1' }
    ) {
        $file = New-File $Text ($Extension ?? 'yaml')
        (Test-LakeDefinition $file).Id | Should -Be $Id
        Test-LakeDefinition $file -Quiet | Should -BeFalse
    }

    It 'takes nothing that is empty for a larger resource: <Case>' -ForEach @(
        @{ Case = "columns: []"; Text = "grants: [{ to: role/a, on: { database: d, table: t, columns: [] }, allow: [SELECT] }]" }
        @{ Case = "columns of an empty parameter"; Text = "parameters: { shown: { default: [] } }`ngrants: [{ to: role/a, on: { database: d, table: t, columns: '`${shown}' }, allow: [SELECT] }]" }
        @{ Case = "a column without a name"; Text = "grants: [{ to: role/a, on: { database: d, table: t, columns: [id, ''] }, allow: [SELECT] }]" }
        @{ Case = "excludedColumns: []"; Text = "grants: [{ to: role/a, on: { database: d, table: t, excludedColumns: [] }, allow: [SELECT] }]" }
        @{ Case = "table: ''"; Text = "grants: [{ to: role/a, on: { database: d, table: '' }, allow: [DROP] }]" }
        @{ Case = "catalog: ''"; Text = "grants: [{ to: role/a, on: { database: d, catalog: '' }, allow: [DROP] }]" }
        @{ Case = "values: []"; Text = "grants: [{ to: role/a, on: { tag: domain, values: [] }, allow: [DESCRIBE] }]" }
        @{ Case = "tags: {}"; Text = "grants: [{ to: role/a, on: { database: d, tags: {} }, allow: [DESCRIBE] }]" }
        @{ Case = "a tag without values"; Text = "grants: [{ to: role/a, on: { tags: { domain: [] }, kind: table }, allow: [DESCRIBE] }]" }
        @{ Case = "an opt-in on no columns"; Text = "optIns: [{ for: role/a, on: { database: d, table: t, columns: [] } }]" }
        @{ Case = "a filter of no columns"; Text = "databases: { d: { tables: { t: { columns: { id: int }, filters: { f: { columns: [] } } } } } }" }
    ) {
        $file = New-File "lake: 1`nname: a`n$Text"
        (Test-LakeDefinition $file).Id | Should -Be 'ResourceNameEmpty'
        Test-LakeDefinition $file -Quiet | Should -BeFalse
    }

    It 'takes nothing of an include that says nothing, or something else: <Text>' -ForEach @(
        @{ Text = ''; Id = 'DefinitionTypeWrong' }
        @{ Text = '# later'; Id = 'DefinitionTypeWrong' }
        @{ Text = '{}'; Id = 'DefinitionUnreadable' }
        @{ Text = 'lake: 2'; Id = 'DefinitionContradiction' }
        @{ Text = "name: other`ntags: { a: [b] }"; Id = 'DefinitionContradiction' }
        @{ Text = 'databases: { SALES: {} }'; Id = 'DefinitionNamesMeet' }
    ) {
        $fragment = New-File $Text
        (Test-LakeDefinition (New-File "lake: 1`nname: a`ninclude: $(Split-Path -Leaf $fragment)`ndatabases: { sales: {} }")).Id | Should -Be $Id
    }

    It 'checks what the cmdlets check: <Id>' -ForEach @(
        @{ Id = 'UnknownWorkerType'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', workerType: G.9X, numberOfWorkers: 2 } }" }
        @{ Id = 'UnknownGlueVersion'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', glueVersion: x } }" }
        @{ Id = 'InvalidJobCapacity'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', workerType: G.1X } }" }
        @{ Id = 'InvalidJobArgument'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', arguments: { 'a b': c } } }" }
        @{ Id = 'InvalidJobArgument'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', arguments: { day: a, --day: b } } }" }
        @{ Id = 'InvalidJobArgument'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', arguments: { -day: a, --day: b } } }" }
        @{ Id = 'InvalidJobArgument'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', nonOverridableArguments: { day: a, --day: a } } }" }
        @{ Id = 'InvalidJobArgument'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', arguments: { '--': a } } }" }
        @{ Id = 'InvalidJobArgument'; Text = "triggers: { t: { type: ON_DEMAND, jobs: [j], arguments: { day: a, --day: b } } }" }
        @{ Id = 'InvalidS3Uri'; Text = "jobs: { j: { role: r, script: bucket/x } }" }
        @{ Id = 'InvalidRoleName'; Text = "jobs: { j: { role: 'a role', script: 's3://bucket/x' } }" }
        @{ Id = 'DefinitionTypeWrong'; Text = "jobs: { j: { role: r, script: 's3://bucket/x', maxRetries: 11 } }" }
        @{ Id = 'BucketNameInvalid'; Text = "jobs: { j: { role: r, script: 's3://Bucket/x' } }" }
        @{ Id = 'BucketNameInvalid'; Text = "locations: [{ path: 's3://Bucket/x' }]" }
        @{ Id = 'BucketNameInvalid'; Text = "databases: { d: { location: 's3://Bucket/x' } }" }
        @{ Id = 'BucketNameInvalid'; Text = "databases: { d: { tables: { t: { location: 's3://Bucket/x', columns: { a: int } } } } }" }
        @{ Id = 'InvalidS3Uri'; Text = "databases: { d: { location: bucket/x } }" }
        @{ Id = 'CatalogNameInvalid'; Text = "databases: { 'a/b': {} }" }
    ) {
        (Test-LakeDefinition (New-File "lake: 1`nname: a`n$Text")).Id | Should -Be $Id
    }

    It 'goes on after a file that it cannot read' {
        $wrong = Join-Path $TestDrive wrong.yaml
        Set-Content $wrong 'lake: 1', 'name: wrong', 'grunts: []'
        $files = (Join-Path $TestDrive none.yaml), $wrong
        $found = $files | Test-LakeDefinition -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Path | Should -Be $wrong
        $failed.FullyQualifiedErrorId | Should -Be 'LakeTools.FileError,LakeTools.Cmdlets.Definitions.TestLakeDefinitionCommand'
        Test-LakeDefinition $files[0], $sales -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
    }

    It 'tells a tab by its line' {
        $finding = Test-LakeDefinition (New-File "lake: 1`nname: a`ntags:`n  a: [b]`n`tb: [c]`nowns: [{ tag: a }]")
        $finding.Id | Should -Be 'DefinitionUnreadable'
        $finding.Line | Should -Be 5
        Test-LakeDefinition (New-File "{`n`t`"lake`": 1,`n`t`"name`": `"a`"`n}" json) | Should -BeNullOrEmpty
        (Test-LakeDefinition (New-File "{`n`t`"lake`": 1,`n`t`"name`"= `"a`"`n}" json)).Line | Should -BeGreaterThan 2
    }

    It 'reads UTF-8, UTF-16 and UTF-32, and nothing that is none of them: <Case>' -ForEach @(
        @{ Case = 'UTF-8'; Encoding = 'utf-8'; Line = 0 }
        @{ Case = 'UTF-16'; Encoding = 'utf-16'; Mark = $true; Line = 0 }
        @{ Case = 'UTF-16, the other way round'; Encoding = 'utf-16BE'; Mark = $true; Line = 0 }
        @{ Case = 'UTF-32'; Encoding = 'utf-32'; Mark = $true; Line = 0 }
        @{ Case = 'Latin-1'; Encoding = 'iso-8859-1'; Line = 3 }
        @{ Case = 'Latin-1 in PowerShell data'; Encoding = 'iso-8859-1'; Line = 3; Extension = 'psd1' }
        @{ Case = 'Latin-1 in JSON'; Encoding = 'iso-8859-1'; Line = 3; Extension = 'json' }
        @{ Case = 'UTF-16 without a mark'; Encoding = 'utf-16'; Line = 0 }
        @{ Case = 'UTF-16 without a mark in PowerShell data'; Encoding = 'utf-16'; Line = 0; Extension = 'psd1' }
        @{ Case = 'half of a character of UTF-16'; Encoding = 'utf-16'; Mark = $true; Cut = [char]0xD83D; Line = 3 }
    ) {
        $text = @{
            yaml = "lake: 1`nname: a`ndatabases: { d: { description: Zürich } }"
            json = "{ `"lake`": 1,`n`"name`": `"a`",`n`"databases`": { `"d`": { `"description`": `"Zürich`" } } }"
            psd1 = "@{ lake = 1`nname = 'a'`ndatabases = @{ d = @{ description = 'Zürich' } } }"
        }[($Extension ?? 'yaml')]
        $encoding = [System.Text.Encoding]::GetEncoding($Encoding)
        $file = New-File '' ($Extension ?? 'yaml')
        $bytes = [byte[]] @($(if ($Mark) { $encoding.GetPreamble() }) + $encoding.GetBytes($text))
        if ($Cut) { $bytes = [byte[]] ($bytes + [System.BitConverter]::GetBytes([uint16] $Cut)) }
        [System.IO.File]::WriteAllBytes($file, $bytes)
        $findings = @(Test-LakeDefinition $file)
        if ($Line -eq 0) { $findings | Should -BeNullOrEmpty; return }
        $findings.Id | Should -Be 'DefinitionUnreadable'
        $findings.Line | Should -Be $Line
    }

    It 'says of an include that is not UTF-8 where it is not' {
        $fragment = New-File ''
        [System.IO.File]::WriteAllBytes($fragment, [System.Text.Encoding]::Latin1.GetBytes("# a note`ntags: { ort: [zürich] }"))
        $finding = Test-LakeDefinition (New-File "lake: 1`nname: a`ninclude: $(Split-Path -Leaf $fragment)")
        "$($finding.Id) $(Split-Path -Leaf $finding.Path) $($finding.Line):$($finding.Column)" |
            Should -Be "DefinitionUnreadable $(Split-Path -Leaf $fragment) 2:16"
    }

    It 'says what depends on the account, which a definition can name' {
        $grant = "grants: [{ to: 'arn:aws:iam::111122223333:role/x', on: { database: d, table: t }, allow: [SELECT], grantable: [SELECT] }]"
        $finding = Test-LakeDefinition (New-File "lake: 1`nname: a`n$grant")
        $finding.Id | Should -Be 'DefinitionAccountUnknown'
        $finding.Severity | Should -Be 'Warning'
        Test-LakeDefinition (New-File "lake: 1`nname: a`n$grant") -Quiet | Should -BeFalse
        $named = New-File "lake: 1`nname: a`naccount: '111122223333'`n$grant"
        Test-LakeDefinition $named | Should -BeNullOrEmpty
        (Test-LakeDefinition (New-File "lake: 1`nname: a`naccount: '444455556666'`n$grant")).Id | Should -Be 'CrossAccountGrantInvalid'
        (Test-LakeDefinition (New-File "lake: 1`nname: a`naccount: mine")).Id | Should -Be 'DefinitionAccountInvalid'
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        { Compare-LakeDefinition $named -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionAccountDiffers,*'
        { Compare-LakeDefinition (New-File "lake: 1`nname: a`n$grant") -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionInvalid,*'
        Disconnect-Lake
    }

    It 'finds the same without anybody who may look at the lake' {
        $file = New-File "lake: 1`nname: a`ntags: { a: }"
        Connect-Lake -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey not-a-secret -Region eu-west-1 -EndpointUrl http://127.0.0.1:9 -MaxRetry 0
        { Compare-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionInvalid,*'
        Disconnect-Lake
    }

    It 'reads JSON and PowerShell data as YAML' {
        $json = New-File '{ "lake": 1, "name": "a", "databases": { "d": { "tables": { "t": { "columns": { "id": "itn" } } } } } }' json
        $data = New-File "@{ lake = 1; name = 'a'; databases = @{ d = @{ tables = @{ t = @{ columns = @{ id = 'itn' } } } } } }" psd1
        foreach ($file in $json, $data) { (Test-LakeDefinition $file).Id | Should -Be 'ColumnTypeInvalid' }
    }

    It 'never runs PowerShell data' {
        $target = Join-Path $TestDrive ran.txt
        (Test-LakeDefinition (New-File "@{ lake = 1; name = (Set-Content '$target' x) }" psd1)).Id | Should -Be 'DefinitionUnreadable'
        Test-Path $target | Should -BeFalse
    }

    It 'puts fragments together, and refuses circles' {
        $fragment = New-File 'tags: { domain: [sales] }'
        $good = New-File "lake: 1`nname: a`ninclude: [$(Split-Path -Leaf $fragment)]`ngrants:`n - { to: role/a, on: { tag: domain, values: [hr] }, allow: [DESCRIBE] }"
        (Test-LakeDefinition $good).Id | Should -Be 'TagValueNotFound'
        $circle = Join-Path $TestDrive circle.yaml
        Set-Content $circle "lake: 1`nname: a`ninclude: [circle.yaml]"
        (Test-LakeDefinition $circle).Id | Should -Be 'DefinitionIncludeCircle'
    }
}

Describe 'Definitions from strangers' {
    BeforeAll {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive strangers/inside) -Force
        $secret = Join-Path $TestDrive strangers/secret.yaml
        Set-Content $secret 'hunter2: swordfish'
        Set-Content (Join-Path $folder password.yaml) 'root:x:0:hunter2'
        Set-Content (Join-Path $folder list.yaml) '- hunter2'
        Set-Content (Join-Path $folder other.yaml) 'hunter2: hunter2'
        Set-Content (Join-Path $folder broken.yaml) "[hunter2]`n hunter2: *hunter2"
        Set-Content (Join-Path $folder broken.psd1) 'root:x:0:hunter2 $(hunter2'
        Set-Content (Join-Path $folder value.psd1) '@{ tags = hunter2 }'
        Set-Content (Join-Path $folder notes.txt) 'hunter2'
        Set-Content (Join-Path $folder tags.yaml) 'tags: { domain: [hunter3] }'
        [System.IO.File]::WriteAllText((Join-Path $folder large.yaml), 'tags: { domain: [a] } #' + ('x' * 16mb))
        if (-not $IsWindows) { $null = New-Item -ItemType SymbolicLink (Join-Path $folder link.yaml) -Target $secret }
        function Find-Fault([string] $Text, [string] $Extension = 'yaml') {
            $file = Join-Path $folder "$([guid]::NewGuid().ToString('n')).$Extension"
            [System.IO.File]::WriteAllText($file, $Text)
            Test-LakeDefinition $file
        }
    }

    It 'include only definitions below the first file: <include>' -ForEach @(
        @{ include = '/etc/passwd'; id = 'DefinitionIncludeRefused' }
        @{ include = '/dev/zero'; id = 'DefinitionIncludeRefused' }
        @{ include = '../secret.yaml'; id = 'DefinitionIncludeRefused' }
        @{ include = '..'; id = 'DefinitionIncludeRefused' }
        @{ include = 'notes.txt'; id = 'DefinitionIncludeRefused' }
        @{ include = 'nul.yaml'; id = 'DefinitionIncludeRefused' }
        @{ include = 'link.yaml'; id = 'DefinitionIncludeRefused' }
        @{ include = 'none.yaml'; id = 'FileError' }
        @{ include = 'large.yaml'; id = 'FileError' }
        @{ include = 'password.yaml'; id = 'DefinitionTypeWrong' }
        @{ include = 'list.yaml'; id = 'DefinitionTypeWrong' }
        @{ include = 'other.yaml'; id = 'DefinitionUnreadable' }
        @{ include = 'broken.yaml'; id = 'DefinitionUnreadable' }
        @{ include = 'broken.psd1'; id = 'DefinitionUnreadable' }
        @{ include = 'value.psd1'; id = 'DefinitionUnreadable' }
    ) {
        if ($IsWindows -and $include -eq 'link.yaml') { Set-ItResult -Skipped -Because 'links need a privilege on Windows' }
        $findings = @(Find-Fault "lake: 1`nname: a`ninclude: ['$include']")
        $findings.Id | Should -Be $id
        "$findings" | Should -Not -Match 'hunter2|swordfish'
    }

    It 'put a file in once that is included twice' {
        Find-Fault "lake: 1`nname: a`ninclude: [tags.yaml, ./tags.yaml]" | Should -BeNullOrEmpty
    }

    It 'have no name that is another folder: <name>' -ForEach @(
        foreach ($name in '..', '.', '.a', 'a.', 'nul', 'Com1', 'con.txt', ('x' * 101)) { @{ name = $name } }
    ) {
        (Find-Fault "lake: 1`nname: '$name'").Id | Should -Be 'DefinitionNameInvalid'
    }

    It 'cannot end the process: <what>' -ForEach @(
        @{ what = 'an anchor in itself'; text = "a: &a`n  b: *a" }
        @{ what = 'an anchor in its list'; text = "a: &a`n  - *a" }
        @{ what = 'an anchor in its own key'; text = "&a ? { *a : b }`n: c" }
        @{ what = 'anchors that repeat each other'; text = "lake: 1`nx0: &x0 [a, a]`n" + -join (1..40 | ForEach-Object { "x${_}: &x$_ [*x$($_ - 1), *x$($_ - 1)]`n" }) }
        @{ what = 'lists in lists'; text = '[' * 200000 }
        @{ what = 'lists in blocks'; text = '- ' * 100000 }
        @{ what = 'maps in maps'; text = '{a: ' * 100000 }
        @{ what = 'maps as keys'; text = '{? ' * 100000 }
        @{ what = 'JSON in JSON'; extension = 'json'; text = '{"a":' * 100000 }
        @{ what = 'data in data'; extension = 'psd1'; text = ('@{a=' * 100000) + '1' + ('}' * 100000) }
        @{ what = 'data within a bound'; extension = 'psd1'; text = ('@{lake=' * 1500) + '1' + ('}' * 1500) }
        @{ what = 'lists in data'; extension = 'psd1'; text = ('@(' * 1500) + '1' + (')' * 1500) }
        @{ what = 'expressions in strings'; extension = 'psd1'; text = '"' + ('$("' * 50000) }
        @{ what = 'a second document'; text = "lake: 1`nname: a`n---`nlake: 1" }
        @{ what = 'nothing'; text = '' }
        @{ what = 'a comment'; text = '# nothing' }
    ) {
        $began = [datetime]::UtcNow
        (Find-Fault $text ($extension ?? 'yaml')).Id | Should -BeIn DefinitionUnreadable, DefinitionTypeWrong
        ([datetime]::UtcNow - $began).TotalSeconds | Should -BeLessThan 20
    }

    It 'are cut off where more is wrong than anybody reads' {
        $findings = Find-Fault ("lake: 1`nname: a`n" + -join (1..200000 | ForEach-Object { "k$_`: v`n" }))
        $findings.Count | Should -Be 1000
        $findings[-1].Id | Should -Be 'DefinitionFindingsCut'
    }

    It 'cannot ask for more than the memory holds' {
        $text = 'lake: 1', "name: '`${a}'", "parameters: { a: '$('x' * 100000)' }", 'tags:' + (1..20000 | ForEach-Object { " k$_`: '`${a}'" }) -join "`n"
        (Find-Fault $text).Id | Should -Contain 'DefinitionUnreadable'
        (Find-Fault ("lake: 1`nname: a`ntags: { a: '" + ('${' * 500000) + "' }")).Id | Should -Be @('TagInvalid', 'DefinitionParameterOpen')
    }
}

Describe 'Compare-, Publish- and Restore-LakeDefinition' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket dev-sales | Out-Null
    }

    It 'publishes, and then there is nothing to do' {
        $done = Publish-LakeDefinition $sales
        $done.Status | Should -Be 'Done'
        $done.Version | Should -Be 1
        $done.Changes.State | Select-Object -Unique | Should -Be 'Done'
        (Compare-LakeDefinition $sales).HasChanges | Should -BeFalse
        (Publish-LakeDefinition $sales).Status | Should -Be 'Unchanged'
        (Get-GlueTable sales orders).PartitionKey.Name | Should -Be 'day'
        (Get-LakePermission role/steward).GrantablePermission | Should -Be @('DESCRIBE')
        (Get-LakeDataFilter -DatabaseName sales -TableName orders).RowFilter | Should -Be "region = 'EU'"
    }

    It 'changes the kind of a job, and then there is nothing to do' {
        $text = "lake: 1`nname: kinds`njobs: { load: { role: role/a, script: 's3://scripts/x.py', command: <command> } }"
        Publish-LakeDefinition (New-File $text.Replace('<command>', 'glueetl')) | Out-Null
        $changed = New-File $text.Replace('<command>', 'pythonshell')
        (Publish-LakeDefinition $changed).Status | Should -Be 'Done'
        (Get-LakeGlueJob load).Command | Should -Be 'pythonshell'
        (Compare-LakeDefinition $changed).HasChanges | Should -BeFalse
    }

    It 'gives arguments of jobs and triggers their dashes, as the commands do' {
        $file = New-File @'
lake: 1
name: arguments
jobs:
  load: { role: role/a, script: "s3://scripts/x.py", arguments: { day: a, -hour: b, --week: c, ---year: d }, nonOverridableArguments: { -zone: e } }
triggers:
  start: { type: ON_DEMAND, jobs: [load], arguments: { -day: f } }
'@
        (Publish-LakeDefinition $file).Status | Should -Be 'Done'
        $job = Get-LakeGlueJob load
        $job.DefaultArgument.Keys | Sort-Object | Should -Be @('--day', '--hour', '--week', '--year')
        $job.NonOverridableArgument.Keys | Should -Be '--zone'
        (Get-LakeGlueTrigger start).Argument.Keys | Should -Be '--day'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'fills parameters in' {
        New-LakeBucket prod-sales | Out-Null
        Publish-LakeDefinition $sales -Parameter @{ env = 'prod' } | Out-Null
        (Get-GlueDatabase sales).LocationUri | Should -Be 's3://prod-sales/db'
        { Compare-LakeDefinition $sales -Parameter @{ env = 'test' } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionInvalid,*'
    }

    It 'says in words what somebody changed, and puts back what the definition owns' {
        Publish-LakeDefinition $sales | Out-Null
        Grant-LakePermission -Principal role/intruder -Permission ALL -DatabaseName sales -TableName orders
        Revoke-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName region
        $plan = Compare-LakeDefinition $sales
        $plan.Changes.Reason | Should -Be @('grant SELECT on table sales.orders (columns region) to role/analyst', 'revoke ALL on table sales.orders from role/intruder')
        $plan | Publish-LakeDefinition | Out-Null
        Get-LakePermission role/intruder | Should -BeNullOrEmpty
        (Get-LakePermission role/analyst).ColumnName | Should -Be @('id', 'region')
    }

    It 'takes away first what excludes a grant that comes' {
        Publish-LakeDefinition $sales | Out-Null
        Get-LakePermission role/analyst | Revoke-LakePermission
        Grant-LakePermission -Principal role/analyst -Permission ALTER -DatabaseName sales -TableName orders
        (Publish-LakeDefinition $sales).Status | Should -Be 'Done'
        (Get-LakePermission role/analyst).ColumnName | Should -Be @('id', 'region')
    }

    It 'takes ALL away and leaves by name what is wanted' {
        $wanted = New-File (Get-Content -Raw $sales).Replace(', columns: [id, region] }, allow: [SELECT]', ' }, allow: [SELECT, INSERT]')
        Publish-LakeDefinition $wanted | Out-Null
        Get-LakePermission role/analyst -DatabaseName sales -TableName orders | Revoke-LakePermission
        Grant-LakePermission -Principal role/analyst -Permission ALL -DatabaseName sales -TableName orders
        (Publish-LakeDefinition $wanted).Status | Should -Be 'Done'
        (Get-LakePermission role/analyst -DatabaseName sales -TableName orders).Permission | Should -Be @('SELECT', 'INSERT')
        (Compare-LakeDefinition $wanted).HasChanges | Should -BeFalse
    }

    It 'takes a column away after its grants and LF-Tags, and no other grant before its turn' {
        $text = @'
lake: 1
name: columns
tags: { domain: [sales, hr] }
databases: { sales: { tables: { orders: { columns: { id: int, note: string, day: string }, columnTags: { note: { domain: hr } } } } } }
grants:
  - { to: [role/leaver, role/keeper], on: { database: sales, table: orders, columns: [id, note] }, allow: [SELECT], grantable: [SELECT] }
  - { to: role/noter, on: { database: sales, table: orders, columns: [note] }, allow: [SELECT] }
  - { to: role/mover, on: { database: sales, table: orders, columns: [note] }, allow: [SELECT] }
  - { to: role/guest, on: { database: sales, table: orders, excludedColumns: [note] }, allow: [SELECT] }
owns: [{ database: sales }]
'@
        (Publish-LakeDefinition (New-File $text)).Status | Should -Be 'Done'
        $less = New-File @'
lake: 1
name: columns
tags: { domain: [sales, hr] }
databases: { sales: { tables: { orders: { columns: { id: int, day: string, hour: string } } } } }
grants:
  - { to: role/keeper, on: { database: sales, table: orders, columns: [id] }, allow: [SELECT], grantable: [SELECT] }
  - { to: role/mover, on: { database: sales, table: orders, columns: [day, hour] }, allow: [SELECT] }
  - { to: role/guest, on: { database: sales, table: orders }, allow: [SELECT] }
owns: [{ database: sales }]
'@
        $plan = Compare-LakeDefinition $less
        $reasons = @($plan.Changes.Reason)
        $change = $reasons.IndexOf('change table sales.orders: columns')
        $reasons[0..($change - 1)] | Should -Be @(
            'grant SELECT on table sales.orders (columns day) to role/mover'
            'revoke SELECT on table sales.orders (all columns except note) from role/guest'
            'revoke SELECT on table sales.orders (columns note) from role/keeper'
            'revoke SELECT on table sales.orders (columns note) from role/leaver'
            'revoke SELECT on table sales.orders (columns note) from role/mover'
            'revoke SELECT on table sales.orders (columns note) from role/noter'
            'remove LF-Tags of sales.orders.note'
        )
        $reasons[($change + 1)..100] | Should -Be @(
            'grant SELECT on table sales.orders to role/guest'
            'grant SELECT on table sales.orders (columns hour) to role/mover'
            'revoke SELECT on table sales.orders (columns id) from role/leaver'
        )
        $done = $plan | Publish-LakeDefinition
        $done.Status | Should -Be 'Done' -Because "$($done.Changes.Error) $($done.LeftOut)"
        Get-LakePermission role/leaver, role/noter | Should -BeNullOrEmpty
        (Get-LakePermission role/keeper).ColumnName | Should -Be 'id'
        (Compare-LakeDefinition $less).HasChanges | Should -BeFalse

        # A column of the same name has nothing of the old one.
        Set-GlueTable sales orders -AddColumn note:string
        Get-LakeTagAssignment sales orders | Should -BeNullOrEmpty
        (Get-LakePermission -DatabaseName sales -TableName orders -Explicit).Principal | Sort-Object -Unique | Should -Be @((arn role/guest), (arn role/keeper), (arn role/mover))
    }

    It 'takes nothing away that it does not own' {
        Publish-LakeDefinition $sales | Out-Null
        New-GlueDatabase other | Out-Null
        Grant-LakePermission -Principal role/guest -Permission DESCRIBE -DatabaseName other
        Grant-LakePermission -Principal role/guest -Permission CREATE_DATABASE -Catalog
        (Compare-LakeDefinition $sales).HasChanges | Should -BeFalse
    }

    It 'refuses a plan that was made on another state' {
        $plan = Compare-LakeDefinition $sales
        New-LakeTag domain sales | Out-Null
        { $plan | Publish-LakeDefinition -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanOutdated,*'
        Get-GlueDatabase sales -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf, and writes no journal' {
        Publish-LakeDefinition $sales -WhatIf
        Get-LakeTag -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-LakeDefinitionHistory | Should -BeNullOrEmpty
    }

    It 'goes on beside a change that fails, and blocks what needs it' {
        Connect-Lake -Local (Get-LakeConnection).LocalPath
        New-GlueDatabase taken | Out-Null
        $file = New-File @'
lake: 1
name: mixed
databases:
  shop:
    tables:
      orders: { columns: { id: int } }
tags: { good: [yes] }
grants:
  - { to: role/a, on: { database: shop, table: orders }, allow: [SELECT] }
  - { to: role/a, on: { location: "s3://not-registered/x" }, allow: [DATA_LOCATION_ACCESS] }
'@
        $done = Publish-LakeDefinition $file -ErrorAction SilentlyContinue -ErrorVariable failed
        $done.Status | Should -Be 'Failed'
        ($done.Changes | Where-Object State -ne Done).Kind | Should -Be 'Grant'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.PlanChangeFailed,*'
        (Get-LakePermission role/a).Permission | Should -Be @('SELECT')
        (Get-LakeDefinitionHistory mixed).Status | Should -Be 'Failed'
    }

    It 'refuses to take away most of what it owns, but with -Force' {
        $file = New-File @'
lake: 1
name: shop
databases: { shop: { tables: { orders: { columns: { id: int } } } } }
owns: [ { database: shop } ]
'@
        Publish-LakeDefinition $file | Out-Null
        1..10 | ForEach-Object { Grant-LakePermission -Principal "role/r$_" -Permission SELECT -DatabaseName shop -TableName orders }
        { Publish-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanRemovesMuch,*'
        Get-LakePermission -DatabaseName shop -TableName orders | Should -HaveCount 10
        Publish-LakeDefinition $file -Force | Out-Null
        Get-LakePermission -DatabaseName shop -TableName orders | Should -BeNullOrEmpty
    }

    Context 'what going back cannot bring back whole' {
        BeforeEach {
            $full = @'
lake: 1
name: shop
tags: { domain: [sales] }
databases:
  shop:
    tags: { domain: sales }
    tables:
      orders: { columns: { id: bigint, note: string }, partitions: { day: string }, location: "s3://dev-sales/orders" }
      items: { columns: { id: int } }
owns: [ { database: shop }, { tag: domain } ]
'@
            Publish-LakeDefinition (New-File $full) | Out-Null
            New-GluePartition shop orders -Value 2026-01-01 | Out-Null
        }

        It 'goes with consent alone: <Case>' -ForEach @(
            @{ Case = 'a table'; From = '      items: { columns: { id: int } }'; To = ''; Kind = 'Table' }
            @{ Case = 'a database'; From = '(?s)databases:.*(?=owns)'; To = ''; Kind = 'Database', 'Table' }
            @{ Case = 'a tag'; From = '(tags: \{ domain: \[sales\] \})|(    tags: \{ domain: sales \})'; To = ''; Kind = 'Tag' }
            @{ Case = 'a narrower type'; From = 'bigint'; To = 'int'; Kind = 'Table' }
            @{ Case = 'partition keys'; From = 'day: string'; To = 'month: string'; Kind = 'Table' }
            @{ Case = 'a location of partitions'; From = 'dev-sales/orders'; To = 'dev-sales/other'; Kind = 'Table' }
        ) {
            $file = New-File ($full -replace $From, $To)
            $before = Export-LakeDefinition
            { Publish-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
            { Publish-LakeDefinition $file -AllowRemove Job -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
            Publish-LakeDefinition $file -WhatIf
            Export-LakeDefinition | Should -Be $before
            (Get-LakeDefinitionHistory shop).Version | Should -Be 1
            (Publish-LakeDefinition $file -AllowRemove $Kind).Status | Should -Be 'Done'
            (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        }

        It 'says what goes along, with counts' {
            Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName shop -TableName orders
            { Publish-LakeDefinition (New-File ($full -replace '(?s)databases:.*(?=owns)', '')) -ErrorAction Stop } |
                Should -Throw '*database shop, with 2 tables, 1 partition, 1 grant, 1 LF-Tag assignment*'
        }

        It 'needs no consent for a wider type' {
            (Publish-LakeDefinition (New-File ($full -replace 'id: int', 'id: bigint'))).Status | Should -Be 'Done'
        }
    }

    Context 'what engines write' {
        BeforeEach {
            $text = "lake: 1`nname: iceberg`ndatabases: { d: { tables: { t: { description: <is>, columns: { a: int }, parameters: { owner: me } } } } }`nowns: [{ database: d }]"
            $file = New-File $text.Replace('<is>', 'one')
            Publish-LakeDefinition $file | Out-Null
            $pointer = @{ metadata_location = 's3://lake/2.json'; previous_metadata_location = 's3://lake/1.json'; numRows = '7'; UpdatedByCrawler = 'c'
                'spark.sql.statistics.totalSize' = '9'; transient_lastDdlTime = '1' }
        }

        It 'is no drift, and stays as it is' {
            Set-GlueTable d t -Parameter $pointer
            (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
            (Publish-LakeDefinition (New-File $text.Replace('<is>', 'two'))).Status | Should -Be 'Done'
            (Get-GlueTable d t).Parameter.metadata_location | Should -Be 's3://lake/2.json'
            (Restore-LakeDefinition iceberg 1).Status | Should -Be 'Done'
            $table = Get-GlueTable d t
            $table.Description | Should -Be 'one'
            $pointer.GetEnumerator() | ForEach-Object { $table.Parameter[$_.Key] | Should -Be $_.Value }
            (Export-LakeDefinition) -replace '(?m)^#.*$' | Should -Not -Match 'metadata_location|numRows|UpdatedByCrawler|statistics'
        }

        It 'is kept as it is when the plan is carried out' {
            $plan = Compare-LakeDefinition (New-File $text.Replace('<is>', 'two'))
            Set-GlueTable d t -Parameter $pointer
            ($plan | Publish-LakeDefinition).Status | Should -Be 'Done'
            (Get-GlueTable d t).Parameter.metadata_location | Should -Be 's3://lake/2.json'
        }

        It 'is kept by Restore-GlueTable' {
            Set-GlueTable d t -Parameter $pointer -Description two
            Get-GlueTableVersion d t | Select-Object -Last 1 | Restore-GlueTable
            $table = Get-GlueTable d t
            $table.Description | Should -Be 'one'
            $table.Parameter.metadata_location | Should -Be 's3://lake/2.json'
        }
    }

    It 'refuses what Set-GlueTable refuses of a table of <Format>: <Case>' -ForEach @(
        @{ Format = 'ICEBERG'; Case = 'columns'; From = 'a: int'; To = 'a: int, b: int' }
        @{ Format = 'ICEBERG'; Case = 'location'; From = 's3://lake/t'; To = 's3://lake/u' }
        @{ Format = 'DELTA'; Case = 'columns'; From = 'a: int'; To = 'a: int, b: int' }
        @{ Format = 'HUDI'; Case = 'classes'; From = 'inputFormat: x'; To = 'inputFormat: y' }
    ) {
        $text = "lake: 1`nname: open`ndatabases: { d: { tables: { t: { format: none, inputFormat: x, location: 's3://lake/t', columns: { a: int }, parameters: { table_type: $Format, 'spark.sql.sources.provider': $($Format.ToLowerInvariant()) } } } } }"
        Publish-LakeDefinition (New-File $text) | Out-Null
        $before = Export-LakeDefinition
        { Publish-LakeDefinition (New-File $text.Replace($From, $To)) -Force -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableFormatNotSupported,*'
        Export-LakeDefinition | Should -Be $before
        (Get-LakeDefinitionHistory open).Version | Should -Be 1
    }

    It 'refuses to take away the last administrator' {
        $file = New-File "lake: 1`nname: admins`nadministrators: [role/other]`nowns: [ { administrators: all } ]"
        { Publish-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanRemovesAdministrator,*'
        (Get-LakeAdministrator).Principal | Should -Be (arn role/LakeAdmin)
    }

    It 'keeps a history, and goes back to a version of it' {
        Publish-LakeDefinition $sales | Out-Null
        Revoke-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders -ColumnName region
        Grant-LakePermission -Principal role/intruder -Permission ALL -DatabaseName sales
        (Restore-LakeDefinition sales 1).Status | Should -Be 'Done'
        Get-LakePermission role/intruder | Should -BeNullOrEmpty
        (Get-LakePermission role/eu).FilterName | Should -Be 'eu'
        (Compare-LakeDefinition $sales).HasChanges | Should -BeFalse
        $history = Get-LakeDefinitionHistory sales
        $history.Version | Should -Be @(1, 2)
        $history[0].Principal | Should -Be (arn role/LakeAdmin)
        { Restore-LakeDefinition sales 9 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionVersionNotFound,*'
    }

    It 'says that a definition which owns nothing has nothing to go back to' {
        Publish-LakeDefinition (New-File "lake: 1`nname: adds`ndatabases: { d: {} }") | Out-Null
        { Restore-LakeDefinition adds 1 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionOwnsNothing,*'
    }

    It 'takes texts away that came since, and clears those that are said to be empty' {
        $text = @'
lake: 1
name: texts
databases: { shop: { tables: { orders: { columns: { id: int } } } } }
connections: { c: { type: NETWORK, subnet: subnet-1 } }
jobs: { j: { role: r, script: "s3://dev-sales/x.py" } }
crawlers: { w: { role: r, paths: ["s3://dev-sales/x"] } }
triggers: { t: { type: ON_DEMAND, jobs: [j] } }
secrets: { s: {} }
owns: [{ database: shop }, { connection: c }, { job: j }, { crawler: w }, { trigger: t }, { secret: s }]
'@
        $more = $text.Replace('{ shop: { tables', '{ shop: { description: d, location: "s3://dev-sales/db", tables').Replace('orders: { ', 'orders: { description: d, ').
            Replace('c: { type', 'c: { description: d, type').Replace('j: { role', 'j: { description: d, role').Replace('w: { role', 'w: { description: d, role').
            Replace('t: { type', 't: { description: d, type').Replace('s: {}', 's: { description: d }')
        $first, $second = (New-File $text), (New-File $more)
        Publish-LakeDefinition $first -Confirm:$false | Out-Null
        (Publish-LakeDefinition $second -Confirm:$false).Changes | Should -HaveCount 7
        $back = Restore-LakeDefinition texts 1 -Confirm:$false
        "$($back.Status) $($back.LeftOut)" | Should -Be 'Done '
        (Get-GlueDatabase shop).Description | Should -BeNullOrEmpty

        Publish-LakeDefinition $second -Confirm:$false | Out-Null
        $cleared = New-File $more.Replace('description: d', 'description: ""')
        (Publish-LakeDefinition $cleared -Confirm:$false).Status | Should -Be 'Done'
        (Get-GlueTable shop orders).Description | Should -BeNullOrEmpty
        (Compare-LakeDefinition $cleared).Changes | Should -BeNullOrEmpty
    }

    Context 'going back to what a publish took away' {
        BeforeEach {
            $text = "lake: 1`nname: shop`ndatabases: { shop: { tables: { orders: { location: 's3://dev-sales/orders', columns: { id: int, note: string }, partitions: { day: string } } } } }`nowns: [{ database: shop }]"
            Publish-LakeDefinition (New-File $text) | Out-Null
            1..120 | ForEach-Object { [pscustomobject]@{ Value = "d$_"; Location = "s3://dev-sales/elsewhere/$_" } } | New-GluePartition shop orders
            Set-GluePartition shop orders -Value d7 -Parameter @{ made = 'by hand' }
            $partitions = Get-GluePartition shop orders | Select-Object Value, Location, Parameter | ConvertTo-Json -Depth 5
            $none = New-File "lake: 1`nname: shop`nowns: [{ database: shop }]"
        }

        It 'brings partitions back, and the version whose table went has no more to say' {
            $plan = Compare-LakeDefinition $none
            $plan.Losses | Should -Be 'database shop, with 1 table, 120 partitions'
            $plan.NotRestorable | Should -BeNullOrEmpty
            (Publish-LakeDefinition $none -Force).Status | Should -Be 'Done'
            $done = Restore-LakeDefinition shop 1 -WarningVariable warned
            $done.Status | Should -Be 'Done'
            $done.Changes.Kind | Should -Contain 'Partition'
            $warned | Should -BeNullOrEmpty
            Get-GluePartition shop orders | Select-Object Value, Location, Parameter | ConvertTo-Json -Depth 5 | Should -Be $partitions
            (Restore-LakeDefinition shop 1).Status | Should -Be 'Unchanged'
            (Get-LakeDefinitionHistory shop).Status | Should -Be @('Done', 'Done', 'Done')
        }

        It 'brings back the partitions of other keys, and leaves those that came since' {
            (Publish-LakeDefinition (New-File $text.Replace('{ day: string }', '{ month: string }')) -AllowRemove Table).Status | Should -Be 'Done'
            Get-GluePartition shop orders | Select-Object -First 100 | Remove-GluePartition -Confirm:$false
            (Restore-LakeDefinition shop 1 -Force).Status | Should -Be 'Done'
            (Get-GlueTable shop orders).PartitionKey.Name | Should -Be 'day'
            Get-GluePartition shop orders | Should -HaveCount 120
            New-GluePartition shop orders -Value since
            (Restore-LakeDefinition shop 1).Status | Should -Be 'Unchanged'
            Get-GluePartition shop orders | Should -HaveCount 121
        }

        It 'ends Incomplete, and names what it leaves out' {
            Set-GlueTable shop orders -Description two
            (Compare-LakeDefinition $none).NotRestorable | Should -Be '1 earlier version of table shop.orders'
            $taken = Publish-LakeDefinition $none -Force
            $taken.Status | Should -Be 'Done'
            $taken.NotRestorable | Should -Be '1 earlier version of table shop.orders'
            $done = Restore-LakeDefinition shop 1 -WarningVariable warned -WarningAction SilentlyContinue
            $done.Status | Should -Be 'Incomplete'
            $done.NotRestorable | Should -Be '1 earlier version of table shop.orders'
            $warned | Should -HaveCount 1
            (Get-LakeDefinitionHistory shop).Status | Should -Be @('Done', 'Done', 'Incomplete')
        }

        It 'names the settings that no definition says: those that an export names' {
            Set-LakeSetting -CreateTableDefaultPermission IamAllowedPrincipals
            New-GlueDatabase d -TableDefaultPermission None -Tag @{ team = 'a' } | Out-Null
            New-LakeGlueJob j -Role r -ScriptLocation s3://dev-sales/x.py -Tag @{ team = 'a' } | Out-Null
            $owns = "owns: [{ database: d }, { job: j }]"
            Publish-LakeDefinition (New-File "lake: 1`nname: x`ndatabases: { d: { description: x } }`njobs: { j: { role: r, script: 's3://dev-sales/x.py', description: x } }`n$owns") | Out-Null
            $unsaid = @('the default permissions of tables of database d', 'the tags of database d', 'the tags of job j')
            $text = Export-LakeDefinition
            $text -split "`n" -match '^#   ' | Should -Contain '#   the tags of 1 database: d.'
            $taken = Publish-LakeDefinition (New-File "lake: 1`nname: x`n$owns") -Force
            $taken.Status | Should -Be 'Done'
            $taken.NotRestorable | Sort-Object | Should -Be $unsaid
            $back = Restore-LakeDefinition x 1 -WarningAction SilentlyContinue
            $back.Status | Should -Be 'Incomplete'
            $back.NotRestorable | Sort-Object | Should -Be $unsaid
        }

        It 'is whole for a table that had no partitions when a publish took it away' {
            Get-GluePartition shop orders | Remove-GluePartition -Confirm:$false
            (Publish-LakeDefinition $none -Force).Status | Should -Be 'Done'
            $back = Restore-LakeDefinition shop 1
            "$($back.Status) $($back.NotRestorable)" | Should -Be 'Done '
        }

        It 'names the partitions of a table that somebody took away by hand' {
            Remove-GlueTable shop orders -Confirm:$false
            $done = Restore-LakeDefinition shop 1 -WarningAction SilentlyContinue
            $done.Status | Should -Be 'Incomplete'
            $done.NotRestorable | Should -BeLike 'the partitions of table shop.orders*'
            (Get-GlueTable shop orders).PartitionKey.Name | Should -Be 'day'
        }

        It 'takes partition keys away that came since' {
            $plain = $text.Replace(', partitions: { day: string }', '')
            Publish-LakeDefinition $none -Force | Out-Null
            $first = Publish-LakeDefinition (New-File $plain)
            Publish-LakeDefinition (New-File $text) -Force | Out-Null
            (Get-GlueTable shop orders).PartitionKey.Name | Should -Be 'day'
            (Restore-LakeDefinition shop $first.Version -Force).Status | Should -Be 'Done'
            (Get-GlueTable shop orders).PartitionKey | Should -BeNullOrEmpty
        }
    }

    It 'shows a status as it stands that it does not know, and names an entry that it cannot read' {
        Publish-LakeDefinition $sales | Out-Null
        $journal = Join-Path (Get-LakeConnection).LocalPath definitions/sales/000001.jsonl
        $text = Get-Content -Raw $journal
        [System.IO.File]::WriteAllText($journal, $text.Replace('{"status":"Done"}', '{"status":"Reviewed"}'))
        (Get-LakeDefinitionHistory sales).Status | Should -Be 'Reviewed'
        (Restore-LakeDefinition sales 1).Status | Should -Be 'Unchanged'
        [System.IO.File]::WriteAllText($journal, $text.Replace('"after":{"kind":"Table"', '"after":{"kind":"Telescope"'))
        { Restore-LakeDefinition sales 1 -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.JournalUnreadable,*'
        (Get-LakeDefinitionHistory sales).Status | Should -Be 'Done'
        [System.IO.File]::WriteAllText($journal, '{"later":"versions"}')
        $found = Get-LakeDefinitionHistory
        $found.Name | Should -Be 'sales'
        $found.Status | Should -Be 'Unfinished'
    }

    Context 'a lake that is no folder here' {
        BeforeAll {
            $variables = 'CI', 'XDG_DATA_HOME', 'LOCALAPPDATA'
            $old = $variables | ForEach-Object { [Environment]::GetEnvironmentVariable($_) }
            $env:XDG_DATA_HOME = New-Item -ItemType Directory (Join-Path $TestDrive data)
            Remove-Item Env:CI -ErrorAction Ignore
            $server = Start-LakeServer -Local (Join-Path $TestDrive served) -PassThru
            function Connect-Served {
                Connect-Lake -EndpointUrl $server.Uri -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-east-1 -NoDefault
            }
            $shop = New-File "lake: 1`nname: shop`ndatabases: { shop: {} }`nowns: [{ database: shop }]"
        }
        AfterAll {
            $server | Stop-LakeServer
            foreach ($index in 0..2) { Set-Item "Env:$($variables[$index])" $old[$index] }
        }

        It 'has its history where a new connection finds it' -Skip:$IsWindows {
            $done = Publish-LakeDefinition $shop -Connection (Connect-Served) -WarningVariable warned
            $done.JournalPath | Should -Be (Join-Path $env:XDG_DATA_HOME LakeTools/definitions/000000000000-us-east-1)
            $warned | Should -BeNullOrEmpty
            (Get-LakeDefinitionHistory shop -Connection (Connect-Served)).Version | Should -Be 1
            (Restore-LakeDefinition shop 1 -Connection (Connect-Served)).Status | Should -Be 'Unchanged'
        }

        It 'has a history that a runner of CI forgets, which a warning says' {
            $env:CI = 'true'
            Publish-LakeDefinition (New-File "lake: 1`nname: shop2`ndatabases: { shop2: {} }") -Connection (Connect-Served) -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
            "$warned" | Should -BeLike '*-JournalPath s3://*'
            New-LakeBucket journals -Connection (Connect-Served) | Out-Null
            $done = Publish-LakeDefinition (New-File "lake: 1`nname: shop3`ndatabases: { shop3: {} }") -Connection (Connect-Served) -JournalPath s3://journals/x -WarningVariable warned
            $done.JournalPath | Should -Be 's3://journals/x'
            $warned | Should -BeNullOrEmpty
        }
    }

    It 'keeps the journal where -JournalPath says, also in S3' {
        New-LakeBucket journals | Out-Null
        Publish-LakeDefinition $sales -JournalPath s3://journals/lake | Out-Null
        (Get-LakeDefinitionHistory sales -JournalPath s3://journals/lake).Status | Should -Be 'Done'
        Get-LakeObject s3://journals/lake/sales/000001.jsonl | Should -HaveCount 1
        { Get-LakeDefinitionHistory sales -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.DefinitionHistoryNotFound,*'
    }

    It 'goes back to a version of the journal that the piped version is of' {
        $other = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $file = Join-Path $TestDrive versions.yaml
        $text = "lake: 1`nname: versions`nowns: [{{ database: v1 }}, {{ database: v2 }}]`ndatabases:`n  {0}: {{ description: {1} }}"
        Set-Content $file ($text -f 'v1', 'of the other')
        Publish-LakeDefinition $file -JournalPath $other -Confirm:$false | Out-Null
        Set-Content $file ($text -f 'v2', 'of the lake')
        Publish-LakeDefinition $file -Force -Confirm:$false | Out-Null
        $version = Get-LakeDefinitionHistory versions -JournalPath $other
        $version.JournalPath | Should -Be $other
        $version | Get-LakeDefinitionHistory | Should -HaveCount 1
        $version | Restore-LakeDefinition -Force -Confirm:$false | Out-Null
        (Get-GlueDatabase).Name | Should -Be v1
        (Get-LakeDefinitionHistory versions -JournalPath $other)[-1].Version | Should -Be 2
        (Get-LakeDefinitionHistory versions).Version | Should -Be 1
        Get-LakeDefinitionHistory versions | Restore-LakeDefinition -Force -Confirm:$false | Out-Null
        (Get-GlueDatabase).Name | Should -Be v2
    }

    It 'takes a version for its own whose answer was lost' {
        New-LakeBucket journals | Out-Null
        $folder = (Get-LakeConnection).LocalPath
        Connect-Lake -Local $folder -Fault @{ Kind = 'LostAnswer'; Operation = 'PutObject'; Count = 1 }
        (Publish-LakeDefinition $sales -JournalPath s3://journals/lake -Confirm:$false).Version | Should -Be 1
        (Get-LakeDefinitionHistory sales -JournalPath s3://journals/lake).Status | Should -Be 'Done'
    }

    It 'writes no version and changes nothing where the journal cannot be written' {
        $journal = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Set-Content $journal 'a file'
        Publish-LakeDefinition $sales -JournalPath $journal -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be 'LakeTools.FileError,LakeTools.Cmdlets.Definitions.PublishLakeDefinitionCommand'
        Get-GlueDatabase | Should -BeNullOrEmpty
        Remove-Item $journal
        (Publish-LakeDefinition $sales -JournalPath $journal -Confirm:$false).Version | Should -Be 1
    }
}

Describe 'Export-LakeDefinition' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket dev-sales | Out-Null
        Publish-LakeDefinition $sales | Out-Null
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
    }

    It 'writes a lake that compares as equal, and makes it anew' {
        New-GlueTable sales raw -Column 'a:string' -Format Json -Description 'it''s: "raw" ${x}' | Out-Null
        New-LakeBucket jobs | Out-Null
        New-LakeGlueJob nightly -Role role/LakeAdmin -ScriptLocation s3://jobs/x.py -Command pythonshell -DefaultArgument @{ day = 'all' } | Out-Null
        Grant-LakePermission -Principal role/all -Permission ALL -DatabaseName sales -TableName *
        New-LakeOptIn -Principal role/analyst -DatabaseName sales -TableName orders
        Export-LakeDefinition $file
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        (Compare-LakeDefinition $file).Changes.Reason | Should -BeNullOrEmpty
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        (Publish-LakeDefinition $file).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).Changes.Reason | Should -BeNullOrEmpty
        (Get-GlueTable sales raw).Description | Should -Be 'it''s: "raw" ${x}'
    }

    # The words and forms are those of YAML 1.1's types (yaml.org/type): bool, null, int, float, timestamp, merge.
    It 'quotes what a reader of YAML 1.1 takes for no text: <_>' -ForEach @(
        'no', 'Yes', 'y', 'off', 'True', '~', 'null', '1_000', '12:30:45', '0o17', '0x1F', '010', '1.5', '.inf', '-.5', '1e3', '2026-01-31',
        '2026-01-31T10:00:00Z', '=', '<<'
    ) {
        $null = Set-GlueTable sales orders -Description $_
        $null = New-GlueTable sales keyed -Column 'a:string' -Format Json -Parameter @{ $_ = 'x' }
        $text = Export-LakeDefinition -DatabaseName sales
        $quoted = [regex]::Escape("""$_""")
        $text | Should -Match "description: $quoted"
        $text | Should -Match "(?m)^\s+$quoted`: x"
    }

    It 'emits the text without a path, of one database' {
        $text = Export-LakeDefinition -DatabaseName sales
        $text | Should -BeLike '# *lake: 1*name: sales*databases:*'
        $text | Should -Not -BeLike '*administrators*'
    }

    It 'does not replace the files that the same pipeline has written' {
        $id = 'LakeTools.FileAmbiguous,LakeTools.Cmdlets.Definitions.ExportLakeDefinitionCommand'
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        $null = New-GlueDatabase aaa
        Get-GlueDatabase -Name aaa, sales | Export-LakeDefinition $file -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.FullyQualifiedErrorId | Should -Be $id
        $failure[0].TargetObject | Should -Be 'sales'
        Get-Content $file -Raw | Should -BeLike '*name: aaa*'

        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Get-GlueDatabase -Name aaa, sales | Export-LakeDefinition $folder -Name both -Split -Force -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.FullyQualifiedErrorId | Should -Be $id
        Get-Content (Join-Path $folder both.yaml) -Raw | Should -BeLike '*databases/aaa.yaml*'
    }

    It 'writes a folder of parts, which the first file includes' {
        foreach ($name in 'con', 'odd name', 'odd_name') { $null = New-GlueDatabase $name }
        Grant-LakePermission -Principal role/clerk -Permission DESCRIBE -DatabaseName 'odd name'
        Grant-LakePermission -Principal role/clerk -Permission CREATE_DATABASE -Catalog
        $folder = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n'))/parts"
        $first = Export-LakeDefinition $folder -Split -PassThru
        $first.Name | Should -Be 'lake.yaml'
        Test-LakeDefinition $first | Should -BeNullOrEmpty
        (Compare-LakeDefinition $first).Changes.Reason | Should -BeNullOrEmpty
        $files = Get-ChildItem $folder -Recurse -File
        ($files | Where-Object { $_.Directory.Name -ne 'databases' }).Name | Should -Contain 'tags.yaml'
        @($files | Where-Object { $_.Directory.Name -eq 'databases' }).Count | Should -Be 4
        $sales = Get-Content (Join-Path $folder databases/sales.yaml) -Raw
        $sales | Should -Match '(?s)databases:.*orders:.*grants:.*role/eu'
        $sales | Should -Not -Match 'role/clerk|role/steward'
        Get-Content (Join-Path $folder grants.yaml) -Raw | Should -Match '(?s)role/clerk.*CREATE_DATABASE'
        Get-Content $first -Raw | Should -Match '(?m)^# '

        # Nothing is replaced without a word.
        Set-Content (Join-Path $folder tags.yaml) 'mine'
        { Export-LakeDefinition $folder -Split -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileInFolder,*'
        Get-Content (Join-Path $folder tags.yaml) | Should -Be 'mine'
        Set-Content (Join-Path $folder databases/gone.yaml) 'databases: {}'
        Export-LakeDefinition $folder -Split -Force -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Match 'gone\.yaml'
        Test-LakeDefinition $first | Should -BeNullOrEmpty

        # The parts make the lake anew.
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        (Publish-LakeDefinition $first).Status | Should -Be 'Done'
        (Compare-LakeDefinition $first).Changes.Reason | Should -BeNullOrEmpty
    }

    It 'writes parts of one database too' {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $first = Export-LakeDefinition $folder -DatabaseName sales -Split -PassThru
        $first.Name | Should -Be 'sales.yaml'
        (Compare-LakeDefinition $first).Changes.Reason | Should -BeNullOrEmpty
    }
}

Describe 'A plan' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $text = @'
lake: 1
name: shop
settings: { trustedResourceOwners: ["111122223333"] }
tags: { domain: [sales, hr] }
databases:
  shop:
    tables:
      orders:
        format: none
        location: s3://lake/a
        columns: { id: int, note: string }
        filters: { eu: { rows: "id > 1" } }
owns: [{ database: shop }, { tag: domain }]
'@
        Publish-LakeDefinition (New-File $text) | Out-Null
        $file = New-File $text.Replace('id: int, note: string', 'id: bigint, more: string').Replace('s3://lake/a', 's3://lake/b').Replace('id > 1', 'id > 2').Replace('sales, hr', 'sales, it').Replace('["111122223333"]', '[]')
        $plan = Compare-LakeDefinition $file
        $kept = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).json"
    }

    It 'shows values before and after in <As>' -ForEach @(
        @{ As = 'Text'; Like = '*    column id: int -> bigint*', '*    column more: nothing -> string*', '*    column note: string -> nothing*', '*    location: s3://lake/a -> s3://lake/b*',
            '*    rows: id > 1 -> id > 2*', '*    value: hr*', '*    value: nothing -> it*', '*    trustedResourceOwner: 111122223333 -> nothing*' }
        @{ As = 'Markdown'; Like = '*```diff*! change table shop.orders*    column id: int -> bigint*', '*| Table | 0 | 1 | 0 |*', '*    rows: id > 1 -> id > 2*' }
        @{ As = 'Html'; Like = '*<tr><th>column id</th><td class="before"><code>int</code></td><td class="after"><code>bigint</code></td></tr>*', '*prefers-color-scheme: dark*' }
        @{ As = 'Json'; Like = '*"column id": "int"*', '*"column id": "bigint"*' }
    ) {
        $shown = $plan | Format-LakePlan -As $As
        foreach ($pattern in $Like) { $shown | Should -BeLike $pattern.Replace('[', '`[') }
    }

    It 'is kept, and published exactly as it was kept' {
        $plan | Export-LakePlan $kept
        { $plan | Export-LakePlan $kept -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.FileExists,*'
        Remove-Item $file
        Publish-LakeDefinition -PlanPath $kept -WhatIf
        (Get-LakeSetting).TrustedResourceOwner | Should -Be '111122223333'
        $done = Publish-LakeDefinition -PlanPath $kept -Force
        $done.Status | Should -Be 'Done'
        $done.Changes.Reason | Should -Be $plan.Changes.Reason
        (Get-LakeSetting).TrustedResourceOwner | Should -BeNullOrEmpty
        (Get-GlueTable shop orders).Column.Type | Should -Be @('bigint', 'string')
        { Publish-LakeDefinition -PlanPath $kept -Force -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanOutdated,*'
    }

    It 'does not replace the plan that the same pipeline has kept' {
        $other = Compare-LakeDefinition (New-File "lake: 1`nname: other`ndatabases: { other: {} }")
        $plan, $other | Export-LakePlan $kept -ErrorAction SilentlyContinue -ErrorVariable failure
        $failure.FullyQualifiedErrorId | Should -Be 'LakeTools.FileAmbiguous,LakeTools.Cmdlets.Definitions.ExportLakePlanCommand'
        $failure[0].TargetObject | Should -Be 'other'
        (Get-Content $kept -Raw | ConvertFrom-Json).name | Should -Be $plan.Name
    }

    It 'is refused on another lake' {
        $plan | Export-LakePlan $kept
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) -Region eu-west-3
        { Publish-LakeDefinition -PlanPath $kept -Force -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanOfAnotherLake,*'
    }

    It 'that somebody changed is refused: <Case>' -ForEach @(
        @{ Case = 'what it wants'; Change = { param($p) $p.wanted[-1].facts | Add-Member extra x } }
        @{ Case = 'what it shows'; Change = { param($p) $p.changes = @($p.changes | Select-Object -Skip 1) } }
        @{ Case = 'what it owns'; Change = { param($p) $p.owns = @(@{ Everything = '*' }) } }
        @{ Case = 'a grant among what it wants'; Sum = $true; Change = { param($p) $p.wanted += [pscustomobject]@{ kind = 'Grant'; id = 'arn:aws:iam::000000000000:role/evil on database shop'; principal = 'arn:aws:iam::000000000000:role/evil'
                    resource = @{ kind = 'Database'; catalog = '000000000000'; database = 'shop' }; facts = @{ 'allow.ALL' = 'yes' } } } }
        @{ Case = 'a name that is another folder'; Id = 'DefinitionNameInvalid'; Sum = $true; Change = { param($p) $p.name = '../x' } }
        @{ Case = 'a kind that there is not'; Sum = $true; Change = { param($p) $p.wanted[0].kind = 'Telescope' } }
        @{ Case = 'a permission that there is not'; Sum = $true; Change = { param($p) $p.wanted += [pscustomobject]@{ kind = 'Grant'; id = 'x'; principal = 'x'
                    resource = @{ kind = 'Database'; catalog = '000000000000'; database = 'shop' }; facts = @{ 'allow.EVERYTHING' = 'yes' } } } }
        @{ Case = 'no plan'; Change = { param($p) $p.PSObject.Properties.Remove('wanted') } }
    ) {
        $plan | Export-LakePlan $kept
        $read = Get-Content -Raw $kept | ConvertFrom-Json -Depth 20
        & $Change $read
        if ($Sum) {
            # Whoever can change the file can sum it up anew.
            $read.PSObject.Properties.Remove('checksum')
            $node = [System.Text.Json.Nodes.JsonNode]::Parse(($read | ConvertTo-Json -Depth 20 -Compress))
            $options = [System.Text.Json.JsonSerializerOptions]::new()
            $options.Encoder = [System.Text.Encodings.Web.JavaScriptEncoder]::UnsafeRelaxedJsonEscaping
            $bytes = [System.Text.Encoding]::UTF8.GetBytes($node.ToJsonString($options))
            $read | Add-Member checksum ([Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData($bytes)).ToLowerInvariant())
        }
        $read | ConvertTo-Json -Depth 20 | Set-Content $kept
        $before = Export-LakeDefinition
        { Publish-LakeDefinition -PlanPath $kept -Force -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$($Id ?? 'PlanFileInvalid'),*"
        Export-LakeDefinition | Should -Be $before
    }

    It 'holds whatever stands in its values' {
        $name = 'x `` </code> <script> [a](b) @team | ' + [char]0x202e + [char]27 + "[2J`n+ create table other"
        $text = "lake: 1`nname: odd`nsettings: { authorizedSessionTagValues: [" + ($name | ConvertTo-Json) + '] }'
        $odd = Compare-LakeDefinition (New-File $text)
        ($odd | Format-LakePlan) -split "`n" | Where-Object { $_.StartsWith('+') } | Should -BeNullOrEmpty
        $markdown = $odd | Format-LakePlan -As Markdown
        $markdown | Should -Match '(?m)^```diff$'
        $markdown -split "`n" | Where-Object { $_.StartsWith('+') } | Should -BeNullOrEmpty
        $odd | Format-LakePlan -As Html | Should -Not -Match '<script>'
        foreach ($as in 'Text', 'Markdown', 'Html') { $odd | Format-LakePlan -As $as | Should -Not -Match "[\u202e\u001b]" }
    }
}

Describe 'Format-LakePlan' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $plan = Compare-LakeDefinition (New-File "lake: 1`nname: a`njobs: { '<b>': { role: role/a, script: 's3://bucket/x.py' } }")
    }

    It 'writes <As>' -ForEach @(
        @{ As = 'Text'; Like = '*create job <b>*' }
        @{ As = 'Markdown'; Like = '*#### Create*``````diff*+ create job <b>*' }
        @{ As = 'Html'; Like = '*<section class="Create"><h3>create job &lt;b&gt;*' }
    ) {
        $plan | Format-LakePlan -As $As | Should -BeLike $Like
    }

    It 'writes JSON that reads back' {
        $json = $plan | Format-LakePlan -As Json | ConvertFrom-Json
        $json.HasChanges | Should -BeTrue
        $json.Changes[0].Action | Should -Be 'Create'
    }
}

Describe 'Definitions of what the catalog also has' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
    }

    It 'keep a table without columns' {
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales bare -Column @() | Out-Null
        Export-LakeDefinition -Path $file -Name lake
        Test-LakeDefinition $file -Quiet | Should -BeTrue
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        Publish-LakeDefinition $file -Confirm:$false | Out-Null
        (Get-GlueTable sales bare).Column.Count | Should -Be 0
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'want columns to be named, be it none' {
        Set-Content $file "lake: 1`nname: x`ndatabases: { sales: { tables: { bare: { format: csv } } } }"
        (Test-LakeDefinition $file).Id | Should -Be DefinitionKeyMissing
    }

    It 'has tables without columns as they are: <Form>' -ForEach @(
        @{ Form = '{}' }, @{ Form = '[]' }
    ) {
        $bare = New-File "lake: 1`nname: x`ndatabases: { sales: { tables: { bare: { columns: $Form }, json: { format: json, location: 's3://dev-sales/j', columns: $Form } } } }"
        Test-LakeDefinition $bare | Should -BeNullOrEmpty
        (Publish-LakeDefinition $bare -Confirm:$false).Status | Should -Be 'Done'
        (Get-GlueTable sales bare).Column | Should -BeNullOrEmpty
        (Compare-LakeDefinition $bare).HasChanges | Should -BeFalse
        $export = Export-LakeDefinition -DatabaseName sales
        $export | Should -Match '(?s)bare:\s+format: Csv\s+columns: \{\}'
        (Compare-LakeDefinition (New-File $export)).HasChanges | Should -BeFalse
    }

    It 'grant ALL and SUPER_USER on catalogs, and then there is nothing to do' {
        Set-Content $file @'
lake: 1
name: catalogs
grants:
  - { to: role/a, on: { catalog: true }, allow: [ALL], grantable: [ALL] }
  - { to: role/b, on: { catalog: true }, allow: [DESCRIBE, ALTER] }
owns: [{ principal: '*role/a' }, { principal: '*role/b' }]
'@
        Publish-LakeDefinition $file -Confirm:$false | Out-Null
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        (Get-LakePermission role/a -Catalog).GrantablePermission | Should -Be ALL
    }

    It 'name a nested catalog, and what lies in one, by its id' {
        Set-Content $file @'
lake: 1
name: catalogs
grants:
  - { to: role/a, on: { catalog: '000000000000:lake' }, allow: [ALL, SUPER_USER], grantable: [ALL, SUPER_USER] }
  - { to: role/a, on: { catalog: '000000000000:lake', database: sales }, allow: [DESCRIBE] }
'@
        Test-LakeDefinition $file -Quiet | Should -BeTrue
        (Compare-LakeDefinition $file).Changes.Target | Should -Be @(
            'arn:aws:iam::000000000000:role/a on catalog 000000000000:lake', 'arn:aws:iam::000000000000:role/a on database sales in catalog 000000000000:lake')
    }
}

Describe 'Compare-LakeDefinition -ExcludedPermission' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $null = New-GlueDatabase other
        $null = New-GlueTable other things -Column id:int
        $null = Grant-LakePermission -Principal role/guest -Permission SELECT -DatabaseName other -TableName things
        $file = New-File @'
lake: 1
name: shop
databases: { shop: { tables: { orders: { columns: { id: int, region: string } }, lines: { columns: { id: int } } } } }
grants:
  - { to: role/analyst, on: { database: shop, table: orders }, allow: [SELECT, INSERT], grantable: [SELECT] }
  - { to: role/auditor, on: { database: shop, table: lines }, allow: [SELECT] }
'@
        $null = Publish-LakeDefinition $file
        function Get-Held([string] $Who) { (Get-LakePermission "role/$Who").ForEach({ $_.Permission }) | Sort-Object -Unique }
    }

    It 'revokes those of the pipeline in one plan, and leaves the rest' {
        $plan = Get-LakePermission | Where-Object { $_.Principal -match 'auditor$' } |
            Compare-LakeDefinition $file -WarningVariable said -WarningAction SilentlyContinue
        @($plan) | Should -HaveCount 1
        $plan.Changes | ForEach-Object Action | Select-Object -Unique | Should -BeExactly Remove
        $said | Should -HaveCount 1
        ($plan | Publish-LakeDefinition).Status | Should -BeExactly Done
        Get-Held analyst | Should -BeExactly INSERT, SELECT
        Get-Held auditor | Should -BeNullOrEmpty
        Get-Held guest | Should -Not -BeNullOrEmpty
    }

    It 'says which the plan does not revoke, and keeps the plan in a file' {
        $excluded = Get-LakePermission | Where-Object Principal -Match '(guest|auditor)$'
        $plan = Compare-LakeDefinition $file -ExcludedPermission $excluded -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 2
        $kept = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).json"
        $plan | Export-LakePlan $kept
        (Publish-LakeDefinition -PlanPath $kept).Status | Should -BeExactly Done
        Get-Held auditor | Should -BeNullOrEmpty
        Get-Held guest | Should -Not -BeNullOrEmpty
        # The file has the grant still.
        (Compare-LakeDefinition $file).HasChanges | Should -BeTrue
    }

    It 'returns no plan if an object is not a permission' {
        $permissions = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).xml"
        Get-LakePermission | Export-Clixml $permissions
        { Import-Clixml $permissions | Compare-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,*'
        'role/analyst' | Compare-LakeDefinition $file -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        # Nothing is unused: the plan of the definition as it is.
        Get-LakePermission | Where-Object { $false } | Compare-LakeDefinition $file | Should -HaveCount 1
    }
}
