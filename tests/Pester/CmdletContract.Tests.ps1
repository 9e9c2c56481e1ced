BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $commands = Get-Command -Module LakeTools -CommandType Cmdlet | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $changing = $commands | Where-Object { $_.Command.Verb -in 'New', 'Set', 'Remove', 'Grant', 'Revoke', 'Register', 'Unregister', 'Send', 'Receive', 'Export', 'Start' }
    # Those that reach no lake, or choose one.
    $connected = $commands | Where-Object { $_.Name -notin 'Connect-Lake', 'Disconnect-Lake', 'Test-LakeDefinition', 'Format-LakePlan' }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $approved = (Get-Verb).Verb
}

Describe 'The manifest' {
    It 'exports every cmdlet that the code has, and no other' {
        $manifest = Import-PowerShellDataFile "$root/module/LakeTools.psd1"
        $inCode = Get-ChildItem "$root/src/LakeTools.Cmdlets" -Recurse -Filter *Command.cs | ForEach-Object {
            if ((Get-Content $_.FullName -Raw) -match '\[Cmdlet\(\s*(?:Verbs\w+\.)"?(\w+)"?,\s*"(\w+)"') { "$($Matches[1])-$($Matches[2])" }
        }
        $inCode | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'exports every alias, none of which hides another command' {
        $manifest = Import-PowerShellDataFile "$root/module/LakeTools.psd1"
        foreach ($alias in $manifest.AliasesToExport) { (Get-Alias $alias).Source | Should -Be 'LakeTools' }
    }
}

Describe '<Name>' -ForEach $commands {
    It 'has an approved verb and a noun of ours' {
        $Command.Verb | Should -BeIn $approved
        $Command.Noun | Should -Match '^(Lake|Glue)[A-Za-z]*$'
    }

    It 'has a page with its synopsis and two examples' {
        $page = "$root/docs/$Name.md"
        $page | Should -Exist
        $text = Get-Content $page -Raw
        $text | Should -Match '(?m)^## Synopsis$'
        ([regex]::Matches(($text -split '(?m)^## Examples$')[1], '(?m)^### ')).Count | Should -BeGreaterOrEqual 2
    }

    It 'has a page that names every parameter, and no other' {
        $common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable',
            'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'WhatIf', 'Confirm'
        $parameters = $Command.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
        $section = ((Get-Content "$root/docs/$Name.md" -Raw) -split '(?m)^## Parameters$')[1] -split '(?m)^## ' | Select-Object -First 1
        $named = [regex]::Matches($section, '(?m)^### -(\w+)') | ForEach-Object { $_.Groups[1].Value } |
            Where-Object { $_ -notin $common } | Sort-Object
        $named | Should -Be $parameters
    }
}

Describe '<Name> changes things' -ForEach $changing {
    It 'has -WhatIf and -Confirm' {
        $Command | Should -HaveParameter WhatIf
        $Command | Should -HaveParameter Confirm
    }
}

Describe '<Name> talks to a lake' -ForEach $connected {
    It 'takes -Connection' { $Command.Parameters['Connection'].ParameterType.FullName | Should -Be 'LakeTools.LakeConnection' }
}
