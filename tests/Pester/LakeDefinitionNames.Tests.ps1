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

Describe 'Names with dots in definitions' {
    BeforeAll {
        $owns = "owns: [{ database: '*' }, { tag: '*' }]"
        $text = @"
lake: 1
name: dots
tags: { kind: [one, two] }
databases:
  p:
    description: p
    tables:
      q.r:
        columns: { "s": int }
        tags: { kind: one }
        filters: { f: { rows: 's = 1' } }
        columnTags: { "s": { kind: one } }
  p.q:
    description: p.q
    tags: { kind: two }
    tables:
      r:
        columns: { other: string }
        tags: { kind: two }
        filters: { f: { rows: "other = 'x'" } }
grants:
  - { to: role/one, on: { database: p, table: q.r }, allow: [SELECT] }
  - { to: role/two, on: { database: p.q, table: r }, allow: [SELECT] }
  - { to: role/both, on: { database: p, table: q.r }, allow: [SELECT] }
  - { to: role/both, on: { database: p.q, table: r }, allow: [INSERT] }
$owns
"@
        function Get-Contents {
            Get-GlueTable p q.r | ForEach-Object { "p|q.r|$($_.Column)" }
            Get-GlueTable p.q r | ForEach-Object { "p.q|r|$($_.Column)" }
            Get-LakeDataFilter p q.r | ForEach-Object { "p|q.r|$($_.RowFilter)" }
            Get-LakeDataFilter p.q r | ForEach-Object { "p.q|r|$($_.RowFilter)" }
            Get-LakeTagAssignment -DatabaseName p.q | Where-Object { -not $_.Inherited } |
                ForEach-Object { "p.q|$($_.TagKey)=$($_.TagValue)" }
            Get-LakeTagAssignment -DatabaseName p -TableName q.r | Where-Object { $_.TagValue -and -not $_.ColumnName } |
                ForEach-Object { "p|q.r|$($_.TagKey)=$($_.TagValue)" }
            Get-LakePermission -Explicit | Where-Object Principal -Like '*role/*' |
                ForEach-Object { "$($_.Principal -replace '.*/')|$($_.DatabaseName)|$($_.TableName)|$($_.Permission)" } |
                Where-Object { $_ -match 'SELECT|INSERT' } | Sort-Object
        }
        $contents = @(
            'p|q.r|s:int', 'p.q|r|other:string', 'p|q.r|s = 1', "p.q|r|other = 'x'", 'p.q|kind=two', 'p|q.r|kind=one'
            'both|p.q|r|INSERT', 'both|p|q.r|SELECT', 'one|p|q.r|SELECT', 'two|p.q|r|SELECT'
        )
    }
    BeforeEach { Connect-Lake -Local ($lake = New-Folder) }

    It 'are of the tables that have them: published, compared, exported, removed and restored' {
        $file = New-File $text
        Test-LakeDefinition $file | Should -BeNullOrEmpty
        $done = Publish-LakeDefinition $file -Confirm:$false
        $done.Status | Should -Be 'Done' -Because "$($done.Changes.Error) $($done.LeftOut)"
        Get-Contents | Should -Be $contents
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty

        $exported = Export-LakeDefinition
        $exported | Should -Not -Match 'Left out'
        (Compare-LakeDefinition (New-File "$exported$owns")).Changes | Should -BeNullOrEmpty

        $none = New-File "lake: 1`nname: dots`n$owns"
        (Publish-LakeDefinition $none -Force -Confirm:$false).Status | Should -Be 'Done'
        Get-GlueDatabase | Should -BeNullOrEmpty
        Restore-LakeDefinition dots 1 -Force -Confirm:$false | Out-Null
        Get-Contents | Should -Be $contents
        (Compare-LakeDefinition $file).Changes | Should -BeNullOrEmpty
    }

    It 'are in backticks in the targets of a plan, where they stand beside others' {
        $plan = Compare-LakeDefinition (New-File $text)
        ($plan.Changes | Where-Object Kind -EQ Table).Target | Should -Be '`p.q`.r', 'p.`q.r`'
        ($plan.Changes | Where-Object Kind -EQ Database).Target | Should -Be 'p', 'p.q'
        ($plan.Changes | Where-Object Kind -EQ DataFilter).Target | Should -Be '`p.q`.r/f', 'p.`q.r`/f'
    }

    It 'are restored from the journal of an earlier version, which had no backticks' {
        $file = New-File $text
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be 'Done'
        $entry = Get-ChildItem $lake -Recurse -File -Filter '000001.jsonl'
        Set-Content $entry ((Get-Content $entry -Raw).Replace('`', '')) -NoNewline
        (Restore-LakeDefinition dots 1 -Confirm:$false).Status | Should -Be 'Unchanged'
        (Publish-LakeDefinition (New-File "lake: 1`nname: dots`n$owns") -Force -Confirm:$false).Status | Should -Be 'Done'
        Restore-LakeDefinition dots 1 -Force -Confirm:$false | Out-Null
        Get-Contents | Should -Be $contents
    }
}

Describe 'Names with dots elsewhere' {
    BeforeAll {
        Connect-Lake -Local (New-Folder)
        foreach ($name in 'p', 'p.q') { New-GlueDatabase $name | Out-Null }
        New-LakeBucket lake | Out-Null
        New-GlueTable p q.r -Column s:int -Format Csv -Location s3://lake/one/ | Out-Null
        New-GlueTable p.q r -Column other:string -Format Csv -Location s3://lake/two/ | Out-Null
    }

    It 'name the resource of a permission' {
        Grant-LakePermission -Principal role/one -Permission SELECT -DatabaseName p -TableName q.r
        Grant-LakePermission -Principal role/one -Permission SELECT -DatabaseName p.q -TableName r
        @((Get-LakePermission -Principal role/one -Explicit).Target | Sort-Object -Unique).Count | Should -Be 2
    }

    It 'name the tables of a query' {
        [pscustomobject]@{ s = 1 } | Export-LakeData -DatabaseName p -TableName q.r
        [pscustomobject]@{ other = 'x' } | Export-LakeData -DatabaseName p.q -TableName r
        $row = Invoke-LakeQuery 'SELECT s, other FROM "p"."q.r", "p.q"."r"'
        "$($row.s) $($row.other)" | Should -Be '1 x'
    }

    It 'name the tables of a crawler' {
        $tables = 'p.`q.r`', '`p.q`.r'
        New-LakeGlueCrawler catalog -Role role/crawl -CatalogTable $tables | Out-Null
        (Get-LakeGlueCrawler catalog).Target.Path | Sort-Object | Should -Be ($tables | Sort-Object)
        { New-LakeGlueCrawler other -Role role/crawl -CatalogTable p.q.r -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.CatalogTableInvalid,*'
    }

    It 'name the tables of a report' {
        $page = Join-Path $TestDrive 'names.html'
        Export-LakeReport $page
        $data = [regex]::Unescape(((Get-Content $page) -match '"Table"')[0])
        $data.Contains('"p.`q.r`"') | Should -BeTrue
        $data.Contains('"`p.q`.r"') | Should -BeTrue
    }
}
