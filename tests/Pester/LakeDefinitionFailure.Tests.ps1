BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-File([string] $Text) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid().ToString('n')).yaml"
        [IO.File]::WriteAllText($file, "lake: 1`nname: a`n$Text")
        $file
    }
}

AfterAll { Disconnect-Lake }

Describe 'Publishing what fails in parts' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        Connect-Lake -Local $folder
    }

    It 'is done if the removal of an LF-Tag is done and its response is lost: <_>' -ForEach 'LostAnswer', 'CutAnswer' {
        $text = "tags: { k: [a, b] }`ndatabases: { d: { tags: { k: a }, tables: { t: { columns: { x: int }, tags: { k: b } } } } }`nowns: [{ database: d }]"
        (Publish-LakeDefinition (New-File $text) -Confirm:$false).Status | Should -Be 'Done'
        $less = New-File $text.Replace(', tags: { k: b }', '').Replace('tags: { k: a }, ', '')
        $bad = Connect-Lake -Local $folder -NoDefault -PassThru -Fault @{ Kind = $_; Operation = 'RemoveLFTagsFromResource'; Count = 1 }
        $done = Publish-LakeDefinition $less -Confirm:$false -Connection $bad
        $bad.FaultCount | Should -Be 1
        $done.Status | Should -Be 'Done'
        Get-LakeTagAssignment -DatabaseName d -TableName t | Should -BeNullOrEmpty
    }

    It 'assigns LF-Tags and adds opt-ins on what it creates, whatever else fails' {
        $null = Publish-LakeDefinition (New-File 'databases: { old: { tables: { t: { columns: { x: int } } } } }') -Confirm:$false
        $file = New-File @'
tags: { k: [a] }
databases:
  old: { tables: { t: { columns: { x: int }, tags: { k: a } } } }
  d: { tags: { k: a }, tables: { t: { columns: { x: int }, tags: { k: a }, columnTags: { x: { k: a } } } } }
  bad: { tables: { t: { format: iceberg, location: s3://there-is-no-such-bucket/t, columns: { x: int } } } }
grants: [{ to: role/r, on: { database: d, table: t }, allow: [SELECT] }]
optIns: [{ for: role/r, on: { database: d, table: t } }]
'@
        $done = Publish-LakeDefinition $file -Confirm:$false -ErrorAction SilentlyContinue
        $done.Status | Should -Be 'Failed'
        @($done.Changes | Where-Object State -EQ Failed).Target | Should -Be 'bad.t'
        # An LF-Tag of a table that was there may take what the failed table was to give.
        @($done.Changes | Where-Object State -EQ Blocked).Target | Should -Be 'old.t'
        (Get-LakeTagAssignment -DatabaseName d -TableName t | Where-Object { -not $_.Inherited }).TagValue | Should -Contain 'a'
        @(Get-LakeOptIn).Count | Should -Be 1
    }
}

Describe 'Names of roles that differ in case only' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'are errors of a definition' {
        (Test-LakeDefinition (New-File 'roles: { Ab: { trust: Glue }, aB: { trust: Glue } }')).Id | Should -Be 'DefinitionNamesMeet'
    }

    It 'are errors before any call if the lake has the other one' {
        $null = New-LakeRole Etl -Service Glue
        $file = New-File 'roles: { etl: { trust: Glue } }'
        { Compare-LakeDefinition $file -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RoleNameMeets,*'
        { Publish-LakeDefinition $file -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.RoleNameMeets,*'
        (Get-LakeRole).Name | Should -BeExactly 'Etl'
        (Compare-LakeDefinition (New-File 'roles: { Etl: { trust: Glue } }')).HasChanges | Should -BeFalse
    }
}

Describe 'The character U+0000 in a definition' {
    It 'is an error with its place: <Name>' -ForEach @(
        @{ Name = 'end of a value'; Text = "databases: { e: {} }`0"; Line = 3; Column = 21 }
        @{ Name = 'behind a key'; Text = "tags:`0`n  k: [a]"; Line = 3; Column = 6 }
        @{ Name = 'last character'; Text = "databases:`n  e: {}`n`0"; Line = 5; Column = 1 }
    ) {
        $found = Test-LakeDefinition (New-File $Text)
        $found.Id | Should -Be 'DefinitionUnreadable'
        $found.Line, $found.Column | Should -Be $Line, $Column
    }
}
