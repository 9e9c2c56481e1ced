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
}
