BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    # Files of a folder of its own, by name; answers the first one's path.
    function New-Folder([System.Collections.IDictionary] $Files) {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        foreach ($name in $Files.Keys) {
            $file = Join-Path $folder $name
            $null = New-Item -ItemType Directory (Split-Path $file) -Force
            [System.IO.File]::WriteAllText($file, $Files[$name])
        }
        Join-Path $folder @($Files.Keys)[0]
    }
    function New-Lake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
    }
    $module = @'
parameters:
  name: { description: the source }
  reader: {}
  columns: { default: { id: bigint, body: string } }
databases:
  "${name}":
    tables:
      events: { location: "s3://lake/raw/${name}/events", columns: "${columns}" }
grants:
  - { to: "${reader}", on: { database: "${name}", table: events }, allow: [SELECT] }
'@
}

AfterAll { Disconnect-Lake }

Describe 'An entry with for' {
    It 'stands for one entry an item: databases, tables, filters, jobs, locations, grants and what is owned' {
        New-Lake
        $file = New-Folder @{ 'a.yaml' = @'
lake: 1
name: a
locations: [{ for: { zone: [raw, curated] }, path: "s3://lake/${zone}" }]
databases:
  "${area}":
    for: { area: [sales, hr] }
    description: the data of ${area}
    tables:
      "${table.name}":
        for:
          table:
            - { name: orders, columns: { id: bigint, region: string } }
            - { name: items, columns: [id:int, "region:string"] }
        location: "s3://lake/raw/${area}/${table.name}"
        columns: "${table.columns}"
        filters:
          "only_${region}": { for: { region: [eu, us] }, rows: "region = '${region}'" }
jobs:
  "load_${job}": { for: { job: [a, b] }, role: loader, script: "s3://lake/${job}.py", timeout: 10 }
grants:
  - { for: { who: [role/a, role/b] }, to: "${who}", on: { database: sales }, allow: [DESCRIBE] }
owns: [{ for: { area: [sales, hr] }, database: "${area}" }]
'@ }
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $plan = Compare-LakeDefinition $file
        ($plan.Changes | Group-Object Kind | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object) -join ', ' |
            Should -Be 'Database 2, DataFilter 8, Grant 2, Job 2, Location 2, Table 4'
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        (Get-GlueDatabase hr).Description | Should -Be 'the data of hr'
        (Get-GlueTable hr items).Column.Type | Should -Be @('int', 'string')
        (Get-GlueTable sales orders).Location | Should -Be 's3://lake/raw/sales/orders'
        (Get-LakeDataFilter hr items).RowFilter | Should -Be @("region = 'eu'", "region = 'us'")
        (Get-LakeGlueJob load_b).ScriptLocation | Should -Be 's3://lake/b.py'
    }

    It 'takes its list from a parameter, which a file or the command line gives' {
        New-Lake
        $file = New-Folder @{ 'a.yaml' = @'
lake: 1
name: a
parameters: { tables: { default: [] }, columns: { default: { id: int } } }
databases:
  d:
    tables:
      "${table}": { for: { table: "${tables}" }, columns: "${columns}" }
'@ }
        (Compare-LakeDefinition $file).Changes.Target | Should -Be 'd'
        $given = @{ tables = @('x', 'y'); columns = [ordered]@{ a = 'string'; b = 'int' } }
        Test-LakeDefinition $file -Parameter $given | Should -BeNullOrEmpty
        (Publish-LakeDefinition $file -Parameter $given -Confirm:$false).Status | Should -Be 'Done'
        (Get-GlueTable d y).Column.Name | Should -Be @('a', 'b')
    }

    It 'is said in JSON and PowerShell data too' {
        $json = New-Folder @{ 'a.json' = '{ "lake": 1, "name": "a", "databases": { "${d}": { "for": { "d": ["x", "x!y/"] } } } }' }
        $data = New-Folder @{ 'a.psd1' = '@{ lake = 1; name = ''a''; databases = @{ ''${d}'' = @{ for = @{ d = @(''x'', ''x!y/'') } } } }' }
        foreach ($file in $json, $data) { (Test-LakeDefinition $file).Id | Should -Be 'CatalogNameInvalid' }
    }
}

Describe 'A module' {
    It 'is used as often as it is included, each time with its own values, and shows the things themselves in the plan' {
        New-Lake
        $file = New-Folder ([ordered]@{
                'raw.yaml'               = @'
lake: 1
name: raw
parameters: { sources: { default: [crm, web] } }
include:
  - file: modules/source.yaml
    for: { source: "${sources}" }
    with: { name: "${source}", reader: role/analyst }
  - file: modules/source.yaml
    with: { name: billing, reader: [role/auditor, role/clerk], columns: { amount: "decimal(10,2)" } }
owns: [{ database: "*" }]
'@
                'modules/source.yaml'    = $module
            })
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $plan = Compare-LakeDefinition $file
        @($plan.Changes | Where-Object Kind -EQ Table).Target | Should -Be @('billing.events', 'crm.events', 'web.events')
        @($plan.Changes | Where-Object Kind -EQ Grant).Count | Should -Be 4
        $plan | Format-LakePlan | Should -Match 'create table web\.events'
        $kept = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).json"
        $plan | Export-LakePlan $kept
        (Publish-LakeDefinition -PlanPath $kept -Confirm:$false).Status | Should -Be 'Done'
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        (Get-GlueTable billing events).Column.Type | Should -Be 'decimal(10,2)'
        (Get-GlueTable web events).Column.Name | Should -Be @('id', 'body')

        # What the definition no longer says goes, as with any other.
        $less = Publish-LakeDefinition $file -Parameter @{ sources = @('web') } -Force -Confirm:$false
        @($less.Changes | Where-Object Kind -EQ Database).Target | Should -Be 'crm'
    }

    It 'uses other modules, and parts that share its parameters' {
        $file = New-Folder ([ordered]@{
                'a.yaml'        = "lake: 1`nname: a`ninclude: [{ file: m/team.yaml, for: { team: [x, y] }, with: { team: '`${team}' } }]"
                'm/team.yaml'   = "parameters: { team: {} }`ninclude: [tags.yaml, { file: area.yaml, for: { area: [raw] }, with: { name: '`${team}_`${area}' } }]"
                'm/tags.yaml'   = "databases: { '`${team}_raw': { tags: { team: '`${team}' } } }`ntags: { team: ['`${team}'] }"
                'm/area.yaml'   = "parameters: { name: {} }`ndatabases: { '`${name}': { location: 's3://lake/`${name}' } }"
            })
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        New-Lake
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        (Get-LakeTag team).TagValue | Should -Be @('x', 'y')
        (Get-GlueDatabase y_raw).LocationUri | Should -Be 's3://lake/y_raw'
    }

    It 'repeats its entries file by file, and puts together what comes of them' {
        $file = New-Folder ([ordered]@{
                'a.yaml'    = "lake: 1`nname: a`ninclude: more.yaml`ndatabases: { '`${d}': { for: { d: [one, two] }, description: first } }"
                'more.yaml' = "include: last.yaml`ndatabases: { '`${d}': { for: { d: [two, three] }, location: 's3://lake/`${d}' } }"
                'last.yaml' = "databases: { three: { description: last } }"
            })
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        New-Lake
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        Get-GlueDatabase | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Description) $($_.LocationUri)" } |
            Should -Be @('one first ', 'three last s3://lake/three', 'two first s3://lake/two')
    }

    It 'finds what differs among the entries that its files repeat' {
        $file = New-Folder ([ordered]@{
                'a.yaml'    = "lake: 1`nname: a`ninclude: more.yaml`ndatabases: { '`${d}': { for: { d: [one, two] }, description: first } }"
                'more.yaml' = "databases: { '`${d}': { for: { d: [two] }, description: second } }"
            })
        (Test-LakeDefinition $file).Id | Should -Be 'DefinitionContradiction'
    }

    It 'has its faults named by file, line and what it was read for, once each' {
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`ninclude:`n  - file: m.yaml`n    for: { source: [crm, web] }`n    with: { name: '`${source}', reader: role/a }"
                'm.yaml' = $module.Replace('body: string', 'body: strign')
            })
        $finding = Test-LakeDefinition $file
        $finding.Id | Should -Be 'ColumnTypeInvalid'
        Split-Path -Leaf $finding.Path | Should -Be 'm.yaml'
        $finding.Line | Should -Be 4
        $finding.Expansion | Should -Be "${file}:5 (source = crm), and 1 more"
        "$finding" | Should -Match 'm\.yaml:4:\d+: error ColumnTypeInvalid: .*source = crm'
        { New-Lake; Compare-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ExpectedMessage '*source = crm*' -ErrorId 'LakeTools.DefinitionInvalid,*'
    }

    It 'is refused: <Case>' -ForEach @(
        @{ Case = 'a value that it does not know'; Id = 'DefinitionParameterUnknown'; With = '{ name: x, reader: role/a, readr: role/b }'; Line = 4 }
        @{ Case = 'a value that it lacks'; Id = 'DefinitionParameterMissing'; With = '{ name: x }'; Line = 4 }
        @{ Case = 'a list within a text'; Id = 'DefinitionTypeWrong'; With = '{ name: x, reader: role/a, columns: "${cols}!" }'; Head = 'parameters: { cols: { default: [a] } }'; Line = 4 }
        @{ Case = 'values that are no map'; Id = 'DefinitionTypeWrong', 'DefinitionParameterMissing', 'DefinitionParameterMissing'; With = '[x]'; Line = 4 }
    ) {
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`n$($Head ?? '# nothing more')`ninclude: [{ file: m.yaml, with: $With }]"
                'm.yaml' = $module
            })
        $findings = Test-LakeDefinition $file
        $findings.Id | Sort-Object -Unique | Should -Be ($Id | Sort-Object -Unique)
        $findings[0].Line | Should -Be $Line
    }

    It 'knows no parameter but its own' {
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`nparameters: { env: dev }`ndatabases: { '`${env}': {} }`ninclude: [{ file: m.yaml }]"
                'm.yaml' = "databases: { '`${env}_raw': {} }"
            })
        (Test-LakeDefinition $file).Id | Should -Be 'DefinitionParameterUnknown'
    }

    It 'and the definition may not say different things of one thing' {
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`ninclude: [{ file: m.yaml, for: { text: [x, y] }, with: { text: '`${text}' } }]"
                'm.yaml' = "parameters: { text: {} }`ndatabases: { d: { description: '`${text}' } }"
            })
        (Test-LakeDefinition $file).Id | Should -Be 'DefinitionContradiction'
    }
}

Describe 'Names that stand for values' {
    It 'are errors where <Case>' -ForEach @(
        @{ Case = 'nothing uses a parameter'; Id = 'DefinitionParameterUnused'; Text = "parameters: { env: dev }" }
        @{ Case = 'nothing uses the name of a for'; Id = 'DefinitionParameterUnused', 'DefinitionContradiction'; Text = "databases: { d: { for: { x: [a, b] } } }" }
        @{ Case = 'a for has two names'; Id = 'DefinitionTypeWrong'; Text = "databases: { '`${a}`${b}': { for: { a: [x], b: [y] } } }" }
        @{ Case = 'a for has no list'; Id = 'DefinitionTypeWrong'; Text = "databases: { '`${a}': { for: { a: x } } }" }
        @{ Case = 'a for is a text'; Id = 'DefinitionTypeWrong'; Text = "databases: { '`${a}': { for: a } }" }
        @{ Case = 'a for takes a name that is taken'; Id = 'DefinitionContradiction'; Text = "parameters: { a: x }`ndatabases: { '`${a}': { for: { a: [y] } }, e: { description: '`${a}' } }" }
        @{ Case = 'an item lacks a member'; Id = 'DefinitionParameterUnknown'; Text = "databases: { '`${t.nmae}': { for: { t: [{ name: x }] } } }" }
        @{ Case = 'a default names a parameter'; Id = 'DefinitionParameterUnknown'; Text = "parameters: { a: x, b: '`${a}' }`ndatabases: { d: { description: '`${a} `${b}' } }" }
        @{ Case = 'two entries get one name'; Id = 'DefinitionNamesMeet'; Text = "databases: { '`${a}': { for: { a: [x, X] } } }" }
        @{ Case = 'for stands where nothing is repeated'; Id = 'DefinitionKeyUnknown'; Text = "settings: { for: { a: [x] } }" }
    ) {
        $findings = Test-LakeDefinition (New-Folder @{ 'a.yaml' = "lake: 1`nname: a`n$Text" })
        $findings.Id | Sort-Object -Unique | Should -Be ($Id | Sort-Object -Unique)
    }

    It 'keep what they stand for as it is: nothing expands twice' {
        New-Lake
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`ninclude: [{ file: m.yaml, with: { text: '`$`${x} and `$`${text}' } }]"
                'm.yaml' = "parameters: { text: {} }`ndatabases: { d: { description: '`${text}', parameters: { all: 'a `${text} `$`${y}' } } }"
            })
        $null = Publish-LakeDefinition $file -Confirm:$false
        $database = Get-GlueDatabase d
        $database.Description | Should -Be '${x} and ${text}'
        $database.Parameter['all'] | Should -Be 'a ${x} and ${text} ${y}'
    }

    It 'cannot be many without end: <Case>' -ForEach @(
        @{ Case = 'loops in loops'; Text = "parameters: { l: { default: [$((1..200) -join ',')] } }`ndatabases: { '`${a}': { for: { a: '`${l}' }, tables: { 't`${b}': { for: { b: '`${l}' }, columns: { a: int }, filters: { 'f`${c}': { for: { c: '`${l}' } } } } } } }" }
        @{ Case = 'values in values'; Text = 'include: [{ file: m.yaml, with: { v: [a, b], d: "1" } }]'; Module = 'parameters: { v: {}, d: {} }
include: [{ file: m2.yaml, with: { v: ["${v}", "${v}", "${v}", "${v}", "${v}", "${v}", "${v}", "${v}"], d: "${d}" } }]' }
    ) {
        $files = [ordered]@{ 'a.yaml' = "lake: 1`nname: a`n$Text" }
        if ($Module) {
            $files['m.yaml'] = $Module
            foreach ($number in 2..15) { $files["m$number.yaml"] = $Module.Replace('m2.yaml', "m$($number + 1).yaml") }
            $files['m16.yaml'] = "parameters: { v: {}, d: {} }`ndatabases: { '`${d}': { description: '`${v}' } }"
        }
        (Test-LakeDefinition (New-Folder $files)).Id | Should -Contain 'DefinitionUnreadable'
    }

    It 'cannot make a module include itself' {
        $file = New-Folder ([ordered]@{
                'a.yaml' = "lake: 1`nname: a`ninclude: [{ file: m.yaml }]"
                'm.yaml' = "databases: { d: {} }`ninclude: [{ file: m.yaml }]"
            })
        (Test-LakeDefinition $file).Id | Should -Be 'DefinitionIncludeCircle'
    }

    It 'make no module outside of the first file''s folder' {
        $file = New-Folder @{ 'a.yaml' = "lake: 1`nname: a`ninclude: [{ file: ../b.yaml }]" }
        (Test-LakeDefinition $file).Id | Should -Be 'DefinitionIncludeRefused'
    }
}

Describe 'The page on definitions' {
    It 'has definitions and modules that are right' {
        $text = Get-Content (Join-Path $PSScriptRoot ../../docs/definitions.md) -Raw
        $blocks = [regex]::Matches($text, '(?ms)^```yaml\r?\n(.*?)^```').ForEach({ $_.Groups[1].Value })
        $folder = Join-Path $TestDrive page
        $null = New-Item -ItemType Directory $folder/modules
        $number = 0
        foreach ($block in $blocks) {
            $name = $block -match '\A# (\S+\.yaml)' ? $Matches[1] : "$((++$number)).yaml"
            Set-Content (Join-Path $folder $name) $block
        }
        $first = Get-ChildItem $folder -File
        $first.Count | Should -BeGreaterOrEqual 3
        foreach ($file in $first) { Test-LakeDefinition $file.FullName | Should -BeNullOrEmpty -Because $file.Name }
    }
}
