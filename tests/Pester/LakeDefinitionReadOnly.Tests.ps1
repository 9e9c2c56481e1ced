# A lake whose folder cannot be written has no new entry in the history of a definition.
BeforeDiscovery {
    $noReadOnly = $IsWindows -or ((id -u) -eq 0 -and -not (Get-Command setpriv -ErrorAction Ignore))
}

BeforeAll { Import-Module "$PSScriptRoot/../../out/LakeTools" }

Describe 'Publish-LakeDefinition in a read-only lake' {
    It 'says that the lake is read-only' -Skip:$noReadOnly {
        . "$PSScriptRoot/_samples/Pwsh.ps1"
        $pwsh = Get-Pwsh
        $module = (Get-Module LakeTools).ModuleBase
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive lake)
        $file = Join-Path $TestDrive d.yaml
        Set-Content $file 'lake: 1', 'name: d', 'databases: { d1: {} }', 'owns: [{ database: d1 }]'
        $first = "Import-Module '$module'; Connect-Lake -Local '$folder'; New-GlueDatabase sales"
        $null = & $pwsh[0] @($pwsh | Select-Object -Skip 1) -NoProfile -Command $first
        $second = @"
            Import-Module '$module'
            Connect-Lake -Local '$folder' -WarningAction SilentlyContinue
            Publish-LakeDefinition '$file' -Confirm:`$false -ErrorVariable failed -ErrorAction SilentlyContinue
            `$failed[0].FullyQualifiedErrorId
            `$failed[0].CategoryInfo.Category
"@
        chmod -R a-w $folder
        # The administrator of a machine may write everywhere, but for what is taken away.
        $limited = (id -u) -eq 0 ? @('setpriv', '--bounding-set=-dac_override,-dac_read_search,-fowner', '--') : @()
        $command = $limited + $pwsh + '-NoProfile' + '-Command' + $second
        $said = & $command[0] @($command | Select-Object -Skip 1)
        chmod -R u+w $folder
        $said | Should -Be 'LakeTools.LakeReadOnly,LakeTools.Cmdlets.Definitions.PublishLakeDefinitionCommand', 'PermissionDenied'
    }
}
